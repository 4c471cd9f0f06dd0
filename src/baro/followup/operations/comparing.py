"""The sweeper: what should have been sent against what was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from baro.followup.ladder import Due, Facts, Ladder
from baro.followup.models import Reminder, ReminderComparison, ReminderProgress, Rung
from baro.followup.policies.ladder import can_change_ladder
from baro.followup.queries.remindable import facts_of, open_to_reminding
from baro.kernel.calendar import api as calendars
from baro.kernel.policies import require
from baro.org import api as org
from baro.work import api as work

BATCH = 1000
_NAMED = 200
_GRACE_MINUTES = 30
_LOOK_BACK = timedelta(days=31)
_KEPT = timedelta(days=90)
_WHO = "Chỉ quản trị hệ thống hoặc chuyên viên tổng hợp của thành phố đối chiếu được nhắc việc."

Key = tuple[int, int, int, date]


@transaction.atomic
def compare(*, at: datetime, by: org.User | None = None) -> ReminderComparison:
    """Work out, from what items are now, what was to be sent; name what is missing and extra.

    Counted are the deadlines that run now, each since it began to run unbroken. What came less
    than half an hour of working time ago may still be on its way.
    """
    if by is not None:
        require(can_change_ladder(by, on=timezone.localdate(at)), _WHO)
    found = _Comparison(at)
    started_at = ReminderProgress.objects.values_list("started_at", flat=True).first()
    if started_at is not None:
        found.look(max(started_at, at - _LOOK_BACK) - timedelta(microseconds=1))

    ReminderComparison.objects.filter(compared_at__lt=at - _KEPT).delete()
    return ReminderComparison.objects.create(
        compared_at=at,
        expected=found.expected,
        missing=_named(found.missing),
        extra=_named(found.extra),
    )


@dataclass(frozen=True)
class _Row:
    item: int
    rung: str
    planned_on: date
    why: str


class _Comparison:
    def __init__(self, at: datetime) -> None:
        self.at, self.expected = at, 0
        self.missing: list[_Row] = []
        self.extra: list[_Row] = []

    def look(self, after: datetime) -> None:
        rungs = list(Rung.objects.filter(valid_from__lte=timezone.localdate(self.at)))
        ladder = Ladder(rungs, calendars.working_calendar())
        keys = list(open_to_reminding().order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(keys), BATCH):
            self._look_at(keys[start : start + BATCH], ladder, after)
        self.extra += _after_closing(after)

    def _look_at(self, keys: Sequence[int], ladder: Ladder, after: datetime) -> None:
        facts = dict(facts_of(keys))
        sent = {
            (row.item_id, row.rung_id, row.occurrence, row.due_on): row
            for row in Reminder.objects.filter(item__in=facts).select_related("rung")
        }
        due: dict[Key, Due] = {
            (key, one.rung.pk, one.occurrence, timezone.localdate(fact.due_at)): one
            for key, fact in facts.items()
            for one in ladder.due(fact, after=after, at=self.at)
        }
        self.expected += len(due)
        for key, one in due.items():
            if key not in sent and self._is_late(one):
                rung = one.rung.told_as(one.occurrence)
                self.missing.append(_Row(key[0], rung, one.planned_on, "Chưa thấy gửi."))
        for key, row in sent.items():
            if key not in due and _is_of_now(row, facts[row.item_id], after):
                why = "Đã gửi nhưng theo lịch và thang nhắc hiện nay thì không đến bậc này."
                day = timezone.localdate(row.planned_at)
                self.extra.append(_Row(row.item_id, row.told_as, day, why))

    def _is_late(self, due: Due) -> bool:
        calendar = calendars.working_calendar()
        return calendar.working_minutes_between(due.planned_at, self.at) >= _GRACE_MINUTES


def _is_of_now(row: Reminder, facts: Facts, after: datetime) -> bool:
    """Sent for the deadline that holds, since it runs: the past of an item is another matter."""
    is_same = row.due_on == timezone.localdate(facts.due_at)
    return is_same and row.fired_at > facts.since and row.planned_at > max(after, facts.since)


def _after_closing(after: datetime) -> Iterator[_Row]:
    rows = Reminder.objects.filter(fired_at__gt=after, item__closed_at__lt=F("fired_at"))
    for row in rows.select_related("rung"):
        day = timezone.localdate(row.planned_at)
        yield _Row(row.item_id, row.told_as, day, "Đã gửi sau khi việc khép lại.")


def _named(rows: Sequence[_Row]) -> list[dict[str, Any]]:
    """The first of the rows with the number of their item, and how many there are beyond."""
    shown = rows[:_NAMED]
    numbers = dict(
        work.WorkItem.objects.filter(pk__in={row.item for row in shown}).values_list("pk", "number")
    )
    named: list[dict[str, Any]] = [
        {
            "item": row.item,
            "number": numbers.get(row.item, ""),
            "rung": row.rung,
            "planned_on": row.planned_on.isoformat(),
            "why": row.why,
        }
        for row in shown
    ]
    return [*named, {"more": len(rows) - _NAMED}] if len(rows) > _NAMED else named
