"""From the shipped file and the database to a working calendar."""

import csv
import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from baro.kernel.calendar.hours import Dated, working_hours
from baro.kernel.calendar.working import DayKind, WorkingCalendar

HOURS_RULE = "calendar.working_hours"
CULTURE_DAY_RULE = "calendar.culture_day_is_off"
_SHIPPED = Path(__file__).parent / "data" / "overrides.csv"
_FACTS = """
    SELECT (SELECT coalesce(json_agg(json_build_array(day, kind) ORDER BY day), '[]')
            FROM kernel_calendaroverride)::text,
           (SELECT coalesce(json_agg(json_build_array(rule.key, valid_from, value)
                                     ORDER BY valid_from, rule.key), '[]')
            FROM kernel_rulewindow held JOIN kernel_rule rule ON rule.id = held.rule_id
            WHERE rule.key = ANY (%s))::text
"""

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
    """The calendar of this installation, as the database has it now.

    It is asked for once in each request, and outside of requests each time: one statement, and
    nothing to work out while it says the same. No process goes by what another has changed.
    """
    if _request.calendar is None or not _request.is_under_way:
        _request.calendar = _remembered(*_stored_facts())
    return _request.calendar


def forget_calendar() -> None:
    """Ask the database again at the next question."""
    _request.calendar = None


def begin_request(**_: Any) -> None:
    _request.is_under_way, _request.calendar = True, None


def end_request(**_: Any) -> None:
    _request.is_under_way, _request.calendar = False, None


class _Request(threading.local):
    is_under_way = False
    calendar: WorkingCalendar | None = None


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


@lru_cache(maxsize=4)
def _remembered(overrides: str, windows: str) -> WorkingCalendar:
    """The calendar of these facts; they are all that it depends on."""
    rows = [(key, date.fromisoformat(start), value) for key, start, value in json.loads(windows)]
    days = ((date.fromisoformat(day), kind) for day, kind in json.loads(overrides))
    facts = _Facts(tuple(days), _steps(rows, HOURS_RULE), _steps(rows, CULTURE_DAY_RULE))
    return facts.calendar()


def _stored_facts() -> tuple[str, str]:
    """As texts: they are compared far more often than read."""
    from django.db import connection  # here: a text is read without Django

    with connection.cursor() as cursor:
        cursor.execute(_FACTS, [[HOURS_RULE, CULTURE_DAY_RULE]])
        overrides, windows = cursor.fetchone()
    return overrides, windows


def _steps(rows: Sequence[tuple[str, date, Any]], key: str) -> Steps:
    return tuple((start, value) for found, start, value in rows if found == key)


_request = _Request()
