"""Terms counted from a day: "trong 5 ngày làm việc kể từ ngày ban hành"."""

import re
from calendar import monthrange
from datetime import date, timedelta

from baro.documents.reading.days import Day, day_or_none
from baro.documents.reading.patterns import grammar
from baro.documents.reading.working_days import WorkingDays
from baro.kernel.errors import DomainError

_NUMBERS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười lăm": 15, "hai mươi": 20, "ba mươi": 30,
}  # fmt: skip
_SPELLED = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_PAPER = (
    r"(?:thông báo|công văn|kết luận|văn bản|kế hoạch|chỉ thị|công điện|nghị quyết|quyết định"
    r"|chương trình|hướng dẫn)"
)
TERM = grammar(
    r"\b(?:trong|chậm nhất|muộn nhất|không quá|thời hạn|tối đa|sau)(?:~:| là| vòng| thời hạn"
    r"| thời gian| sau| không quá| tối đa){0,4}"
    rf" (?P<n>\d{{1,3}}|{_SPELLED})(?:~\(\w+(?: \w+)?\))? (?P<unit>ngày làm việc|ngày|tuần làm việc"
    r"|tuần|tháng|giờ làm việc|giờ|tiếng)\b"
    r"(?! (?:đầu|cuối|tới|qua|gần|trước|vừa|triển khai|\d|và|này|nay|liền|mỗi))(?!~[,-]~\d)"
    r"(?P<from>~,?~(?:kể từ|tính từ|từ|sau)(?: ngày| khi| thời điểm| lúc){0,3}"
    r" (?P<start>nhận(?: được)?(?: \w+){0,5}|có hiệu lực|hôm nay|nay(?!\w)"
    rf"|(?:(?:{_PAPER} )?(?:này )?(?:được )?(?:ban hành|ký|phát hành|ra|có)(?: ban hành)?"
    rf"(?: {_PAPER}(?: kết luận)?(?: này)?)?)"
    rf"|{_PAPER} này|[^,;.:()]{{3,50}}))?"
)
# "trong 10 ngày tới" counts from the day of the paper.
AHEAD = grammar(
    rf"\b(?:trong|sau)(?: vòng)? (?P<n>\d{{1,3}}|{_SPELLED})~(?P<unit>ngày làm việc|ngày|tuần|tháng"
    r"|giờ|tiếng|h)(?: làm việc)? (?:tới|nữa|sắp tới)(?!\w)"
)
_ISSUE = ("ban hành", "ký", "phát hành", "nay")
_ISSUED = grammar(
    rf"(?:(?:{_PAPER} )?(?:này )?(?:được )?(?:ban hành|ký|phát hành|ra)(?: ban hành)?"
    rf"(?: (?:{_PAPER}).{{0,20}})?|có {_PAPER}(?: kết luận)?(?: này)?|{_PAPER} này|hôm nay|nay)~$"
)


def limits_a_task(found: re.Match[str]) -> bool:
    """As in "còn không quá 3 ngày": without a first day such words are a measure, not a term."""
    return bool(found["from"]) or not found[0].startswith(("không quá", "tối đa", "sau"))


def day_of(found: re.Match[str], issued_on: date | None, calendar: WorkingDays) -> Day:
    start = found["start"] or ""
    if "nhận" in start:
        return Day(None, "Thời hạn tính từ ngày nhận, chưa rõ ngày bắt đầu.")
    if not found["from"] or not _ISSUED.match(start):
        return Day(None, "Thời hạn tính theo số ngày nhưng chưa rõ ngày bắt đầu.")
    if issued_on is None:
        return Day(None, "Thời hạn tính từ ngày ban hành, nhưng văn bản không có ngày.")
    try:
        return _counted(_number(found), found["unit"].split(), issued_on, calendar)
    except DomainError:
        return Day(None, "Lịch làm việc chưa có năm này.")


def day_ahead(found: re.Match[str], issued_on: date | None, calendar: WorkingDays) -> Day:
    """As in "trong 10 ngày tới": from the day of the paper on."""
    if issued_on is None:
        return Day(None, "Thời hạn tính từ ngày ban hành, nhưng văn bản không có ngày.")
    unit = found["unit"].split()
    if unit[0] in {"giờ", "tiếng", "h"}:
        return Day(None, "Thời hạn tính bằng giờ, cần xác định giờ ban hành.")
    try:
        return _counted(_number(found), unit, issued_on, calendar)
    except DomainError:
        return Day(None, "Lịch làm việc chưa có năm này.")


def _number(found: re.Match[str]) -> int:
    return _NUMBERS.get(" ".join(found["n"].split())) or int(found["n"])


def _counted(number: int, unit: list[str], issued_on: date, calendar: WorkingDays) -> Day:
    """The first day is not counted; a last day off moves to the next working day (Art. 147-148)."""
    how = f"tính từ ngày ban hành {issued_on:%d/%m/%Y}"
    if unit[0] == "ngày" and len(unit) > 1:
        return Day(calendar.add_working_days(issued_on, number), how=f"{how} theo lịch làm việc")
    if unit[0] in {"giờ", "tiếng"}:
        return Day(None, "Thời hạn tính bằng giờ, cần xác định giờ ban hành.")
    last = (
        _same_day_after(issued_on, number)
        if unit[0] == "tháng"
        else _later(issued_on, number, unit[0])
    )
    return Day(calendar.add_working_days(last, 0), how=how) if last else Day(None, _TOO_FAR)


_TOO_FAR = "Thời hạn quá xa."


def _later(day: date, number: int, unit: str) -> date | None:
    try:
        return day + timedelta(days=number * (7 if unit == "tuần" else 1))
    except OverflowError:
        return None


def _same_day_after(day: date, months: int) -> date | None:
    """A month without that day ends on its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > 9990:
        return None
    return day_or_none(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
