"""Milestones: set, reached, moved with the old day kept."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from baro.followup.models import DifficultMilestone, DifficultMove, DifficultWork
from baro.followup.operations.difficult.guards import (
    lock_milestone,
    lock_work,
    require_ahead,
    require_running,
    said,
)
from baro.followup.policies import difficult as policies
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.org import api as org


class MilestoneDone(DomainError):
    pass


class SameDay(DomainError):
    pass


class DayAhead(DomainError):
    pass


@transaction.atomic
def add_milestone(
    *, work: DifficultWork, title: str, due_on: date, by: org.User, at: datetime
) -> DifficultMilestone:
    work = lock_work(work.pk)
    today = timezone.localdate(at)
    require(policies.can_steer_work(by, work, on=today), _STEERS.format(work.unit))
    require_running(work)
    require_ahead(due_on, today=today, what="Ngày của mốc", field="due_on")

    title = said(title, "Hãy ghi mốc phải đạt.", field="title")
    milestone = DifficultMilestone.objects.create(work=work, title=title, due_on=due_on)
    facts = {"title": title, "due_on": due_on}
    audit.record("followup.difficult_milestone_added", work, by=by, at=at, facts=facts)
    return milestone


@transaction.atomic
def move_milestone(
    *, milestone: DifficultMilestone, day: date, reason: str, by: org.User, at: datetime
) -> DifficultMilestone:
    """Put it to another day; each old day stays readable beside the new one."""
    milestone = lock_milestone(milestone)
    work, today = milestone.work, timezone.localdate(at)
    require(policies.can_steer_work(by, work, on=today), _STEERS.format(work.unit))
    require_running(work)
    _require_open(milestone)
    if day == milestone.due_on:
        raise SameDay(f"Mốc đang đặt đúng ngày {day:%d/%m/%Y}.", field="day")
    require_ahead(day, today=today, what="Ngày mới của mốc", field="day")

    reason = said(reason, "Hãy nêu lý do dời mốc.", field="reason")
    old = milestone.due_on
    DifficultMove.objects.create(
        milestone=milestone, old_day=old, new_day=day, reason=reason, moved_at=at, moved_by=by
    )
    milestone.due_on = day
    milestone.save(update_fields=["due_on"])
    facts = {"title": milestone.title, "old": old, "new": day, "reason": reason.rstrip(".")}
    audit.record("followup.difficult_milestone_moved", work, by=by, at=at, facts=facts)
    return milestone


@transaction.atomic
def finish_milestone(
    *, milestone: DifficultMilestone, done_on: date, by: org.User, at: datetime
) -> DifficultMilestone:
    milestone = lock_milestone(milestone)
    work, today = milestone.work, timezone.localdate(at)
    require(
        policies.can_report_work(by, work, on=today),
        f"Chỉ {work.lead_unit} hoặc bên theo dõi việc này mới ghi đạt mốc được.",
    )
    require_running(work)
    _require_open(milestone)
    if done_on > today:
        raise DayAhead("Ngày đạt mốc không được sau hôm nay.", field="done_on")

    milestone.done_on, milestone.done_by = done_on, by
    milestone.save(update_fields=["done_on", "done_by"])
    facts = {"title": milestone.title, "done_on": done_on}
    audit.record("followup.difficult_milestone_done", work, by=by, at=at, facts=facts)
    return milestone


def _require_open(milestone: DifficultMilestone) -> None:
    if milestone.done_on:
        raise MilestoneDone(f"Mốc “{milestone}” đã đạt ngày {milestone.done_on:%d/%m/%Y}.")


_STEERS = (
    "Chỉ người chịu trách nhiệm về việc này hoặc lãnh đạo, chuyên viên tổng hợp của {} mới đặt và "
    "dời mốc được."
)
