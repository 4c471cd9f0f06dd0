"""The ladder as a pure function: which rungs an item has reached; nothing here asks the database.

Four rules:

1. A rung of working days comes at the first moment of its day; one of minutes at its minute. The
   rung "on the day" of a deadline on a day off comes on the working day before it.
2. Only what comes after the deadline began to run unbroken counts (`since`: the item was given, got
   a new deadline, came out of a pause or back for more work). Nobody is told "seven days left" of
   what was given with three.
3. A rung comes only on days inside its own window.
4. A rung with `every` comes again, without end.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from django.utils import timezone

from baro.followup.models import Rung

_HALF_DAY = 240


class Calendar(Protocol):
    """What the ladder needs of the working calendar (`kernel.calendar`)."""

    def start_of(self, day: date) -> datetime: ...
    def add_working_days(self, day: date, n: int) -> date: ...
    def working_days_between(self, start: date, end: date) -> int: ...
    def add_working_time(self, moment: datetime, minutes: int) -> datetime: ...
    def take_working_time(self, moment: datetime, minutes: int) -> datetime: ...


@dataclass(frozen=True)
class Facts:
    """What the ladder has to know of an item that still waits for its holder."""

    kind: str
    urgency: str
    due_at: datetime
    since: datetime


@dataclass(frozen=True)
class Due:
    """One rung that has come, and when it should have been sent."""

    rung: Rung
    occurrence: int
    planned_at: datetime

    @property
    def planned_on(self) -> date:
        return timezone.localtime(self.planned_at).date()


def rungs_due(
    facts: Facts,
    rungs: Sequence[Rung],
    calendar: Calendar,
    at: datetime,
    *,
    after: datetime | None = None,
) -> tuple[Due, ...]:
    """The rungs that came after `after`, until and with `at`, the earliest first."""
    ladder = Ladder(rungs, calendar)
    return ladder.due(facts, after=after or facts.since, at=at)


class Ladder:
    """The same for many items: whatever shares a deadline is worked out once."""

    def __init__(self, rungs: Sequence[Rung], calendar: Calendar) -> None:
        self._rungs = tuple(rungs)
        self._calendar = calendar
        self._known: dict[tuple[datetime, datetime, datetime], tuple[Due, ...]] = {}

    def due(self, facts: Facts, *, after: datetime, at: datetime) -> tuple[Due, ...]:
        return tuple(
            due
            for due in self.coming(facts.due_at, after=after, at=at)
            if due.planned_at > facts.since and _is_about(due.rung, facts)
        )

    def coming(self, due_at: datetime, *, after: datetime, at: datetime) -> tuple[Due, ...]:
        """For any item with this deadline, whatever its kind and since when it runs."""
        key = (due_at, after, at)
        found = self._known.get(key)
        if found is None:
            comings = (
                due for rung in self._rungs for due in self._comings(rung, due_at, after, at)
            )
            found = self._known[key] = tuple(
                sorted(comings, key=lambda due: (due.planned_at, due.rung.offset, due.rung.number))
            )
        return found

    def _comings(
        self, rung: Rung, due_at: datetime, after: datetime, at: datetime
    ) -> Iterator[Due]:
        for occurrence in self._occurrences(rung, due_at, after):
            due = Due(rung, occurrence, self._moment(rung, due_at, occurrence))
            if due.planned_at > at:
                return
            if due.planned_at > after and rung.is_standing(on=due.planned_on):
                yield due
            if not rung.every:
                return

    def _occurrences(self, rung: Rung, due_at: datetime, after: datetime) -> Iterator[int]:
        """From the last occurrence that can lie before `after`; what is older is passed over."""
        first = 0
        if rung.every:
            passed = self._calendar.working_days_between(_day(due_at), _day(after))
            first = max((passed - rung.offset) // rung.every, 0)
        while True:
            yield first
            first += 1

    def _moment(self, rung: Rung, due_at: datetime, occurrence: int) -> datetime:
        offset = rung.offset + occurrence * rung.every
        if rung.measure == Rung.Measure.DAYS:
            return self._calendar.start_of(self._day(_day(due_at), offset))
        if offset < 0:
            return self._calendar.take_working_time(due_at, -offset)
        return self._calendar.add_working_time(due_at, offset)

    def _day(self, due_on: date, offset: int) -> date:
        if offset == 0:
            return self._calendar.add_working_days(due_on + timedelta(days=1), -1)
        return self._calendar.add_working_days(due_on, offset)


def furthest_ahead(rungs: Sequence[Rung]) -> timedelta:
    """How far in the future a deadline may lie and still have a rung today, with days off."""
    days = max((-rung.offset for rung in rungs if rung.measure == Rung.Measure.DAYS), default=0)
    minutes = max(
        (-rung.offset for rung in rungs if rung.measure == Rung.Measure.MINUTES), default=0
    )
    return timedelta(days=max(days, minutes // 240 + 1) * 2 + 30)


def _is_about(rung: Rung, facts: Facts) -> bool:
    return rung.kind in {"", facts.kind} and rung.urgency in {"", facts.urgency}


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()
