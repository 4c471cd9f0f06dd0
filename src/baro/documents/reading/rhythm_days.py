"""The day of a rhythm, wherever in its order it stands: "hằng quý tổng hợp ..., trước ngày 10".

Each rhythm has its own kind of day: an hour of the day, a weekday, a day of the month, the last
week of the quarter. A day with its year is a term and none of these.
"""

import re
from collections.abc import Iterator

from baro.documents.reading.days import HOUR, WEEKDAY
from baro.documents.reading.drafts import Every
from baro.documents.reading.patterns import grammar

_LIMIT = (
    r"(?:(?:trước|vào|chậm nhất|muộn nhất|hết|trong|tại|lúc)(?: là| vào| trước| trong| hết"
    r"| lúc){0,2}~)"
)
_AND = r"(?:~,~(?:và )?| và )"
_HOURS = rf"(?:(?:khoảng |mốc )?{HOUR}(?:(?:,~|và )?{HOUR}){{0,5}})"
_PART = r"(?:(?:đầu |cuối )?(?:giờ |buổi )?(?:sáng|trưa|chiều|tối|đêm))"
_WEEKDAYS = rf"(?:(?:các |mỗi )?(?:ngày )?{WEEKDAY}(?:{_AND}(?:ngày )?{WEEKDAY}){{0,4}})"
_ORDINAL = r"(?:đầu tiên|cuối cùng|cuối|đầu|thứ (?:nhất|hai|ba|tư|[1-4]))"
_N = r"\d{1,2}(?!~[/.-]~\d| tháng \d)(?![\d%])"
_OF_MONTH = rf"(?:(?:các )?(?:ngày |mùng |mồng ){{1,2}}{_N}(?:{_AND}(?:ngày )?{_N}){{0,3}})"
_DATE = r"(?:\d{1,2}(?:~/~\d{1,2}(?!~[/.-]~\d|\d)| tháng \d{1,2}(?!~[/.-]~\d|\d|,? năm \d)))"
_DATES = rf"(?:(?:các )?(?:ngày |mùng |mồng )?{_DATE}(?:{_AND}(?:trước )?(?:ngày )?{_DATE}){{0,3}})"
_NEXT = r"(?: (?:của )?tháng (?:sau|kế tiếp|tiếp theo|liền kề|tới))"
_DAY_IN_WEEK = rf"(?:{HOUR}~,?~(?:của )?(?:ngày )?)?{_WEEKDAYS}"

