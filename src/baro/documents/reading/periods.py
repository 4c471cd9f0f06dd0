"""Months, quarters, halves and years as deadlines: a period ends on its last day."""

import re
from calendar import monthrange
from datetime import date, timedelta

from baro.documents.reading.days import Day, day_or_none
from baro.documents.reading.patterns import grammar

_IN = (
    r"(?P<{0}>(?:đến )?(?:hết|cuối)|trước|trong|đầu|giữa|xong"
    r"|(?:hoàn thành|xong)(?: vào| trong| trước)?"
    r"|(?:thời hạn|thời gian|hạn|tiến độ)(?: hoàn thành| thực hiện)?~:(?:~trong|~trước|~hết)?)"
)
_YEAR = r"(?:~[/-]~(?P<{0}>\d{{4}})| năm (?P<{0}2>\d{{4}}|nay)| nay)?"
_QUARTER = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def _form(unit: str, name: str) -> re.Pattern[str]:
    return grammar(
        rf"\b{_IN.format('how')} {unit}{_YEAR.format('year')}(?![\w/])".replace("NAME", name)
    )


FORMS = (
    grammar(
        r"\b(?P<how>trong|hết|trước|xong)?~(?P<half>(?:0?6|sáu) tháng (?:đầu|cuối)) năm"
        r"(?: (?P<year>\d{4}))?(?P<year2>\b)"
    ),
    _form(r"(?:các )?tháng (?P<month>1[0-2]|0?[1-9]|này)", "month"),
    _form(r"quý (?P<quarter>iv|i{1,3}|[1-4]|này)", "quarter"),
    grammar(
        r"(?<!họp\x20)\b(?:(?P<how>(?:đến )?(?:hết|cuối)|trước) năm~(?P<year>\d{4}"
        r"|nay)?(?P<year2>\b)"
        r"|(?P<how2>(?:hoàn thành|xong|dứt điểm|thực hiện|trình|ban hành|phê duyệt"
        r"|khởi công) trong)"
        r" năm (?P<year3>\d{4}|nay)\b|(?P<how3>trong) năm (?P<year4>\d{4}|nay)~(?=[.;,)]|$))"
    ),
)


def day_of(found: re.Match[str], issued_on: date | None) -> Day:
    parts = found.groupdict()
    how = parts.get("how") or parts.get("how2") or parts.get("how3") or "trong"
    if "đầu" in how or "giữa" in how:
        return Day(None, "Thời hạn chưa ghi rõ ngày trong kỳ.")
    year = _year(parts, issued_on)
    if year is None:
        return Day(None, "Thời hạn không ghi năm và văn bản không có ngày ban hành.")
    first, last = _first_and_last(parts, year, issued_on)
    if first is None or last is None:
        return Day(None, "Thời hạn chưa ghi rõ kỳ.")
    return _judged(first - timedelta(days=1) if "trước" in how else last, parts, issued_on)


def _year(parts: dict[str, str | None], issued_on: date | None) -> int | None:
    written = [parts.get(key) for key in ("year", "year2", "year3", "year4")]
    number = next((value for value in written if value and value.isdigit()), None)
    if number:
        return int(number)
    return issued_on.year if issued_on else None


def _first_and_last(
    parts: dict[str, str | None], year: int, issued_on: date | None
) -> tuple[date | None, date | None]:
    if parts.get("half"):
        months = (1, 6) if "đầu" in str(parts["half"]) else (7, 12)
    elif parts.get("month"):
        month = _number(parts["month"], issued_on.month if issued_on else 0)
        months = (month, month)
    elif parts.get("quarter"):
        quarter = _number(parts["quarter"], (issued_on.month + 2) // 3 if issued_on else 0)
        months = (quarter * 3 - 2, quarter * 3)
    else:
        months = (1, 12)
    return _whole_months(year, *months)


def _number(written: str | None, this: int) -> int:
    if written == "này":
        return this
    return _QUARTER.get(str(written)) or int(str(written))


def _whole_months(year: int, first: int, last: int) -> tuple[date | None, date | None]:
    if not 1 <= year <= 9999 or first < 1:
        return None, None
    return day_or_none(year, first, 1), day_or_none(year, last, monthrange(year, last)[1])


def _judged(value: date, parts: dict[str, str | None], issued_on: date | None) -> Day:
    """A period named without its year must not be over when the paper is issued."""
    if issued_on and value < issued_on:
        if _year(parts, None) is None:
            return Day(None, "Thời hạn không ghi năm và đã qua khi ban hành văn bản.")
        return Day(value, "Thời hạn trước ngày ban hành văn bản.")
    return Day(value)
