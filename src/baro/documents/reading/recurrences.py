"""The grammar of what comes back: "trước ngày 25 hằng tháng", "hằng tuần vào thứ Sáu"."""

import re
from dataclasses import dataclass

from baro.documents.reading.drafts import Every, Recurrence
from baro.documents.reading.patterns import grammar
from baro.documents.reading.rhythm_days import day_of_rhythm
from baro.documents.reading.rhythm_forms import RULE

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
_OWN = grammar(r" của (?!mỗi)\w+$")
# "báo cáo vào cuối tuần" names one weekend, "mở cửa vào cuối tuần" each of them.
_SENT_BY = grammar(
    r"(?<!\w)(?:báo cáo|gửi|trình|nộp|hoàn thành|xong|tổng hợp|có kết quả)(?!\w)[^,;.:]{0,40}$"
)
_OPENS = grammar(r"[;:,(+-]~$")
_HINTS = (
    "hằng", "hàng", "mỗi", "định kỳ", "lần", "/", "quý", "cuối", "đầu", "nào", "năm", "báo cáo t",
    "theo t", "các ngày",
)  # fmt: skip
_NEAR = 45
_AT_ONCE = 3
_SHOWN: dict[str, Every] = {
    "in_quarter": "quarter", "month_end": "month", "day_end": "day", "hourly": "day",
    "each_weekday": "week", "weekends": "week",
}  # fmt: skip
_DAILY = ("weekdays", "daily")
_GIVEN = (
    *_SHOWN,
    *_DAILY,
    "counted",
    "before",
    "after",
    "at",
    "steady",
    "fixed",
    "times",
    "often",
    "listed",
    "paper",
)


@dataclass(frozen=True)
class Repeat:
    """Words that make a task come back, and what they come to; its day may stand apart."""

    start: int
    end: int
    recurrence: Recurrence
    day: tuple[int, int] = (0, 0)

    def covers(self, start: int, end: int) -> bool:
        """Whether words belong to the rhythm or to its day."""
        return any(
            start < last and first < end for first, last in ((self.start, self.end), self.day)
        )


def find_repeats(plain: str, text: str, start: int, end: int) -> list[Repeat]:
    """All recurrences in `plain[start:end]`; the day is quoted from `text`."""
    if not _may_repeat(plain, start, end):
        return []
    repeats: list[Repeat] = []
    for found in RULE.finditer(plain, start, end):
        if any(repeat.covers(*found.span()) for repeat in repeats[:1]):
            continue
        near = _repeat(found, text, (max(start, found.start() - _NEAR), found.end()))
        if not (_has_its_day_before(near, plain, start) or _is_meant(found, plain, start, end)):
            continue
        # Only the first rhythm of an order is asked for a day that stands apart.
        repeats.append(near if repeats else _repeat(found, text, (start, end)))
    return repeats


def _has_its_day_before(repeat: Repeat, plain: str, start: int) -> bool:
    """As in "từ 02 giờ đến 05 giờ hằng ngày", unless that is how something is planned."""
    first, last = repeat.day
    if not first < last <= repeat.start <= last + 1:
        return False
    return _NO_RHYTHM.search(plain, max(start, first - _NEAR), first) is None


def _repeat(found: re.Match[str], text: str, span: tuple[int, int]) -> Repeat:
    every = _every(found)
    day = day_of_rhythm(found.string, every, span, found.span(), _day_beside(found))
    by = _shown(text[day[0] : day[1]])
    return Repeat(found.start(), found.end(), Recurrence(every, by), day)


def _shown(words: str) -> str | None:
    """The word "vào" only joins a day to its sentence; "trước" says what the day means."""
    by = " ".join(words.split()).strip(" ,(")
    return by.removeprefix("vào ").removeprefix("Vào ") or None


def _may_repeat(plain: str, start: int, end: int) -> bool:
    """A quick look: each rhythm has one of these words."""
    return any(plain.find(word, start, end) != -1 for word in _HINTS)


def _every(found: re.Match[str]) -> Every:
    for part, every in _SHOWN.items():
        if found[part]:
            return every
    if any(found[part] for part in _DAILY):
        return "day"
    parts = ("counted", "each", "fixed", "times", "often", "of", "listed", "paper", "spared")
    unit = next(found[part] for part in parts if found[part]).split()
    if len(unit) == 1:
        return _EVERY[unit[0]]
    return "two-weeks" if unit[-1] == "tuần" else "half-year"


def _day_beside(found: re.Match[str]) -> tuple[int, int]:
    for part in (*_SHOWN, "parts", "before", "after", "at"):
        if found[part]:
            end = found.end(part)
            # "của tháng" belongs to the day, "của mỗi tháng" says the rhythm.
            return found.start(part), found.end() if part == "at" and _OWN.search(found[0]) else end
    return 0, 0


def _is_meant(found: re.Match[str], plain: str, start: int, end: int) -> bool:
    """A fixed day or a report; "đánh giá cán bộ hằng tháng" only names a kind of work."""
    if found["weekends"] and _SENT_BY.search(
        plain, max(start, found.start() - _NEAR), found.start()
    ):
        return False
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
