"""What one row of the portfolio says, worked out from facts; nothing here asks the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from baro.followup.difficult_weeks import missing_weeks, monday_of
from baro.followup.models import (
    DifficultMilestone,
    DifficultObstacle,
    DifficultWeek,
    DifficultWork,
)
from baro.org import api as org

SILENT = "silent"
TONES = {**{tone.value: tone.label for tone in DifficultWeek.Tone}, SILENT: "Không rõ tình hình"}
_ORDER = ("stuck", "at_risk", SILENT, "going")


@dataclass(frozen=True)
class WorkRow:
    """One work with what its leaders ask first; obstacles are the open ones, the oldest first."""

    work: DifficultWork
    leader: org.Person | None
    tone: str
    week: DifficultWeek | None
    is_said_this_week: bool
    missing: tuple[date, ...]
    next_milestone: DifficultMilestone | None
    late_milestones: tuple[DifficultMilestone, ...]
    obstacles: tuple[DifficultObstacle, ...]
    overdue_obstacles: tuple[DifficultObstacle, ...]
    undecided: tuple[DifficultObstacle, ...]
    oldest_days: int
    days_left: int

    @property
    def tone_name(self) -> str:
        return TONES[self.tone]

    @property
    def oldest(self) -> DifficultObstacle | None:
        return self.obstacles[0] if self.obstacles else None

    @property
    def rank(self) -> tuple[int, date, int]:
        return (_ORDER.index(self.tone), self.work.due_on, self.work.pk)


def row_of(
    work: DifficultWork,
    *,
    leader: org.Person | None,
    milestones: Sequence[DifficultMilestone],
    obstacles: Sequence[DifficultObstacle],
    weeks: Sequence[DifficultWeek],
    since: date,
    on: date,
) -> WorkRow:
    """A word older than last week no longer says how a work stands: then nobody knows."""
    last = max(weeks, key=lambda week: week.monday, default=None)
    this = monday_of(on)
    is_known = last is not None and last.monday >= this - timedelta(days=7)
    until = timezone.localdate(work.ended_at) if work.ended_at else on
    waiting = [one for one in milestones if not one.is_done]
    open_ones = sorted(
        (one for one in obstacles if not one.is_cleared), key=lambda one: (one.raised_at, one.pk)
    )
    oldest = (on - timezone.localdate(open_ones[0].raised_at)).days if open_ones else 0
    return WorkRow(
        work=work,
        leader=leader,
        tone=last.tone if last and is_known else SILENT,
        week=last,
        is_said_this_week=last is not None and last.monday == this,
        missing=tuple(missing_weeks({week.monday for week in weeks}, since=since, until=until)),
        next_milestone=min(waiting, key=lambda one: (one.due_on, one.pk), default=None),
        late_milestones=tuple(one for one in waiting if one.due_on < on),
        obstacles=tuple(open_ones),
        overdue_obstacles=tuple(one for one in open_ones if one.clear_by < on),
        undecided=tuple(one for one in open_ones if one.awaits_decision),
        oldest_days=oldest,
        days_left=(work.due_on - on).days,
    )
