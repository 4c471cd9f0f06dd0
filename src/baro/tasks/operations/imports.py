"""Tasks are brought in a file, looked at, and given: the rows without errors, each once."""

from datetime import datetime

from django.db import IntegrityError
from django.utils import timezone

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.files.api import safe_name
from baro.kernel.policies import require
from baro.kernel.sheets import api as sheets
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.tasks import policies
from baro.tasks.importing.planning import TaskPlan, task_plan_of
from baro.tasks.models import ImportedTask, TaskImport
from baro.tasks.operations.issue import issue_tasks


class TasksAlreadyGiven(DomainError):
    pass


class NothingToGive(DomainError):
    pass


class TasksOvertaken(DomainError):
    pass


@whole
def bring_tasks(
    *,
    issuer_unit: org.Unit,
    inspector_post: org.Post,
    content: bytes,
    name: str,
    by: org.User,
    at: datetime,
) -> TaskImport:
    """Take the file in for a look; nothing is given yet."""
    _require_issuer(by, issuer_unit, at)
    stored = sheets.keep_list(content, name=name, at=at)

    brought = TaskImport.objects.create(
        issuer_unit=issuer_unit,
        inspector_post=inspector_post,
        file=stored,
        file_name=safe_name(name),
        uploaded_at=at,
        uploaded_by=by,
    )
    task_plan_of(brought, by=by, at=at)
    audit.record("tasks.file_brought", brought, by=by, at=at)
    return brought


def give_imported_tasks(*, brought: TaskImport, by: org.User, at: datetime) -> TaskPlan:
    """Give every row without errors that was not given before; the others stay in the file."""
    try:
        return _give(brought, by, at)
    except IntegrityError as error:
        raise TasksOvertaken(
            "Có dòng vừa được giao từ một tệp khác; hãy xem lại bản chạy thử rồi giao tiếp."
        ) from error


@whole
def _give(brought: TaskImport, by: org.User, at: datetime) -> TaskPlan:
    rows = TaskImport.objects.select_for_update(no_key=True, of=("self",))
    brought = rows.select_related("file", "issuer_unit", "inspector_post__unit").get(pk=brought.pk)
    _require_issuer(by, brought.issuer_unit, at)
    if brought.is_applied:
        raise TasksAlreadyGiven("Tệp này đã được giao trước đó; hãy gửi tệp đã sửa.")
    plan = task_plan_of(brought, by=by, at=at)
    lines = plan.lines(sheets.Verdict.CREATED)
    if not lines:
        raise NothingToGive("Không có dòng nào mới và đủ ba rõ để giao.")

    given = issue_tasks(specs=[line.spec for line in lines], by=by, at=at)
    ImportedTask.objects.bulk_create(
        ImportedTask(issuer_unit=brought.issuer_unit, key=line.key, task=task, brought=brought)
        for line, task in zip(lines, given, strict=True)
    )
    brought.status, brought.applied_at, brought.applied_by = TaskImport.Status.APPLIED, at, by
    brought.save(update_fields=["status", "applied_at", "applied_by"])
    facts = {"given": len(given), "left": len(plan.wrong)}
    audit.record("tasks.file_given", brought, by=by, at=at, facts=facts)
    return plan


def _require_issuer(by: org.User, unit: org.Unit, at: datetime) -> None:
    require(
        policies.can_issue_tasks(by, unit, on=timezone.localtime(at).date()),
        f"Chỉ lãnh đạo hoặc chuyên viên tổng hợp của {unit} mới giao nhiệm vụ được.",
    )