_FORMS: dict[Every, tuple[re.Pattern[str], ...]] = {
    "day": (
        grammar(rf"(?<!\w)từ {HOUR}~(?:cho )?đến {HOUR}"),
        grammar(rf"(?<!\w){_LIMIT}{_HOURS}(?:{_AND}{_HOURS})?"),
        grammar(rf"(?<!\w)(?:vào )?(?:các )?{_PART}{_AND}{_PART}(?!\w)"),
        grammar(
            r"(?<!\w)(?:vào )?(?:đầu|cuối) (?:giờ|buổi|ngày)(?: (?:sáng|chiều|làm việc))?(?!\w)"
        ),
    ),
    "week": (
        grammar(rf"(?<!\w){_LIMIT}{_DAY_IN_WEEK}(?!\w)(?!~\()"),
        grammar(rf"(?<!\w){_DAY_IN_WEEK}(?!\w)(?!~\()"),
        grammar(rf"(?<!\w){_LIMIT}(?:đầu|cuối|giữa) tuần(?! (?:này|sau|tới|\d))(?!\w)"),
    ),
    "month": (
        grammar(rf"(?<!\w){_LIMIT}?(?:{HOUR}~)?{_OF_MONTH}{_NEXT}?"),
        grammar(
            rf"(?<!\w){_LIMIT}?(?:(?:ngày )?{WEEKDAY}(?: (?:của )?tuần)?|tuần|ngày làm việc|ngày)"
            rf" {_ORDINAL}(?: (?:của )?tháng(?! \d|\w)| trong tháng)?(?!\w)"
        ),
        grammar(rf"(?<!\w){_LIMIT}(?:đầu|cuối|giữa) tháng(?! (?:\d|này|sau|tới))(?!\w)"),
    ),
    "quarter": (
        grammar(
            rf"(?<!\w){_LIMIT}?(?:{_OF_MONTH} (?:của )?)?(?:tháng|tuần) {_ORDINAL}(?: cùng| tiên)?"
            r"(?: (?:của )?(?:mỗi )?(?:tháng cuối )?quý(?: sau| kế tiếp| tiếp theo)?(?! \w))?(?!\w)"
        ),
        grammar(rf"(?<!\w){_LIMIT}(?:đầu|cuối) quý(?: sau)?(?! [iv\d])(?!\w)"),
        grammar(rf"(?<!\w){_LIMIT}{_OF_MONTH}{_NEXT}?"),
    ),
    "half-year": (
        grammar(rf"(?<!\w){_LIMIT}?{_DATES}"),
        grammar(rf"(?<!\w){_LIMIT}tháng \d{{1,2}}{_AND}(?:tháng )?\d{{1,2}}(?!~[/.-]~\d|\d)"),
    ),
    "year": (
        grammar(rf"(?<!\w){_LIMIT}{_DATES}"),
        grammar(
            rf"(?<!\w){_LIMIT}(?:các )?kỳ họp (?:thường lệ )?(?:cuối|giữa|đầu) năm(?! \d)(?!\w)"
        ),
        grammar(
            rf"(?<!\w){_LIMIT}(?:tháng \d{{1,2}}(?!~[/.-]~\d|\d)|quý (?:iv|i{{1,3}}|[1-4])"
            r"(?!~/~\d)|cuối năm(?! \d))(?!\w)(?! năm \d)"
        ),
    ),
}
_HOUR_WITHIN = 36


def day_of_rhythm(
    plain: str, every: Every, span: tuple[int, int], said: tuple[int, int], by: tuple[int, int]
) -> tuple[int, int]:
    """Where the day stands in `span`; `said` is the rhythm, `by` the day read with it, if any.

    The one that says more wins over the one inside it; else the next after the rhythm, then the
    last before it. An empty stretch when there is none.
    """
    found = list(_days(plain, every, *span))
    if by[0] < by[1]:
        wider = [day for day in found if day[0] <= by[0] and by[1] <= day[1]]
        best = max([by, *wider], key=lambda day: day[1] - day[0])
        return _with_its_hour(plain, every, span, said, best)
    after = [day for day in found if day[0] >= said[1]]
    before = [day for day in found if day[1] <= said[0]]
    return after[0] if after else before[-1] if before else by


def _days(plain: str, every: Every, start: int, end: int) -> Iterator[tuple[int, int]]:
    taken: list[tuple[int, int]] = []
    for form in _FORMS.get(every, ()):
        for match in form.finditer(plain, start, end):
            day = _trimmed(plain, *match.span())
            if all(day[1] <= other[0] or other[1] <= day[0] for other in taken):
                taken.append(day)
    yield from sorted(taken)


def _with_its_hour(
    plain: str, every: Every, span: tuple[int, int], said: tuple[int, int], day: tuple[int, int]
) -> tuple[int, int]:
    """As in "thứ Sáu hằng tuần, trước 16 giờ": the hour stands behind the rhythm."""
    if every == "day":
        return day
    last = max(day[1], said[1])
    hour = next(
        (found for found in _days(plain, "day", last, min(span[1], last + _HOUR_WITHIN))), None
    )
    if hour is None or hour[0] - last > 2:
        return day
    return (day[0], hour[1])


def _trimmed(plain: str, start: int, end: int) -> tuple[int, int]:
    while end > start and plain[end - 1] in " ,":
        end -= 1
    return start, end
