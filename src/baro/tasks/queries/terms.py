"""What the terms of a task mean before it is given: its day, and the work it makes for others."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from baro.kernel.calendar import api as calendars
from baro.org import api as org
from baro.tasks.queries.addressees import addressees_of


@dataclass(frozen=True)
class DueDay:
    """A deadline as somebody should see it; `worked_before` only where it falls on a day off."""

    on: date
    working_days_left: int
    worked_before: date | None


@dataclass(frozen=True)
class Asked:
    """The units that a task goes to, and the minutes it takes from each."""

    units: tuple[org.Unit, ...]
    minutes_each: int

    @property
    def minutes(self) -> int:
        return self.minutes_each * len(self.units)

    @property
    def is_many(self) -> bool:
        return len(self.units) > 1

    @property
    def agreement(self) -> str:
        """How long and whom exactly, to see whether somebody agreed to this and nothing else."""
        return " ".join([str(self.minutes_each), *sorted(unit.code for unit in self.units)])


def deadline_on(day: date, *, today: date) -> DueDay:
    """Raises `CalendarUnknownAt` for a day outside the working calendar."""
    calendar = calendars.working_calendar()
    is_off = not calendar.is_working_day(day)
    return DueDay(
        on=day,
        working_days_left=calendar.working_days_between(today, day),
        worked_before=calendar.add_working_days(day, -1) if is_off else None,
    )


def asked_of(
    leads: Collection[str], excepting: Collection[str], *, minutes: int, on: date
) -> Asked:
    """What the units behind these codes are asked, each once."""
    found = addressees_of({*leads, *excepting}, on=on)
    return Asked(found.units_of(leads, without=excepting), minutes)
