"""Days in words that stay true tomorrow: "tuan-nay" in an address means this week whenever read."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

Span = tuple[date, date]
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_COUNTED = re.compile(r"(?P<days>\d{1,3})-ngay-(?P<way>toi|qua)", re.ASCII)
_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})", re.ASCII)
_FORMS = ("%Y-%m-%d", "%d/%m/%Y")


@dataclass(frozen=True)
class _Named:
    words: str
    span: Callable[[date], Span]


def _week(on: date, ahead: int = 0) -> Span:
    monday = on - timedelta(days=on.weekday()) + ahead * _WEEK
    return monday, monday + timedelta(days=6)


def _month(on: date, ahead: int = 0) -> Span:
    months = on.year * 12 + on.month - 1 + ahead
    return _whole_month(months // 12, months % 12 + 1)


def _whole_month(year: int, month: int) -> Span:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _quarter(on: date) -> Span:
    first = (on.month - 1) // 3 * 3 + 1
    return date(on.year, first, 1), _whole_month(on.year, first + 2)[1]


NAMED: Mapping[str, _Named] = {
    "hom-nay": _Named("hôm nay", lambda on: (on, on)),
    "hom-qua": _Named("hôm qua", lambda on: (on - _DAY, on - _DAY)),
    "ngay-mai": _Named("ngày mai", lambda on: (on + _DAY, on + _DAY)),
    "tuan-nay": _Named("tuần này", _week),
    "tuan-truoc": _Named("tuần trước", lambda on: _week(on, -1)),
    "tuan-sau": _Named("tuần sau", lambda on: _week(on, 1)),
    "thang-nay": _Named("tháng này", _month),
    "thang-truoc": _Named("tháng trước", lambda on: _month(on, -1)),
    "thang-sau": _Named("tháng sau", lambda on: _month(on, 1)),
    "quy-nay": _Named("quý này", _quarter),
    "nam-nay": _Named("năm nay", lambda on: (date(on.year, 1, 1), date(on.year, 12, 31))),
}


def span_of(value: str, *, on: date) -> Span | None:
    """The first and last day that the words mean on that day; nothing if they mean none."""
    if named := NAMED.get(value):
        return named.span(on)
    if counted := _COUNTED.fullmatch(value):
        days = timedelta(days=int(counted["days"]))
        return (on, on + days) if counted["way"] == "toi" else (on - days, on)
    if month := _MONTH.fullmatch(value):
        year, number = int(month["year"]), int(month["month"])
        return _whole_month(year, number) if year and 1 <= number <= 12 else None
    day = _day(value)
    return (day, day) if day else None


def days_in_words(value: str) -> str:
    """How a condition on days reads: `7 ngày tới`, `tháng 9/2026`, `18/09/2026`."""
    if named := NAMED.get(value):
        return named.words
    if counted := _COUNTED.fullmatch(value):
        return f"{int(counted['days'])} ngày {'tới' if counted['way'] == 'toi' else 'qua'}"
    if month := _MONTH.fullmatch(value):
        return f"tháng {int(month['month'])}/{month['year']}"
    day = _day(value)
    return f"{day:%d/%m/%Y}" if day else value


def _day(value: str) -> date | None:
    for form in _FORMS:
        try:
            return datetime.strptime(value, form).date()  # noqa: DTZ007 - a day, no moment
        except ValueError:
            continue
    return None
