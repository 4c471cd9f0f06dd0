"""Days as texts write them: 25/9/2026, 25-9, ngày 25 tháng 9 năm 2026. No such day, no date."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

HOUR = r"(?:\d{1,2}~(?:giờ|h|g|:)~(?:\d{2})?(?:~phút)?,?~(?:(?:sáng|chiều|tối|trưa)~,?~)?)"
WEEKDAY = (
    r"(?:(?:(?:sáng |trưa |chiều |tối |đêm )?(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)))"
)
# The first of two days in "ngày 25 và 26/9", "25-26/9", "các ngày 25, 26/9" has no month.
_DAYS_BEFORE = r"(?:\d{1,2}(?:~,~| và |~-~|~&~)){0,3}"
DAY = (
    rf"(?:(?:(?:các )?ngày~)?{_DAYS_BEFORE}"
    r"(?P<d>\d{1,2})~[/.-]~(?P<m>\d{1,2})(?:~[/.-]~(?P<y>\d{4}))?(?![\d/%])"
    rf"|(?:(?:các )?ngày |mùng |mồng )?{_DAYS_BEFORE}(?P<d2>\d{{1,2}}) tháng (?P<m2>\d{{1,2}}|này"
    r"|sau|tới)(?:(?:,? năm |~[/-]~)(?P<y2>\d{4}|nay|sau))?(?!\d))"
)
_HALF_A_YEAR = timedelta(days=183)


_Date = date  # the classes below have a field of that name


@dataclass(frozen=True)
class Day:
    """A day read from words: the date, or the reason in Vietnamese why there is none.

    `how` says what the words were taken to mean, when that is not plain from themselves;
    `is_over` that it lies before the paper's own date, `over_on` on which day it then does.
    """

    date: date | None
    doubt: str | None = None
    how: str = ""
    is_over: bool = False
    over_on: _Date | None = None


def day_of(found: re.Match[str], issued_on: date | None, year: int | None = None) -> Day:
    """The day in a match of DAY; a missing year is `year`, else the next such day of the paper."""
    day, month = int(found["d"] or found["d2"]), _month(found["m"] or found["m2"], issued_on)
    if month is None:
        return Day(None, "Thời hạn không ghi tháng và văn bản không có ngày ban hành.")
    written = found["y"] or found["y2"]
    if written in {"nay", "sau"}:
        written = str(issued_on.year + (written == "sau")) if issued_on else None
    shown = f"{day}/{month}" + (f"/{written}" if written else "")
    if written:
        return _whole(int(written), month, day, shown, issued_on)
    return dated(day, month, shown, issued_on, year)


def dated(day: int, month: int, shown: str, issued_on: date | None, year: int | None) -> Day:
    """A day without its year: in the year of issue, else in the next or that of the paper."""
    named = day_or_none(year, month, day) if year else None
    of_paper = Day(named, how=f"lấy năm {year} theo kỳ của văn bản")
    if issued_on is None:
        doubt = f"“{shown}” không ghi năm và văn bản không có ngày ban hành."
        return of_paper if named else Day(None, doubt)
    coming = _in_the_coming_year(day, month, shown, issued_on)
    return of_paper if coming.is_over and named and named >= issued_on else coming


def _month(written: str, issued_on: date | None) -> int | None:
    if written.isdigit():
        return int(written)
    if issued_on is None:
        return None
    return issued_on.month if written == "này" else issued_on.month % 12 + 1


def _whole(year: int, month: int, day: int, shown: str, issued_on: date | None) -> Day:
    value = day_or_none(year, month, day)
    if value is None:
        return Day(None, f"Ngày {shown} không có trong lịch.")
    if issued_on and value < issued_on:
        return _over(value, shown, issued_on)
    return Day(value)


def _over(value: date, shown: str, issued_on: date) -> Day:
    """A day before the paper's own is doubted; one of an earlier year is taken for mistyped."""
    told = f"Ngày {shown} đã qua so với ngày văn bản ({issued_on:%d/%m/%Y})"
    if value.year == issued_on.year:
        return Day(value, f"{told}.", is_over=True, over_on=value)
    coming = (day_or_none(issued_on.year + ahead, value.month, value.day) for ahead in (0, 1))
    likely = next((day for day in coming if day and day >= issued_on), None)
    doubt = f"{told}; có thể là {likely:%d/%m/%Y}." if likely else f"{told}."
    return Day(None, doubt, is_over=True, over_on=value)


def _in_the_coming_year(day: int, month: int, shown: str, issued_on: date) -> Day:
    this, following = (day_or_none(issued_on.year + ahead, month, day) for ahead in (0, 1))
    if this is None:
        return Day(None, f"Ngày {shown} không có trong lịch.")
    if this >= issued_on:
        return Day(this, how=f"lấy năm {this.year} theo ngày ban hành")
    if following and following - issued_on <= _HALF_A_YEAR:
        return Day(following, how=f"lấy năm {following.year}, vì năm nay ngày này đã qua")
    doubt = f"Ngày {shown} không ghi năm và đã qua khi ban hành văn bản."
    return Day(None, doubt, is_over=True)


def day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
