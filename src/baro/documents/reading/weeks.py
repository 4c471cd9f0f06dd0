"""Weeks and their days: "trong tuần 37", "thứ Sáu tuần này", "ngày mai". A week ends on Sunday."""

import re
from datetime import date, timedelta

from baro.documents.reading.days import HOUR, WEEKDAY, Day
from baro.documents.reading.limit_words import LIMIT
from baro.documents.reading.patterns import grammar

_WHICH = r"(?:này|sau|tới|kế tiếp|tiếp theo)"
WEEK = grammar(
    rf"\b(?P<how>{LIMIT}|cuối|đầu|giữa|vào|ngay(?= tuần này)|(?:kể )?từ)~{HOUR}?(?:ngày )?"
    rf"(?:(?P<day>{WEEKDAY})~,?~)?(?P<part>đầu |giữa |cuối )?"
    r"tuần (?:lễ )?"
    rf"(?P<week>{_WHICH}|(?:thứ )?\d{{1,2}})(?:(?:~/~| năm )(?P<year>\d{{4}}))?(?!\w|~/~\d)"
)
SPAN = grammar(
    r"\b(?P<how>(?:từ )?(?:trong )?tuần (?:thứ )?\d{1,2}(?:(?:~/~| năm )\d{4})?"
    r"(?:~-~| (?:cho )?đến )(?:hết )?(?:tuần )?)(?P<day>(?!.))?(?P<part>(?!.))?"
    r"(?:thứ )?(?P<week>\d{1,2})"
    r"(?:(?:~/~| năm )(?P<year>\d{4}))?(?!\w|~/~\d)"
)
COMING_DAY = grammar(rf"\b(?:{LIMIT})~{HOUR}?(?P<day>{WEEKDAY}) (?:này|tới)\b")
NEAR_DAY = grammar(
    rf"\b(?:{LIMIT}|vào|ngay)~{HOUR}?(?:~ngày)?~(?P<near>hôm nay|ngày mai|hôm sau|mai"
    r"|cùng ngày|(?:sáng|trưa|chiều|tối|đêm) (?:nay|mai))(?!\w)(?:~\(\d{1,2}/\d{1,2}\))?"
)
THIS_WEEKEND = grammar(
    rf"\b(?P<how>{LIMIT}|vào|ngay|đến)~(?:ngày )?(?P<day>(?!.))?(?P<part>cuối )tuần"
    r"(?P<week>(?! (?:này|sau|tới|cuối|đầu|kế|của|tháng|thứ|lễ|\d)))(?P<year>(?!.))?(?!\w)"
)
LAST_OF_MONTH = grammar(
    rf"\b(?P<how>{LIMIT}|vào)~tuần cuối(?: cùng)?(?: của)? tháng (?P<month>1[0-2]|0?[1-9])"
    r"(?:(?:~/~| năm )(?P<year>\d{4}))?(?P<year2>\b)(?![\w/])"
)
WEEK_OF_MONTH = grammar(
    rf"\b(?:{LIMIT}|vào)~tuần (?:đầu tiên|đầu|cuối|giữa|thứ \w+|lễ)(?: của)? (?:tháng \w+"
    r"|quý \w+|năm)(?:~/~\d{4}| năm \d{4})?"
)
THIS_WEEK = grammar(r"\b(?:ngay )?trong tuần(?=~(?:[.;,)]|$))")
_NO_DAY = "Văn bản không có ngày ban hành để tính tuần."
_DAYS = {"hai": 1, "ba": 2, "tư": 3, "năm": 4, "sáu": 5, "bảy": 6, "nhật": 7}
_SUNDAY = 7


def weekday_of(words: str) -> int:
    """1 for Monday to 7 for Sunday."""
    last = words.split()[-1]
    return int(last) - 1 if last.isdigit() else _DAYS[last]


def week_of(found: re.Match[str], issued_on: date | None) -> Day:
    part = (found["part"] or found["how"]).split()[-1]
    if not found["day"] and part in {"đầu", "giữa", "từ"}:
        return Day(None, "Thời hạn chưa ghi rõ ngày trong tuần.")
    if issued_on is None:
        return Day(None, _NO_DAY)
    monday = _monday(found["week"], found["year"], issued_on)
    if monday is None:
        return Day(None, "Trong năm không có tuần này.")
    before = found["how"].endswith("trước") and not found["day"] and not found["part"]
    ahead = weekday_of(found["day"]) if found["day"] else (0 if before else _SUNDAY)
    value = monday + timedelta(days=ahead - 1)
    if value < issued_on:
        return Day(None, "Thời hạn đã qua khi ban hành văn bản.", is_over=True)
    last = monday + timedelta(days=_SUNDAY - 1)
    return Day(value, how=f"tuần từ {monday:%d/%m} đến {last:%d/%m/%Y}")


def _monday(week: str, year: str | None, issued_on: date) -> date | None:
    this = issued_on - timedelta(days=issued_on.weekday())
    if not week or not week[-1].isdigit():
        return this if week in {"", "này"} else this + timedelta(days=7)
    try:
        return date.fromisocalendar(int(year or issued_on.year), int(week.split()[-1]), 1)
    except ValueError:
        return None


def coming_day(found: re.Match[str], issued_on: date | None) -> Day:
    if issued_on is None:
        return Day(None, _NO_DAY)
    ahead = (weekday_of(found["day"]) - issued_on.isoweekday()) % 7 or 7
    return Day(issued_on + timedelta(days=ahead), how="tính từ ngày ban hành")


def near_day(found: re.Match[str], issued_on: date | None) -> Day:
    if issued_on is None:
        return Day(None, "Văn bản không có ngày ban hành.")
    ahead = 1 if found["near"].split()[-1] in {"mai", "sau"} else 0
    return Day(issued_on + timedelta(days=ahead), how="tính từ ngày ban hành")
