"""The grammar of what comes back: "trước ngày 25 hằng tháng", "hằng tuần vào thứ Sáu"."""

import re
from dataclasses import dataclass

from baro.documents.reading.days import HOUR, WEEKDAY
from baro.documents.reading.drafts import Every, Recurrence
from baro.documents.reading.patterns import grammar

_LIMIT = r"(?:(?:trước|vào|chậm nhất|muộn nhất|hết)(?: là| vào| trước| ngày){0,3}~)?"
_WHEN = (
    rf"{_LIMIT}(?:{HOUR}~(?:của )?)?(?:{WEEKDAY}|ngày (?:\d{{1,2}}(?:~/~\d{{1,2}}"
    rf"| tháng \d{{1,2}})?"
    r"|(?:làm việc )?(?:đầu tiên|cuối cùng|cuối)))(?![\d/])"
)
_PERIOD = r"(?P<{0}>tuần|tháng|quý|năm|(?:0?6|sáu) tháng|nửa năm)"
_EACH = rf"(?:(?:hằng|hàng|mỗi) {_PERIOD.format('each')}(?: (?:một|1|01) lần)?)"
_FIXED = rf"(?:định kỳ,?(?: theo)? {_PERIOD.format('fixed')}(?: (?:một|1|01) lần)?)"
_TIMES = rf"(?:(?:0?1|một) {_PERIOD.format('times')}~/~(?:0?1|một)?~lần)"
_QUARTER_DAY = (
    rf"(?P<in_quarter>{_WHEN} (?:của )?tháng (?:cuối|đầu)(?: cùng)?(?: của)?"
    r"(?: mỗi| hằng| hàng)? quý(?: sau)?)"
)
_RULE = grammar(
    rf"{_QUARTER_DAY}"
    rf"|(?:(?P<before>{_WHEN})(?: của)?,? )?(?P<steady>định kỳ,? )?(?:vào )?(?:{_EACH}"
    rf"|{_FIXED}|{_TIMES})"
    rf"(?:~,?~\(?(?P<after>{_WHEN}(?: (?:của )?tháng (?:cuối"
    rf"|đầu)(?: cùng)?(?: của)? quý(?: sau)?)?)~\)?)?"
)
_REPORTS = grammar(
    r"\b(?:báo cáo|tổng hợp|gửi|cập nhật|giao ban|rà soát|kiểm tra|thống kê|công khai)\b"
)
_EVERY: dict[str, Every] = {"tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year"}
_NEAR = 45


@dataclass(frozen=True)
class Repeat:
    """Words that make a task come back, and what they come to."""

    start: int
    end: int
    recurrence: Recurrence


def find_repeats(plain: str, text: str, start: int, end: int) -> list[Repeat]:
    """All recurrences in `plain[start:end]`; the day is quoted from `text`."""
    return [
        Repeat(found.start(), found.end(), Recurrence(_every(found), _by(found, text)))
        for found in _RULE.finditer(plain, start, end)
        if _is_meant(found, plain, start, end)
    ]


def _every(found: re.Match[str]) -> Every:
    if found["in_quarter"]:
        return "quarter"
    period = found["each"] or found["fixed"] or found["times"]
    return _EVERY.get(period, "half-year")


def _by(found: re.Match[str], text: str) -> str | None:
    for part in ("in_quarter", "before", "after"):
        if found[part]:
            return " ".join(text[found.start(part) : found.end(part)].split()).strip(" ,")
    return None


def _is_meant(found: re.Match[str], plain: str, start: int, end: int) -> bool:
    """A fixed day or a report; "đánh giá cán bộ hằng tháng" only names a kind of work."""
    if any(found[part] for part in ("in_quarter", "before", "after", "steady", "fixed", "times")):
        return True
    left = max(start, found.start() - _NEAR)
    right = min(end, found.end() + _NEAR // 2)
    return _REPORTS.search(plain, left, right) is not None
