"""The deadline, worked out from what happened; nothing here reads a table or the time of day.

The original deadline is never lost: it is the starting point each time. Three rules:

1. A granted extension sets a new date; the last decision holds.
2. A pause moves the deadline by the working time that passed in it, and a deadline that was moved
   ends with a working day, so that nobody owes anything in the middle of a morning.
3. A pause that began before the last granted extension was decided does not count: whoever
   granted the new date knew of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from django.utils import timezone


class Calendar(Protocol):
    """What the clock needs of the working calendar (`kernel.calendar`)."""

    def end_of(self, day: date) -> datetime: ...
    def add_working_time(self, moment: datetime, minutes: int) -> datetime: ...
    def working_minutes_between(self, start: datetime, end: datetime) -> int: ...


@dataclass(frozen=True)
class Pause:
    """The clock stood still from a moment to a moment; `to_at` is empty while it still does."""

    from_at: datetime
    to_at: datetime | None


@dataclass(frozen=True)
class Extension:
    """A later deadline that the issuer granted."""

    decided_at: datetime
    new_due_at: datetime


def due_moment(
    original_due_at: datetime | None,
    *,
    pauses: Iterable[Pause] = (),
    extensions: Iterable[Extension] = (),
    calendar: Calendar,
) -> datetime | None:
    """The moment by which the item is owed. An open pause counts once it has ended."""
    if original_due_at is None:
        return None
    last = max(extensions, key=lambda e: (e.decided_at, e.new_due_at), default=None)
    base = last.new_due_at if last else original_due_at
    lost = sum(
        calendar.working_minutes_between(start, end)
        for start, end in _stretches(p for p in pauses if not last or p.from_at >= last.decided_at)
    )
    if lost == 0:
        return base
    moved = calendar.add_working_time(base, lost)
    return calendar.end_of(timezone.localtime(moved).date())


def _stretches(pauses: Iterable[Pause]) -> list[tuple[datetime, datetime]]:
    """Ended pauses without overlap: time that two pauses share stood still only once."""
    merged: list[tuple[datetime, datetime]] = []
    for start, end in sorted((p.from_at, p.to_at) for p in pauses if p.to_at is not None):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
