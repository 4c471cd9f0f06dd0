"""Months, quarters, halves and years as deadlines: a period ends on its last day."""

import re
from calendar import monthrange
from datetime import date, timedelta

from baro.documents.reading.days import Day, day_or_none
from baro.documents.reading.limit_words import LIMIT
from baro.documents.reading.patterns import grammar

_HOW = (
    rf"(?P<how>(?:{LIMIT}|cuối|đầu|giữa|xong|hoàn thành|ngay)(?: ngay| từ)?"
    r"(?: cuối| đầu| giữa| nửa đầu| nửa cuối)?)"
)
_YEAR = r"(?:~[/-]~(?P<year>\d{4})|,? năm (?P<year2>\d{4}|nay|sau|tới))?(?![\w/])"
_MONTH = r"(?:1[0-2]|0?[1-9])(?!\d)"
_ROMAN = r"(?:iv|i{1,3}|[1-4]|một|hai|ba|bốn|tư)"
_BETWEEN = r"(?:~,~|~-~| và | hoặc )"
_PREPARED = r"vào(?: cuối)?|kỳ|dịp|đến(?: cuối)?"
_QUARTER = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4,
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4,
}  # fmt: skip
_NEXT = {"sau", "tới"}
_COMES = (
    r"(?P<how>(?:(?:hoàn thành|xong|dứt điểm|thực hiện|trình|ban hành|phê duyệt|khởi công"
    r"|quyết toán|nghiệm thu)(?: xong)? )?(?:ngay )?trong)"
)

SPAN = grammar(
    rf"\btừ (?:đầu )?(?:tháng {_MONTH}|quý {_ROMAN})(?:(?:~/~| năm )\d{{4}})? (?:cho )?(?P<how>đến"
    rf"(?: hết| cuối)?) (?:tháng (?P<month>{_MONTH})|quý (?P<quarter>{_ROMAN}(?!\w))){_YEAR}"
)
YEARS = grammar(
    r"\b(?P<how>trong)(?: các| hai| 2| 02)? năm \d{4}(?:~,~| và |~-~)(?:năm )?(?P<year>\d{4})(?!\d)"
    r"(?P<year2>(?!.))?"
)
# Counted only when they lie ahead: "sơ kết vào tháng 12/2026", "sinh hoạt kỳ tháng 11".
AHEAD = grammar(
    rf"\b(?P<how>{_PREPARED}) (?:tháng (?P<month>{_MONTH})|quý (?P<quarter>{_ROMAN}(?!\w))){_YEAR}"
)
# The second of two: "quý II | và quý IV".
SECOND = grammar(
    rf"(?:~,~| và )(?P<how>)(?:tháng (?P<month>{_MONTH})|quý (?P<quarter>{_ROMAN}(?!\w))){_YEAR}"
)
START = grammar(
    r"\b(?:kể )?từ (?:đầu|giữa|cuối) (?:năm \d{4}|năm (?:sau|tới)|quý \w+(?:~/~\d{4})?"
    r"|tháng \d{1,2}(?:~/~\d{4})?)(?! (?:cho )?đến)"
)
IN_FIGURES = grammar(
    rf"\b{_HOW} (?:tháng )?t?(?P<month>{_MONTH})~/~(?P<year>20\d\d)(?P<year2>\b)(?![/-])"
)
_FORMS = (
    grammar(
        rf"\b{_HOW} (?P<half>(?:(?:0?[2369]|ba|sáu|chín|các|những) tháng|nửa|(?:hai|02|2) quý)"
        r" (?:đầu|cuối|còn lại(?: của)?)) năm(?: (?P<year>\d{4}|nay))?(?P<year2>\b)"
    ),
    grammar(
        rf"\b{_HOW} (?:các |(?:0?[2-9]|hai|ba) )?tháng (?:{_MONTH}{_BETWEEN}){{0,3}}"
        rf"(?P<month>{_MONTH}|này|sau|tới){_YEAR}"
    ),
    grammar(
        rf"\b{_HOW} (?:các |(?:hai|02|2) )?quý (?:{_ROMAN}{_BETWEEN}){{0,2}}"
        rf"(?P<quarter>{_ROMAN}(?!\w)|này|sau|tới){_YEAR}"
    ),
    grammar(
        rf"(?<!họp\x20)\b(?P<how>{LIMIT}(?: cuối)?)(?<!trong)"
        r" năm(?! học)~(?P<year>\d{4}|nay|sau|tới)?(?P<year2>\b)(?! \w+ tiếp)"
    ),
    grammar(r"(?<!họp\x20)\b(?P<how>cuối) năm (?P<year>\d{4}|nay)(?P<year2>\b)"),
    grammar(
        rf"\b{_COMES} năm(?: (?P<year>\d{{4}}|nay))?(?P<year2>\b)"
        r"(?=~(?:[.;,)]|$| và| để| theo))"
    ),
    grammar(
        r"\b(?P<how>(?:hoàn thành|xong|dứt điểm|trình|ban hành)(?: xong)? (?:ngay )?trong)"
        r" (?P<this>tháng|quý)(?=~(?:[.;,)]|$))"
    ),
)
# Each with words that a text must have before it is searched.
FORMS = tuple(
    zip(
        _FORMS,
        (("năm",), ("tháng",), ("quý",), ("năm",), ("năm",), ("năm",), ("tháng", "quý")),
        strict=True,
    )
)
_HALF_A_YEAR = 183
_MIDDLE = 15
_PARTS = {"ba": 3, "sáu": 6, "chín": 9, "hai": 6}


