"""From the shipped file and the database to a working calendar."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from baro.kernel.calendar.working import DayKind, WorkingCalendar

_SHIPPED = Path(__file__).parent / "data" / "overrides.csv"


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
    """The calendar of this installation, as the database has it now.

    Held while rules and overrides stay what they are: no process goes by what another has changed.
    """
    from baro.kernel.calendar.facts import stored_calendar  # here: a text is read without Django

    return stored_calendar()
