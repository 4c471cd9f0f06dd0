"""Terms counted from a day: "trong 5 ngày làm việc kể từ ngày ban hành"."""

import re
from calendar import monthrange
from datetime import date, timedelta

from baro.documents.reading.days import Day, day_or_none
from baro.documents.reading.patterns import grammar
from baro.documents.reading.working_days import WorkingDays

TERM = grammar(
    r"\b(?:trong|chậm nhất|muộn nhất|không quá|thời hạn|tối đa|sau)(?: là| vòng| thời hạn"
    r"| thời gian| sau)*"
    r" (?P<n>\d{1,3})(?: \(\w+\))? (?P<unit>ngày làm việc|ngày|tuần|tháng|giờ làm việc|giờ|tiếng)\b"
    r"(?! (?:đầu|cuối|tới|qua|gần|trước|vừa|triển khai))"
    r"(?P<from>,? (?:kể từ|tính từ|từ|sau)(?: ngày| khi| thời điểm| lúc)*"
    r" (?P<start>nhận(?: được)?(?: \w+){0,5}|có hiệu lực"
    r"|(?:ban hành|ký|phát hành|có|ra)(?: ban hành)?(?: (?:thông báo|công văn|kết luận|văn bản"
    r"|kế hoạch|chỉ thị|công điện)(?: kết luận)?(?: này)?)?|(?:thông báo|công văn|văn bản) này))?"
)
_FROM_ISSUE = ("ban hành", "ký", "phát hành", "thông báo", "công văn", "văn bản", "kết luận")


def day_of(found: re.Match[str], issued_on: date | None, calendar: WorkingDays) -> Day:
    if not found["from"] or not _starts_at_issue(found["start"] or ""):
        return Day(None, "Thời hạn tính theo số ngày nhưng chưa rõ ngày bắt đầu.")
    if issued_on is None:
        return Day(None, "Thời hạn tính từ ngày ban hành, nhưng văn bản không có ngày.")
    return _counted(int(found["n"]), found["unit"], issued_on, calendar)


def _starts_at_issue(start: str) -> bool:
    return "nhận" not in start and any(word in start for word in _FROM_ISSUE)


def _counted(number: int, unit: str, issued_on: date, calendar: WorkingDays) -> Day:
    """The first day is not counted; a last day off moves to the next working day (Art. 147-148)."""
    if unit == "ngày làm việc":
        return Day(calendar.add_working_days(issued_on, number))
    if unit in {"giờ", "giờ làm việc", "tiếng"}:
        return Day(None, "Thời hạn tính bằng giờ, cần xác định giờ ban hành.")
    last = (
        _same_day_after(issued_on, number) if unit == "tháng" else _later(issued_on, number, unit)
    )
    return Day(calendar.add_working_days(last, 0)) if last else Day(None, "Thời hạn quá xa.")


def _later(day: date, number: int, unit: str) -> date:
    return day + timedelta(days=number * (7 if unit == "tuần" else 1))


def _same_day_after(day: date, months: int) -> date | None:
    """A month without that day ends on its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > 9990:
        return None
    return day_or_none(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