def day_of(found: re.Match[str], issued_on: date | None, plan_year: int | None = None) -> Day:
    """The day a period comes to; without its year it is of the issue, the next or `plan_year`."""
    parts = found.groupdict()
    day = _day_in(parts, issued_on)
    if plan_year and day.date is None and (day.is_over or issued_on is None):
        of_paper = _day_in({**parts, "year": str(plan_year)}, issued_on)
        return of_paper if of_paper.date and not of_paper.is_over else day
    return day


def _day_in(parts: dict[str, str | None], issued_on: date | None) -> Day:
    how = " ".join((parts["how"] or "trong").split())
    if how.endswith("nửa đầu") and parts.get("month"):
        return _first_half(parts, issued_on)
    if "đầu" in how.split() or "giữa" in how:
        return Day(None, "Thời hạn chưa ghi rõ ngày trong kỳ.")
    if issued_on is None and _year(parts, None) is None:
        return Day(None, "Thời hạn không ghi năm và văn bản không có ngày ban hành.")
    first, last = _first_and_last(parts, issued_on)
    if first is None or last is None:
        return Day(None, "Thời hạn chưa ghi rõ kỳ.")
    before = how.split()[-1] == "trước"
    return _judged(first - timedelta(days=1) if before else last, parts, issued_on)


def _first_half(parts: dict[str, str | None], issued_on: date | None) -> Day:
    first, last = _first_and_last(parts, issued_on)
    if first is None or last is None or (issued_on and last < issued_on):
        return Day(None, "Thời hạn chưa ghi rõ ngày trong kỳ.")
    return Day(first.replace(day=_MIDDLE), how=f"nửa đầu tháng, đến ngày {_MIDDLE}")


def _first_and_last(
    parts: dict[str, str | None], issued_on: date | None
) -> tuple[date | None, date | None]:
    year = _year(parts, issued_on) or (issued_on.year if issued_on else 0)
    if parts.get("half"):
        months = _part_of_year(str(parts["half"]))
    elif unit := parts.get("month") or (parts.get("this") == "tháng" and "này"):
        year, month = _counted(unit, year, issued_on, 12, issued_on.month if issued_on else 0)
        months = (month, month)
    elif unit := parts.get("quarter") or (parts.get("this") == "quý" and "này"):
        this = (issued_on.month + 2) // 3 if issued_on else 0
        year, quarter = _counted(unit, year, issued_on, 4, this)
        months = (quarter * 3 - 2, quarter * 3)
    else:
        months = (1, 12)
    return _whole_months(year, *months)


def _part_of_year(words: str) -> tuple[int, int]:
    """As in "6 tháng đầu năm", "03 tháng cuối năm", "các tháng còn lại của năm"."""
    number = words.split()[0]
    months = int(number) if number.isdigit() and "quý" not in words else _PARTS.get(number, 6)
    return (1, months) if "đầu" in words else (13 - months, 12)


def _counted(
    written: str, year: int, issued_on: date | None, in_a_year: int, this: int
) -> tuple[int, int]:
    """The year and the number of a month or quarter, this and the next one included."""
    if written in {"này", *_NEXT}:
        year, this = (issued_on.year if issued_on else 0), this + (written in _NEXT)
        return (year + 1, 1) if this > in_a_year else (year, this)
    return year, _QUARTER[written] if in_a_year == 4 else int(written)


def _year(parts: dict[str, str | None], issued_on: date | None) -> int | None:
    written = [value for key in ("year", "year2") if (value := parts.get(key))]
    if not written:
        return None
    if written[0].isdigit():
        return int(written[0])
    return issued_on.year + (written[0] in _NEXT) if issued_on else None


def _whole_months(year: int, first: int, last: int) -> tuple[date | None, date | None]:
    if not 1 < year <= 9999 or first < 1:
        return None, None
    return day_or_none(year, first, 1), day_or_none(year, last, monthrange(year, last)[1])


def _judged(value: date, parts: dict[str, str | None], issued_on: date | None) -> Day:
    """A period named without its year must not be over when the paper is issued."""
    if issued_on and value < issued_on:
        if _year(parts, issued_on) is None:
            return _in_the_next_year(value, parts, issued_on)
        return Day(value, "Thời hạn trước ngày ban hành văn bản.", is_over=True)
    return Day(value, how="lấy ngày cuối của kỳ")


def _in_the_next_year(value: date, parts: dict[str, str | None], issued_on: date) -> Day:
    """As in a paper of December: "trong quý I" is the one to come."""
    following = _first_and_last({**parts, "year": str(value.year + 1)}, issued_on)[1]
    if following and (following - issued_on).days <= _HALF_A_YEAR and parts.get("how") != "trước":
        return Day(following, how=f"lấy năm {following.year}, vì kỳ này của năm nay đã qua")
    doubt = "Thời hạn không ghi năm và đã qua khi ban hành văn bản."
    return Day(None, doubt, is_over=True)
