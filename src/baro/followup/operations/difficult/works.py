"""A work comes on the list, is put differently, and ends with a result."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from baro.followup.models import DifficultWork
from baro.followup.operations.difficult.guards import (
    lock_work,
    require_ahead,
    require_running,
    said,
)
from baro.followup.policies import difficult as policies
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.notices import api as notices
from baro.org import api as org
from baro.work import api as work_api


class ObstaclesOpen(DomainError):
    pass


@transaction.atomic
def star_work(
    *,
    unit: org.Unit,
    name: str,
    stuck: str,
    lead_unit: org.Unit,
    leader_post: org.Post,
    due_on: date,
    item: work_api.WorkItem | None = None,
    by: org.User,
    at: datetime,
) -> DifficultWork:
    """Put a work on the list of the body; who answers for it and who leads it are told."""
    today = timezone.localdate(at)
    require(
        policies.can_star_work(by, unit, on=today),
        f"Chỉ lãnh đạo hoặc chuyên viên tổng hợp của {unit} mới đưa việc vào danh mục được.",
    )
    require_ahead(due_on, today=today, what="Ngày phải xong", field="due_on")

    work = DifficultWork.objects.create(
        unit=unit,
        name=said(name, "Hãy ghi tên việc.", field="name"),
        stuck=said(stuck, "Hãy nói trong một câu việc vướng ở đâu.", field="stuck"),
        lead_unit=lead_unit,
        leader_post=leader_post,
        item=item,
        due_on=due_on,
        starred_at=at,
        starred_by=by,
    )
    holder = org.holders_of([leader_post], on=today).get(leader_post.pk)
    notices.tell(
        kind="difficult_starred",
        people={
            *org.recipients_of_unit(lead_unit, on=today),
            *([holder] if holder else []),
        }
        - {by.person},
        subject=work,
        title=f"Vào danh mục việc khó: {work.name}",
        body=work.stuck,
        cause="followup.difficult_starred",
        at=at,
    )
    facts = {"unit": str(lead_unit), "leader": leader_post.title, "due_on": due_on}
    audit.record("followup.difficult_starred", work, by=by, at=at, facts=facts)
    return work


@transaction.atomic
def change_work(
    *,
    work: DifficultWork,
    stuck: str,
    leader_post: org.Post,
    due_on: date,
    by: org.User,
    at: datetime,
) -> DifficultWork:
    """Say anew what is stuck, who answers for it, and by when; the history keeps the old."""
    work = lock_work(work.pk)
    today = timezone.localdate(at)
    require(policies.can_steer_work(by, work, on=today), _steers(work))
    require_running(work)
    if due_on != work.due_on:
        require_ahead(due_on, today=today, what="Ngày phải xong", field="due_on")

    old_day, was = work.due_on, work.leader_post
    work.stuck = said(stuck, "Hãy nói trong một câu việc vướng ở đâu.", field="stuck")
    work.leader_post, work.due_on = leader_post, due_on
    work.save(update_fields=["stuck", "leader_post", "due_on"])
    changed = [f"vướng ở chỗ: {work.stuck.rstrip('.')}"]
    if was != leader_post:
        changed.append(f"người chịu trách nhiệm từ {was.title} sang {leader_post.title}")
    if old_day != due_on:
        changed.append(f"ngày phải xong từ {old_day:%d/%m/%Y} sang {due_on:%d/%m/%Y}")
    facts = {"changes": "; ".join(changed)}
    audit.record("followup.difficult_changed", work, by=by, at=at, facts=facts)
    return work


@transaction.atomic
def end_work(*, work: DifficultWork, result: str, by: org.User, at: datetime) -> DifficultWork:
    """Take the work off the list with what came of it; nothing may still stand in the way."""
    work = lock_work(work.pk)
    today = timezone.localdate(at)
    require(
        policies.can_star_work(by, work.unit, on=today),
        f"Chỉ lãnh đạo hoặc chuyên viên tổng hợp của {work.unit} mới kết thúc theo dõi được.",
    )
    require_running(work)
    waiting = work.obstacles.filter(cleared_at__isnull=True).count()
    if waiting:
        raise ObstaclesOpen(
            f"Còn {waiting} vướng mắc chưa gỡ; hãy ghi đã gỡ thế nào trước khi kết thúc theo dõi."
        )

    work.result = said(result, "Hãy ghi kết quả khi kết thúc theo dõi.", field="result")
    work.ended_at, work.ended_by = at, by
    work.save(update_fields=["result", "ended_at", "ended_by"])
    facts = {"result": work.result.rstrip(".")}
    audit.record("followup.difficult_ended", work, by=by, at=at, facts=facts)
    return work


def _steers(work: DifficultWork) -> str:
    return (
        f"Chỉ {work.leader_post.title.lower()} chịu trách nhiệm hoặc lãnh đạo, chuyên viên tổng "
        f"hợp của {work.unit} mới sửa được."
    )
