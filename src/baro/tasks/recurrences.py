"""When a repeated duty first falls due; its further occurrences are made by follow-up."""

import calendar
import re
from collections.abc import Mapping
from datetime import date, timedelta

from baro.kernel.text import fold

_DAY = re.compile(r"\bngay (\d{1,2})\b")
_WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
_WEEKDAY = re.compile(rf"\bthu ({'|'.join(_WEEKDAYS)})\b")


def first_due_day(recurrence: Mapping[str, str | None] | None, *, after: date) -> date | None:
    """The first day after `after` that the rhythm names, or nothing where it names no day.

    A month without that day ends on its last one (Civil Code 2015, Article 147).
    """
    if not recurrence:
        return None
    words = fold(recurrence.get("by") or "")
    if recurrence.get("every") == "month" and (named := _DAY.search(words)):
        return _next_in_months(int(named[1]), after)
    if recurrence.get("every") == "day":
        return after + timedelta(days=1)
    if recurrence.get("every") in {"week", "two-weeks"} and (named := _WEEKDAY.search(words)):
        ahead = (_WEEKDAYS[named[1]] - after.weekday() - 1) % 7 + 1
        return after + timedelta(days=ahead)
    return None


def _next_in_months(day: int, after: date) -> date | None:
    if not 1 <= day <= 31:
        return None
    this = _in_month(after.year, after.month, day)
    if this > after:
        return this
    return _in_month(after.year + after.month // 12, after.month % 12 + 1, day)


def _in_month(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))
