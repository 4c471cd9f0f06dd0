"""Working hours of a day, and values that change from a day on."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Dated(Generic[Value]):
    """A value that changes from a day on; before the first step the first value is taken."""

    def __init__(self, *steps: tuple[date, Value]) -> None:
        ordered = sorted(steps, key=lambda step: step[0])
        self._starts = [start for start, _ in ordered]
        self._values = [value for _, value in ordered]

    def at(self, day: date) -> Value:
        return self._values[max(bisect_right(self._starts, day) - 1, 0)]


@dataclass(frozen=True)
class Session:
    """A stretch of work without a break, in microseconds from midnight."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError("A session ends after it starts.")

    @property
    def length(self) -> int:
        return self.end - self.start


@dataclass(frozen=True)
class WorkingHours:
    """The two halves of a working day."""

    morning: Session
    afternoon: Session

    @property
    def sessions(self) -> tuple[Session, Session]:
        return self.morning, self.afternoon


def working_hours(value: Mapping[str, Sequence[str]]) -> WorkingHours:
    """From the rule's value: `{"morning": ["08:00", "12:00"], "afternoon": [...]}`."""
    morning, afternoon = (_session(value[half]) for half in ("morning", "afternoon"))
    if afternoon.start < morning.end:
        raise ValueError("The afternoon starts after the morning ends.")
    return WorkingHours(morning, afternoon)


def _session(bounds: Sequence[str]) -> Session:
    start, end = (_microseconds(time.fromisoformat(bound)) for bound in bounds)
    return Session(start, end)


def _microseconds(moment: time) -> int:
    return (moment.hour * 60 + moment.minute) * 60_000_000


# Not verified for Hà Nội: an editable default (rule `calendar.working_hours`).
OFFICE_HOURS = working_hours({"morning": ["08:00", "12:00"], "afternoon": ["13:00", "17:00"]})
