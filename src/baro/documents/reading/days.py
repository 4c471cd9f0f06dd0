"""Days as texts write them: 25/9/2026, 25-9, ngày 25 tháng 9 năm 2026. No such day, no date."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

HOUR = r"(?:\d{1,2}~(?:giờ|h|g|:)~(?:\d{2})?(?:~phút)?,?~)"
WEEKDAY = r"(?:(?:sáng |chiều )?thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)"
DAY = (
    r"(?:(?:ngày~)?(?P<d>\d{1,2})~[/.-]~(?P<m>\d{1,2})(?:~[/.-]~(?P<y>\d{4}))?(?![\d/%])"
    r"|(?:ngày |mùng )?(?P<d2>\d{1,2}) tháng (?P<m2>\d{1,2})(?:(?: năm |~/~)(?P<y2>\d{4}))?(?!\d))"
)
_HALF_A_YEAR = timedelta(days=183)


@dataclass(frozen=True)
class Day:
    """A day read from words: the date, or the reason in Vietnamese why there is none."""

    date: date | None
    doubt: str | None = None


def day_of(found: re.Match[str], issued_on: date | None) -> Day:
    """The day in a match of DAY; a missing year is the next such day after the paper's date."""
    day, month = int(found["d"] or found["d2"]), int(found["m"] or found["m2"])
    year = found["y"] or found["y2"]
    shown = f"{day}/{month}" + (f"/{year}" if year else "")
    if year:
        return _whole(int(year), month, day, shown, issued_on)
    if issued_on is None:
        return Day(None, f"“{shown}” không ghi năm và văn bản không có ngày ban hành.")
    return _in_the_coming_year(day, month, shown, issued_on)


def _whole(year: int, month: int, day: int, shown: str, issued_on: date | None) -> Day:
    value = day_or_none(year, month, day)
    if value is None:
        return Day(None, f"Ngày {shown} không có trong lịch.")
    if issued_on and value < issued_on:
        return Day(value, f"Thời hạn {shown} trước ngày ban hành văn bản.")
    return Day(value)


def _in_the_coming_year(day: int, month: int, shown: str, issued_on: date) -> Day:
    this, following = (day_or_none(issued_on.year + ahead, month, day) for ahead in (0, 1))
    if this is None:
        return Day(None, f"Ngày {shown} không có trong lịch.")
    if this >= issued_on:
        return Day(this)
    if following and following - issued_on <= _HALF_A_YEAR:
        return Day(following)
    return Day(None, f"Ngày {shown} không ghi năm và đã qua khi ban hành văn bản.")


def day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
