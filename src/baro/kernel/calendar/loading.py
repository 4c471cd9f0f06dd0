"""From the shipped file and the database to a working calendar."""

import csv
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from baro.kernel.calendar.hours import Dated, working_hours
from baro.kernel.calendar.working import DayKind, WorkingCalendar

HOURS_RULE = "calendar.working_hours"
CULTURE_DAY_RULE = "calendar.culture_day_is_off"
_SHIPPED = Path(__file__).parent / "data" / "overrides.csv"
_REFRESH_SECONDS = 30.0

Steps = tuple[tuple[date, Any], ...]


@dataclass(frozen=True)
class ShippedOverride:
    """A line of the shipped file: what is known of the yearly notices."""

    day: date
    kind: DayKind
    name: str
    legal_basis: str
    is_verified: bool


def shipped_overrides() -> tuple[ShippedOverride, ...]:
    with _SHIPPED.open(encoding="utf-8", newline="") as file:
        return tuple(
            ShippedOverride(
                day=date.fromisoformat(row["day"]),
                kind=DayKind(row["kind"]),
                name=row["name"],
                legal_basis=row["legal_basis"],
                is_verified=row["is_verified"] == "yes",
            )
            for row in csv.DictReader(file)
        )


def built_in_calendar() -> WorkingCalendar:
    """The calendar as shipped, for use without a database."""
    return WorkingCalendar(overrides={known.day: known.kind for known in shipped_overrides()})


def working_calendar() -> WorkingCalendar:
    """The calendar of this installation; one object for the whole process.

    A change made here shows at once; one made by another process within half a minute.
    """
    return _remembered.calendar()


def forget_calendar() -> None:
    """Read the facts again at the next question."""
    _remembered.is_fresh_until = 0.0


@dataclass(frozen=True)
class _Facts:
    overrides: tuple[tuple[date, str], ...] = ()
    hours: Steps = ()
    culture_day: Steps = ()

    def calendar(self) -> WorkingCalendar:
        return WorkingCalendar(
            overrides={day: DayKind(kind) for day, kind in self.overrides},
            hours=_dated(self.hours, working_hours),
            culture_day_is_off=_dated(self.culture_day, bool),
        )


def _dated(steps: Steps, read: Callable[[Any], Any]) -> Dated[Any] | None:
    return Dated(*((start, read(value)) for start, value in steps)) if steps else None


class _Remembered:
    def __init__(self) -> None:
        self.is_fresh_until = 0.0
        self._facts = _Facts()
        self._calendar = self._facts.calendar()

    def calendar(self) -> WorkingCalendar:
        if time.monotonic() >= self.is_fresh_until:
            facts = _stored_facts()
            if facts != self._facts:
                self._facts, self._calendar = facts, facts.calendar()
            self.is_fresh_until = time.monotonic() + _REFRESH_SECONDS
        return self._calendar


def _stored_facts() -> _Facts:
    # Imported late: `built_in_calendar` is also used where Django is not set up.
    from baro.kernel.calendar.models import CalendarOverride
    from baro.kernel.rules.models import RuleWindow

    windows = RuleWindow.objects.filter(rule__key__in=[HOURS_RULE, CULTURE_DAY_RULE])
    rows = list(windows.order_by("valid_from").values_list("rule__key", "valid_from", "value"))
    return _Facts(
        overrides=tuple(CalendarOverride.objects.order_by("day").values_list("day", "kind")),
        hours=_steps(rows, HOURS_RULE),
        culture_day=_steps(rows, CULTURE_DAY_RULE),
    )


def _steps(rows: Sequence[tuple[str, date, Any]], key: str) -> Steps:
    return tuple((start, value) for found, start, value in rows if found == key)


_remembered = _Remembered()
