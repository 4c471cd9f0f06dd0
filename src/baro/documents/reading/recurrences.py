"""The grammar of what comes back: "trước ngày 25 hằng tháng", "hằng tuần vào thứ Sáu"."""

import re
from dataclasses import dataclass

from baro.documents.reading.days import HOUR, WEEKDAY
from baro.documents.reading.drafts import Every, Recurrence
from baro.documents.reading.patterns import grammar

_LIMIT = r"(?:(?:trước|vào|chậm nhất|muộn nhất|hết|trong)(?: là| vào| trước| trong| hết){0,2}~)?"
_WEEKDAYS = (
    rf"(?:(?:các )?ngày )?{WEEKDAY}(?:(?:~,~| và |~,~và ){WEEKDAY}){{0,4}}"
    r"(?: (?:đầu tiên|cuối cùng)(?= của))?"
)
_NUMBER = r"\d{1,2}(?:~/~\d{1,2}(?![/\d])| tháng \d{1,2})?"
_DATES = (
    rf"(?:các )?(?:ngày |mùng |mồng ){{1,2}}{_NUMBER}"
    rf"(?:(?:~,~| và )(?:trước )?(?:ngày )?{_NUMBER}){{0,3}}"
)
_LAST = r"ngày (?:làm việc )?(?:đầu tiên|cuối cùng|cuối|đầu|thứ \w+)(?! tháng)"
_LAST_WEEK = r"(?:tuần|tháng) (?:đầu tiên|cuối cùng|đầu|cuối)"
_WHEN = (
    rf"(?:{_LIMIT}(?:{HOUR}~(?:của )?)?(?:{_WEEKDAYS}|{_DATES}|{_LAST}|{_LAST_WEEK})(?![\d/])"
    rf"|(?:trước|chậm nhất|vào)(?: là| lúc)?~{HOUR}(?= ?,?~(?:hằng|hàng|mỗi) ngày)"
    r"|vào tháng \d{1,2}(?:(?:~,~| và )(?:tháng )?\d{1,2}){0,3}(?= (?:hằng|hàng|mỗi) năm))"
)
_UNIT = (
    r"(?:ngày(?! (?:làm việc|\d|đầu|cuối))|(?:hai|0?2) tuần|tuần(?! lễ)|tháng(?! \d)|quý(?! \d)"
    r"|(?:0?6|sáu) tháng|nửa năm|năm(?! \d))"
)
_ONCE = r"(?: (?:ít nhất |tối thiểu )?(?:một|0?1) lần)?"
_ALSO = (
    r"(?:(?:~,~| và |~,~và )(?:(?:hằng|hàng|mỗi) )?(?:quý|(?:0?6|sáu) tháng|(?:một )?năm)"
    r"(?!\w)){0,3}"
)
_EACH = rf"(?:(?:hằng|hàng|mỗi) (?P<each>{_UNIT})(?!\w){_ALSO}{_ONCE})"
_FIXED = (
    r"(?:định kỳ~,?(?: theo| vào| báo cáo| mỗi| từng| hằng| hàng){0,2}"
    rf" (?P<fixed>{_UNIT})(?!\w){_ALSO}{_ONCE})"
)
_TIMES = (
    rf"(?:(?:cứ )?(?:(?:0?1|một) )?(?P<times>{_UNIT})(?:~/~(?:0?1 |một )?| (?:một|0?1) )lần(?!\w)"
    r"|(?:(?:ít nhất|tối thiểu) )?(?:\d{1,2}|một|hai|ba) (?:lần|ngày|buổi|kỳ|cuộc|phiên|bài"
    r"|tin|giờ)(?: \w+){0,2}?~(?:/~|mỗi |một )(?:0?1 |một )?"
    rf"(?!ngày)(?P<often>{_UNIT})(?!\w)(?! qua))"
)
_LISTED = (
    r"(?:(?P<listed>(?:0?6|sáu) tháng|quý)(?:~,~| và )(?:(?:hằng|hàng) )?năm"
    r"(?= báo cáo|~,?~tổng hợp|~,?~gửi))"
)
_PAPER = (
    r"(?:(?:báo cáo (?:định kỳ )?|theo (?:định kỳ )?)(?P<paper>tuần|tháng|quý)"
    r"(?= (?:trước (?:ngày|\d)|vào (?:ngày|thứ|\d)|chậm nhất|gửi|về (?:sở|văn phòng|ubnd|ban))))"
)
_NO_ONE_SPARED = r"(?:(?P<spared>tuần|tháng|quý|năm) nào(?= [^,;.:]{1,60}? cũng(?!\w)))"
_IN_QUARTER = (
    rf"(?P<in_quarter>{_WHEN} (?:của )?tháng (?:cuối|đầu)(?: cùng)?(?: của)?"
    r"(?: mỗi| hằng| hàng)? quý(?: sau)?)"
)
_OF = rf"(?P<at>{_WHEN}) của (?:mỗi )?(?P<of>tuần|tháng|quý|năm)(?! (?:\d|này|sau|tới|nay|i))(?!\w)"
_MONTH_END = (
    rf"(?P<month_end>{_LIMIT}(?:ngày \d{{1,2}}(?:~,~| và ))?ngày (?:làm việc )?(?:đầu|cuối)"
    r"(?: tiên| cùng)? tháng)(?! (?:\d|này|sau|tới|nay))"
)
_DAY_END = rf"(?P<day_end>{_LIMIT}(?:đầu|cuối) mỗi (?:buổi(?: \w+)?|ngày))"
_RULE = grammar(
    rf"(?<!\w)(?:{_IN_QUARTER}|{_OF}|{_MONTH_END}|{_DAY_END}"
    rf"|(?:(?P<before>{_WHEN})~(?:của )?(?:,~)?)?(?P<steady>định kỳ,? )?(?:vào )?"
    rf"(?:{_EACH}|{_FIXED}|{_TIMES}|{_LISTED}|{_PAPER}|{_NO_ONE_SPARED})"
    rf"(?:~,?~\(?(?P<after>{_WHEN}(?: (?:của )?tháng (?:cuối"
    r"|đầu)(?: cùng)?(?: của)? quý(?: sau)?)?)~\)?)?)"
)
_DOES = grammar(
    r"\b(?:báo cáo|tổng hợp|gửi|cập nhật|giao ban|rà soát|kiểm tra|thống kê|công khai|kiểm đếm"
    r"|tổ chức|họp|đối chiếu|theo dõi|đôn đốc|dự|tiếp công dân|thông báo|phát|vệ sinh|sơ kết"
    r"|tuần tra|ra quân|tuyên truyền|đưa tin|tập huấn|diễn tập|cung cấp|trình|nộp|công bố|trực"
    r"|phun|dọn|thu gom|quan trắc|lấy mẫu|khảo sát|đối thoại|bảo dưỡng|kiểm kê|chốt|có (?!nhiều))\b"
)
_NO_RHYTHM = grammar(
    r"(?:xếp loại|nhiệm vụ|kế hoạch|dự toán|ngân sách|chỉ tiêu|chương trình|thu nhập"
    r"|phí|lương|tiền|công tác|doanh thu|sản lượng|tuổi|mức)(?: \w+){0,3} $"
)
_EVERY: dict[str, Every] = {
    "ngày": "day", "tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year",
}  # fmt: skip
_OPENS = grammar(r"[;:,(+-]~$")
_HINTS = (
    "hằng", "hàng", "mỗi", "định kỳ", "lần", "/", "quý", "cuối", "đầu", "nào", "năm", "báo cáo t",
    "theo t",
)  # fmt: skip
_NEAR = 45
_AT_ONCE = 3
_SHOWN: dict[str, Every] = {"in_quarter": "quarter", "month_end": "month", "day_end": "day"}
_GIVEN = (*_SHOWN, "before", "after", "at", "steady", "fixed", "times", "often", "listed", "paper")


