"""Days that are told in other ways: a beginning, the day of an event, the last working day, Tết.

What begins on a day to come is due on it: "vận hành thử từ 01/12/2026"; so is what prepares an
event: "chuẩn bị Lễ khai giảng ngày 05/9". Days of the lunar calendar are never turned into others.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from baro.documents.reading.days import DAY, HOUR, WEEKDAY, Day, day_or_none
from baro.documents.reading.limit_words import LIMIT
from baro.documents.reading.patterns import grammar
from baro.documents.reading.working_days import WorkingDays

_FROM_DAY = DAY.replace("?P<", "?P<from_")
BEGINS = grammar(
    rf"(?<!\w)(?:bắt đầu )?(?:kể )?(?<!tính\x20)từ (?:{HOUR}~)?{DAY}(?! (?:cho )?đến)(?!~-~\d)"
)
ITS_DAY = grammar(
    rf"(?<!\w)(?:chuẩn bị|tổ chức|phục vụ|ra quân|tham dự)(?: [^,;.:()\s]{{1,12}}){{1,14}}?"
    rf" (?:(?:vào|trong) )?(?=ngày|các ngày|sáng|chiều|tối)(?:(?:sáng|chiều|tối) )?{DAY}"
)
BOTH_DAYS = grammar(
    rf"(?<!\w)(?:trong|vào|cả)?(?: cả)?(?: hai| 02)?~(?:các )?(?:ngày )?(?:{WEEKDAY}~,?~)"
    rf"\(?{_FROM_DAY}\)?(?:~,~| và |~-~)(?:ngày )?(?:{WEEKDAY}~,?~)\(?{DAY}\)?"
)
LAST_DAY = grammar(
    rf"\b(?P<how>{LIMIT}|vào)~ngày (?P<working>làm việc )?(?:cuối cùng|cuối)(?: (?:của|trong))?"
    r" tháng (?P<month>1[0-2]|0?[1-9]|này|sau)(?:(?:~/~| năm )(?P<year>\d{4}))?(?![\w/])"
)
LUNAR = grammar(
    rf"\b(?:{LIMIT}|vào)~(?:ngày )?(?:(?:mùng |mồng |rằm )?\d{{0,2}}~)?(?:tháng (?:giêng|chạp)"
    r"|(?:mùng |mồng )?\d{1,2} tết(?!\w)"
    r"|(?:ngày )?(?:mùng |mồng )?\d{1,2}(?: tháng |~/~)\d{1,2}~\(?âm lịch\)?"
    r"|(?:rằm|mùng \w+|mồng \w+)(?: tháng)? (?:giêng|chạp|tết))(?: âm lịch)?"
    r"(?: năm \w+(?: \w+)?(?=~[,;.)]))?"
)
_BOUNDS = grammar(
    r"(?:^|[,;.:(])~(?:và )?(?:bảo đảm|đảm bảo|để|nhằm|không|tránh|phấn đấu)(?!\w)[^,;.:()]{0,80}$"
)
_LOOK_BACK = 90


def only_bounds(found: re.Match[str]) -> bool:
    """Whether the phrase says what must hold from that day, and not what begins then."""
    start = max(0, found.start() - _LOOK_BACK)
    return _BOUNDS.search(found.string[start : found.start()] + " ") is not None


def lunar_day(_: re.Match[str]) -> Day:
    return Day(None, "Thời hạn theo âm lịch, cần đối chiếu sang dương lịch.")


def last_day(found: re.Match[str], issued_on: date | None, calendar: WorkingDays) -> Day:
    """The last day of the month named, or its last working day."""
    if issued_on is None and not found["year"]:
        return Day(None, "Thời hạn không ghi năm và văn bản không có ngày ban hành.")
    year = int(found["year"]) if found["year"] else _year_of(found["month"], issued_on)
    month = _month_of(found["month"], issued_on)
    last = day_or_none(year, month, monthrange(year, month)[1]) if 1 < year < 9999 else None
    if last is None or (issued_on and last < issued_on):
        return Day(None, "Thời hạn đã qua khi ban hành văn bản.", is_over=True)
    if not found["working"]:
        return Day(last)
    while calendar.add_working_days(last, 0) != last:
        last -= timedelta(days=1)
    return Day(last, how="ngày làm việc cuối cùng của tháng")


def _month_of(written: str, issued_on: date | None) -> int:
    if written.isdigit():
        return int(written)
    this = issued_on.month if issued_on else 1
    return this if written == "này" else this % 12 + 1


def _year_of(month: str, issued_on: date | None) -> int:
    if issued_on is None:
        return 0
    named = _month_of(month, issued_on)
    return issued_on.year + (named < issued_on.month)
