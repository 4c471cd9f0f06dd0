"""The grammar of deadlines: each form in words, the date it means, and when there is none.

"trước ngày 25/9" is due on the named day, 25/9: neither the law on terms (Civil Code Art. 147-148)
nor the registers of the offices move it to the 24th, and whoever looks for "25/9" must find it.
`due_text` keeps the words, so whoever needs the stricter sense sees it. A period ("trong quý III",
"hết tháng 9") ends on its last day; "trước tháng 10" ends on the last day before it. A start of a
period ("đầu tháng"), an event or a term without a known first day gives no date, but a doubt.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from baro.documents.reading import periods, terms
from baro.documents.reading.days import DAY, HOUR, WEEKDAY, Day, day_of
from baro.documents.reading.patterns import grammar
from baro.documents.reading.working_days import WorkingDays

_LIMIT = (
    r"(?:(?:chậm nhất|muộn nhất|hạn cuối|hạn chót)(?:~:| là)?(?: trước| đến| vào| trong| hết)*"
    r"|(?:thời hạn|thời gian|hạn|tiến độ)(?: hoàn thành| thực hiện| báo cáo| gửi| xong)*"
    r"(?:~:| là)(?:~trước|~trong|~đến|~hết|~chậm nhất)*"
    r"|(?:hoàn thành|xong)(?: xong)?(?: vào| đến)"
    r"|(?:báo cáo|gửi|nộp|trình|tổng hợp)(?: \w+){0,6} vào"
    r"|phấn đấu(?: hoàn thành)? (?:đến|trước|trong)|không (?:quá|muộn hơn)|trước|đến hết|hết|trong)"
)
_DATED = grammar(rf"\b{_LIMIT}~{HOUR}?(?:(?:của )?{WEEKDAY}~,?~)?\(?~{DAY}~\)?")
_SPAN = grammar(rf"(?<!tính\x20)\btừ {DAY.replace('?P<', '?P<from_')} đến (?:hết )?{DAY}")
_BARE_DAY = grammar(rf"\b(?:trước|chậm nhất(?: là)?) {HOUR}?ngày \d{{1,2}}(?!~[\d/.-]| tháng)\b")
_RELATIVE = grammar(
    rf"\b(?:trước|trong|đến|chậm nhất(?: là)?) (?:{HOUR}?(?:ngày )?{WEEKDAY}(?: tuần (?:này"
    rf"|sau|tới))?"
    r"|tuần (?:này|sau|tới|thứ \w+|\d{1,2})|ngày (?:hôm nay|mai)|hôm nay|ngày mai)\b"
)
_WEEK_OF_MONTH = grammar(
    r"\b(?:trong|trước|hết) tuần (?:đầu|cuối|thứ \w+|lễ)(?: của)? tháng \d{1,2}"
    r"(?:~/~\d{4}| năm \d{4})?"
)
_GOAL = grammar(rf"\bđến (?:hết )?{DAY}(?=,? (?:phải |cơ bản )?(?:hoàn thành|đạt|xong))")
_VERB = grammar(
    r"(?:hoàn thành|xong|dứt điểm|thực hiện|trình|ban hành|phê duyệt"
    r"|khởi công)(?: xong)? (?=trong|trước|vào|đến)"
    r"|(?:báo cáo|gửi|nộp|trình|tổng hợp)(?: \w+){0,6} (?=vào)"
)
_MEETING = (
    r"(?:kỳ họp|hội nghị|đại hội|phiên họp|cuộc họp|phiên giao ban|buổi giao ban|cuộc giao ban)"
)
_SESSION = grammar(r"\b(?:tại|trong|trước) kỳ họp[^,;.:]{0,60}")
_EVENT = grammar(
    rf"\b(?:trước (?:{_MEETING}|tết|mùa|khai giảng|năm học|dịp|lễ|quốc khánh|ngày bầu cử|khi"
    rf"|thời điểm)"
    rf"[^,;.:]{{0,70}}|(?:tại|trong) {_MEETING}[^,;.:]{{0,40}}?(?: tới| gần nhất| tiếp theo"
    rf"| cuối năm| giữa năm| sau| thứ \w+)\b"
    rf"|báo cáo tại {_MEETING}[^,;.:]{{0,60}}|(?:ngay )?sau khi [^,;.:]{{3,70}})"
)


@dataclass(frozen=True)
class Deadline:
    """Words that limit the time, and what they come to."""

    start: int
    end: int
    date: date | None
    doubt: str | None = None
    is_event: bool = False


def find_deadlines(
    plain: str,
    start: int,
    end: int,
    *,
    issued_on: date | None,
    calendar: WorkingDays,
) -> list[Deadline]:
    """All deadlines in `plain[start:end]`, left to right, none inside another."""
    kept: list[Deadline] = []
    for form, meaning in _forms(issued_on, calendar):
        for found in form.finditer(plain, start, end):
            if not _overlaps(found, kept):
                day = meaning(found)
                # A span that is over tells what the figures cover, not when they are due.
                if form is not _SPAN or not day.doubt:
                    kept.append(_deadline(found, day, is_event=form in {_EVENT, _SESSION}))
    return sorted(kept, key=lambda deadline: deadline.start)


def _forms(
    issued_on: date | None, calendar: WorkingDays
) -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Day]], ...]:
    """Each form with its meaning; what stands first wins where two would overlap."""

    def named(found: re.Match[str]) -> Day:
        return day_of(found, issued_on)

    def term(found: re.Match[str]) -> Day:
        return terms.day_of(found, issued_on, calendar)

    def period(found: re.Match[str]) -> Day:
        return periods.day_of(found, issued_on)

    def unclear(_: re.Match[str]) -> Day:
        return Day(None, "Thời hạn chưa ghi đủ ngày, tháng, năm.")

    def event(_: re.Match[str]) -> Day:
        return Day(None, "Thời hạn gắn với sự kiện, chưa phải là một ngày.")

    return (
        (terms.TERM, term),
        (_SPAN, named),
        (_DATED, named),
        (_GOAL, named),
        (_SESSION, event),
        (_WEEK_OF_MONTH, unclear),
        *((form, period) for form in periods.FORMS),
        (_BARE_DAY, unclear),
        (_RELATIVE, unclear),
        (_EVENT, event),
    )


def _overlaps(found: re.Match[str], kept: list[Deadline]) -> bool:
    return any(found.start() < other.end and other.start < found.end() for other in kept)


def _deadline(found: re.Match[str], day: Day, *, is_event: bool) -> Deadline:
    words = found[0].rstrip(" ,")
    if words.endswith(")") and "(" not in words:
        words = words[:-1]
    verb = _VERB.match(words)
    start = found.start() + (verb.end() if verb else 0)
    return Deadline(start, found.start() + len(words), day.date, day.doubt, is_event)