@dataclass(frozen=True)
class Repeat:
    """Words that make a task come back, and what they come to."""

    start: int
    end: int
    recurrence: Recurrence


def find_repeats(plain: str, text: str, start: int, end: int) -> list[Repeat]:
    """All recurrences in `plain[start:end]`; the day is quoted from `text`."""
    if not _may_repeat(plain, start, end):
        return []
    return [
        Repeat(found.start(), found.end(), Recurrence(_every(found), _by(found, text)))
        for found in _RULE.finditer(plain, start, end)
        if _is_meant(found, plain, start, end)
    ]


def _may_repeat(plain: str, start: int, end: int) -> bool:
    """A quick look: each rhythm has one of these words."""
    return any(plain.find(word, start, end) != -1 for word in _HINTS)


def _every(found: re.Match[str]) -> Every:
    for part, every in _SHOWN.items():
        if found[part]:
            return every
    parts = ("each", "fixed", "times", "often", "of", "listed", "paper", "spared")
    unit = next(found[part] for part in parts if found[part]).split()
    if len(unit) == 1:
        return _EVERY[unit[0]]
    return "two-weeks" if unit[-1] == "tuần" else "half-year"


def _by(found: re.Match[str], text: str) -> str | None:
    for part in (*_SHOWN, "before", "after", "at"):
        if found[part]:
            return " ".join(text[found.start(part) : found.end(part)].split()).strip(" ,")
    return None


def _is_meant(found: re.Match[str], plain: str, start: int, end: int) -> bool:
    """A fixed day or a report; "đánh giá cán bộ hằng tháng" only names a kind of work."""
    if any(found[part] for part in _GIVEN):
        return True
    left = max(start, found.start() - _NEAR)
    if found["each"] and found[0].startswith("mỗi"):
        return _is_each_time(found, plain, end)
    if _OPENS.search(plain, left, found.start()) or found.start() - start < _AT_ONCE:
        return True
    if _NO_RHYTHM.search(plain, left, found.start()):
        return False
    right = min(end, found.end() + _NEAR // 2)
    return found["spared"] is not None or _DOES.search(plain, left, right) is not None


def _is_each_time(found: re.Match[str], plain: str, end: int) -> bool:
    """As in "mỗi tháng dự sinh hoạt", not "mỗi năm học"."""
    return not plain.startswith((" học", " ngân sách"), found.end(), end)
