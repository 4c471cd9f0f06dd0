"""A list is brought in a file, looked at, and applied as a whole or not at all."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.files.api import safe_name
from baro.kernel.policies import require
from baro.kernel.sheets.api import Verdict, keep_list
from baro.org import policies
from baro.org.importing.planning import AnyPlan, plan_of
from baro.org.models import ListImport, User
from baro.org.operations.import_writing import WRITERS, lock_for

_STAFF = "Chỉ người làm công tác tổ chức mới nhập được danh sách."


class ListAlreadyApplied(DomainError):
    pass


class ListHasErrors(DomainError):
    pass


class ListChangesNothing(DomainError):
    pass


class ListOvertaken(DomainError):
    pass


@transaction.atomic
def bring_list(
    *, kind: ListImport.Kind, content: bytes, name: str, by: User, at: datetime
) -> ListImport:
    """Take the file in for a look; nothing of it counts yet."""
    today = timezone.localdate(at)
    require(policies.can_manage_org_somewhere(by, on=today), _STAFF)
    stored = keep_list(content, name=name, at=at)

    brought = ListImport.objects.create(
        kind=kind, file=stored, file_name=safe_name(name), uploaded_at=at, uploaded_by=by
    )
    plan_of(brought, by=by, on=today)
    audit.record("org.list_brought", brought, by=by, at=at)
    return brought


def apply_import(*, brought: ListImport, by: User, at: datetime) -> AnyPlan:
    """Write everything the list says, or nothing; what was said before is left alone."""
    try:
        return _apply(brought, by=by, at=at)
    except IntegrityError as error:
        raise ListOvertaken(
            "Danh sách của thành phố vừa được người khác thay đổi; hãy xem lại bản chạy thử."
        ) from error


@transaction.atomic
def _apply(brought: ListImport, *, by: User, at: datetime) -> AnyPlan:
    locked = ListImport.objects.select_for_update(of=["self"]).select_related("file")
    brought = locked.get(pk=brought.pk)
    today = timezone.localdate(at)
    require(policies.can_apply_import(by, brought, on=today), _STAFF)
    if brought.is_applied:
        raise ListAlreadyApplied("Danh sách này đã được ghi trước đó.")
    kind = ListImport.Kind(brought.kind)
    lock_for(kind)
    plan = plan_of(brought, by=by, on=today)
    if not plan.is_clean:
        raise ListHasErrors(
            f"Còn {len(plan.wrong)} dòng có lỗi; hãy sửa trong tệp rồi gửi lại. Chưa ghi dòng nào."
        )
    if not plan.changes_something:
        raise ListChangesNothing("Mọi dòng đều đã có sẵn đúng như vậy; không có gì để ghi.")

    WRITERS[kind](plan, by=by, at=at)
    brought.status, brought.applied_at, brought.applied_by = ListImport.Status.APPLIED, at, by
    brought.save(update_fields=["status", "applied_at", "applied_by"])
    counts = plan.counts
    facts = {"created": counts[Verdict.CREATED], "changed": counts[Verdict.CHANGED]}
    audit.record("org.list_applied", brought, by=by, at=at, facts=facts)
    return plan
