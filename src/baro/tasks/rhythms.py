"""From the words of a rhythm to a recurrence rule, and from the rule to days.

A rule is an RRULE of RFC 5545 without its start. Where the words name no day, there is no rule:
no day is invented.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from itertools import islice, pairwise

from dateutil.rrule import rrulestr

from baro.kernel.text import fold

Recurrence = Mapping[str, str | None]

_DAY = re.compile(r"\bngay (?:mung )?(\d{1,2})\b(?!\s*(?:/|thang \d))")
_DATE = re.compile(r"\b(\d{1,2})(?:/| thang )(\d{1,2})\b")
_WEEKDAYS = dict(
    zip(
        ("hai", "2", "ba", "3", "tu", "4", "nam", "5", "sau", "6", "bay", "7"),
        ("MO", "MO", "TU", "TU", "WE", "WE", "TH", "TH", "FR", "FR", "SA", "SA"),
        strict=True,
    )
)
_WEEKDAY = re.compile(rf"\bthu ({'|'.join(_WEEKDAYS)})\b")
_LAST = re.compile(r"\bcuoi\b")
_FIRST = re.compile(r"\bdau\b")
_LAST_MONTH = re.compile(r"\bthang cuoi\b")
_FIRST_MONTH = re.compile(r"\bthang dau\b")
_END = re.compile(r"\b(?:ngay cuoi|cuoi (?:thang|quy|nam|ky))\b")
_LOOKED_AT = 8


def rule_of(recurrence: Recurrence | None) -> str | None:
    """The rule that the words name: `FREQ=MONTHLY;BYMONTHDAY=25` for "ngày 25" of each month."""
    if not recurrence:
        return None
    read = _READERS.get(recurrence.get("every") or "")
    return read(fold(recurrence.get("by") or "")) if read else None


def days_of(rule: str, *, start: date, after: date) -> Iterator[date]:
    """The days of the rule later than `after`, counted from its start, in order."""
    days = rrulestr(rule, dtstart=datetime.combine(start, time.min))
    later = days.xafter(datetime.combine(after, time.min))
    return (moment.date() for moment in later)


def first_due_day(recurrence: Recurrence | None, *, after: date) -> date | None:
    """The first day after `after` that the rhythm names, or nothing where it names no day."""
    rule = rule_of(recurrence)
    if rule is None:
        return None
    # The first of every other week is the next one: the counting starts with it.
    every_week = rule.replace(";INTERVAL=2", "")
    return next(days_of(every_week, start=after + timedelta(days=1), after=after), None)


def shortest_gap(rule: str, *, start: date) -> timedelta:
    """How near two of the first days of the rule lie: for how early one may be given."""
    days = islice(days_of(rule, start=start, after=start - timedelta(days=1)), _LOOKED_AT)
    return min((later - day for day, later in pairwise(days)), default=timedelta(days=366))


def _daily(words: str) -> str:
    return "FREQ=DAILY"


def _weekly(words: str) -> str | None:
    days = ",".join(dict.fromkeys(_WEEKDAYS[found] for found in _WEEKDAY.findall(words)))
    return f"FREQ=WEEKLY;BYDAY={days}" if days else None


def _two_weekly(words: str) -> str | None:
    rule = _weekly(words)
    return f"{rule};INTERVAL=2" if rule else None


def _monthly(words: str) -> str | None:
    day = _day_in_month(words)
    return f"FREQ=MONTHLY;{day}" if day else None


def _quarterly(words: str) -> str | None:
    """In the first or last month of each quarter; another month has to be named."""
    if _FIRST_MONTH.search(words):
        months = "1,4,7,10"
    elif _LAST_MONTH.search(words) or re.search(r"\bcuoi quy\b", words):
        months = "3,6,9,12"
    else:
        return _on_dates(words)
    day = _day_in_month(words)
    return f"FREQ=YEARLY;BYMONTH={months};{day}" if day else None


def _on_dates(words: str) -> str | None:
    """One day in the months that are named, such as 15/6 và 15/12."""
    dates = [(int(day), int(month)) for day, month in _DATE.findall(words)]
    if not dates or len({day for day, _ in dates}) > 1:
        return None
    if not all(1 <= month <= 12 for _, month in dates):
        return None
    day = _day_number(dates[0][0])
    months = ",".join(str(month) for month in sorted({month for _, month in dates}))
    return f"FREQ=YEARLY;BYMONTH={months};{day}" if day else None


def _day_in_month(words: str) -> str | None:
    weekday = _WEEKDAY.search(words)
    if weekday and (_LAST.search(words) or _FIRST.search(words)):
        return f"BYDAY={'-1' if _LAST.search(words) else '1'}{_WEEKDAYS[weekday[1]]}"
    named = _DAY.search(words)
    if named:
        return _day_number(int(named[1]))
    return "BYMONTHDAY=-1" if _END.search(words) else None


def _day_number(day: int) -> str | None:
    """A month without that day ends on its last one (Civil Code 2015, Article 147)."""
    if not 1 <= day <= 31:
        return None
    if day <= 28:
        return f"BYMONTHDAY={day}"
    days = ",".join(str(one) for one in range(28, day + 1))
    return f"BYMONTHDAY={days};BYSETPOS=-1"


_READERS: Mapping[str, Callable[[str], str | None]] = {
    "day": _daily,
    "week": _weekly,
    "two-weeks": _two_weekly,
    "month": _monthly,
    "quarter": _quarterly,
    "half-year": _on_dates,
    "year": _on_dates,
}
