"""The ways of writing a deadline, in order: what stands first wins where two would overlap."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from baro.documents.reading import occasions, periods, special_days, terms, weeks
from baro.documents.reading.days import DAY, HOUR, WEEKDAY, Day, day_of
from baro.documents.reading.limit_words import LIMIT
from baro.documents.reading.patterns import grammar
from baro.documents.reading.working_days import WorkingDays

_DATED = grammar(
    rf"\b(?:{LIMIT}|(?:hoàn thành|xong)(?= ngày))~{HOUR}?(?:(?:của )?(?P<weekday>{WEEKDAY})~,?~)?"
    rf"\(?~{DAY}~\)?"
)
_SPAN = grammar(rf"\btừ {HOUR}?{DAY.replace('?P<', '?P<from_')} (?:cho )?đến (?:hết )?{HOUR}?{DAY}")
_SHORT_SPAN = grammar(rf"\btừ (?:ngày~)?\d{{1,2}}(?: (?:cho )?đến (?:hết )?(?:ngày~)?|~-~){DAY}")
_GOAL = grammar(rf"\bđến (?:hết )?{DAY}(?=,? (?:phải |cơ bản )?(?:hoàn thành|đạt|xong))")
_ON = grammar(rf"\b(?:vào lúc|vào|dịp|lúc)~{HOUR}?(?:(?P<weekday>{WEEKDAY})~,?~)?\(?~{DAY}~\)?")
_STARTS = grammar(
    r"\b(?:vận hành|chạy thử|áp dụng|sử dụng|hoạt động|khai thác|thực hiện)(?: chính thức)?"
    rf" (?:kể )?từ {DAY}(?! (?:cho )?đến)"
)
_SETTLED = grammar(
    r"\b(?:chốt|gửi|nộp|xong|trình|báo cáo|hoàn thành|họp|tổ chức|khai mạc|phát động|ra quân)"
    rf"(?: \w+){{0,4}}? (?:(?:sáng|chiều|tối|đêm|ngày) )?(?!ngày)(?=\d){DAY}(?=~(?:[.;)]|$))"
)
_BY_THEN = grammar(rf"\b(?:kéo dài |thực hiện |xong )?đến (?:hết )?(?:ngày~)?(?=\d){DAY}")
_SECOND_DAY = grammar(rf"(?:~,~| và )(?:trước )?(?:ngày )?{DAY}")
_BARE_DAY = grammar(rf"\b(?:{LIMIT})~{HOUR}?ngày \d{{1,2}}(?!~[\d/.-]|\d| tháng)\b")
_BARE_WEEKDAY = grammar(rf"\b(?:{LIMIT}|vào)~{HOUR}?(?:ngày )?{WEEKDAY}\b")
_BARE_HOUR = grammar(
    rf"\b(?:trước|chậm nhất(?: là)?|muộn nhất(?: là)?)~{HOUR}(?:trong ngày|cùng ngày)?"
)
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


@dataclass(frozen=True)
class Frame:
    """What times in one text are counted by; `plan_year` is the year the whole paper is about."""

    issued_on: date | None
    calendar: WorkingDays
    plan_year: int | None = None


class Form(NamedTuple):
    """One way of writing a deadline, and what it means.

    Each such text holds one of `words` ("25/9" for any day), so most are never searched. `counts`
    says whether a match limits a task at all. What `follows` must stand right after another
    deadline: "quý II | và quý IV".
    """

    pattern: re.Pattern[str]
    meaning: Callable[[re.Match[str], Frame], Day]
    words: tuple[str, ...]
    counts: Callable[[re.Match[str], Day, Frame], bool] = lambda found, day, frame: True
    is_event: bool = False
    follows: bool = False


def _named(found: re.Match[str], frame: Frame) -> Day:
    day = day_of(found, frame.issued_on, frame.plan_year)
    weekday = found.groupdict().get("weekday")
    if not weekday or day.date is None or day.doubt:
        return day
    wanted, real = weeks.weekday_of(weekday), day.date.isoweekday()
    if wanted == real:
        return day
    said, is_on = _WEEKDAYS[wanted - 1], _WEEKDAYS[real - 1]
    return Day(day.date, f"Ngày {day.date:%d/%m/%Y} là {is_on}, không phải {said}.")


def _term(found: re.Match[str], frame: Frame) -> Day:
    return terms.day_of(found, frame.issued_on, frame.calendar)


def _term_ahead(found: re.Match[str], frame: Frame) -> Day:
    return terms.day_ahead(found, frame.issued_on, frame.calendar)


def _is_term(found: re.Match[str], _: Day, __: Frame) -> bool:
    return terms.limits_a_task(found)


def _period(found: re.Match[str], frame: Frame) -> Day:
    return periods.day_of(found, frame.issued_on, frame.plan_year)


def _week(found: re.Match[str], frame: Frame) -> Day:
    return weeks.week_of(found, frame.issued_on)


def _coming_day(found: re.Match[str], frame: Frame) -> Day:
    return weeks.coming_day(found, frame.issued_on)


def _near_day(found: re.Match[str], frame: Frame) -> Day:
    return weeks.near_day(found, frame.issued_on)


def _last_day(found: re.Match[str], frame: Frame) -> Day:
    return special_days.last_day(found, frame.issued_on, frame.calendar)


def _lunar(found: re.Match[str], _: Frame) -> Day:
    return special_days.lunar_day(found)


def _unclear(_: re.Match[str], __: Frame) -> Day:
    return Day(None, "Thời hạn chưa ghi đủ ngày, tháng, năm.")


def _event(found: re.Match[str], _: Frame) -> Day:
    return occasions.no_day(found[0])


def _is_clear(_: re.Match[str], day: Day, __: Frame) -> bool:
    return not day.doubt


def _begins_ahead(found: re.Match[str], day: Day, frame: Frame) -> bool:
    """Not "bảo đảm không gián đoạn từ 01/01": what must not happen does not begin."""
    return _lies_ahead(found, day, frame) and not special_days.only_bounds(found)


def _lies_ahead(_: re.Match[str], day: Day, frame: Frame) -> bool:
    return day.date is not None and (frame.issued_on is None or day.date > frame.issued_on)


_DAY_SIGNS = ("25/9",)
_WEEKDAY_SIGNS = ("thứ Sáu",)
_BARE_SIGNS = ("ngày 5",)
_HOUR_SIGNS = ("17h",)
_MONTH_SIGNS = ("9/2026",)
_MONTHS = ("tháng", "quý")
FORMS: tuple[Form, ...] = (
    Form(special_days.LUNAR, _lunar, ("giêng", "chạp", "âm lịch", "rằm", "tết")),
    Form(terms.AHEAD, _term_ahead, ("ngày", "tuần", "tháng", "giờ", "tiếng", "h")),
    Form(terms.TERM, _term, ("ngày", "tuần", "tháng", "giờ", "tiếng"), _is_term),
    # A span that is over tells what the figures cover, not when they are due.
    *(Form(form, _named, _DAY_SIGNS, _is_clear) for form in (_SPAN, _SHORT_SPAN)),
    Form(special_days.BOTH_DAYS, _named, _WEEKDAY_SIGNS, _lies_ahead),
    Form(_DATED, _named, _DAY_SIGNS),
    Form(_GOAL, _named, _DAY_SIGNS),
    Form(occasions.ON_ITS_DAY, _named, _DAY_SIGNS, _lies_ahead),
    Form(occasions.SESSION, _event, ("kỳ",), is_event=True),
    Form(special_days.LAST_DAY, _last_day, ("cuối",)),
    Form(weeks.LAST_OF_MONTH, _period, ("tuần",), _is_clear),
    Form(weeks.WEEK_OF_MONTH, _unclear, ("tuần",)),
    Form(weeks.SPAN, _week, ("tuần",)),
    Form(weeks.WEEK, _week, ("tuần",)),
    Form(weeks.THIS_WEEKEND, _week, ("tuần",)),
    Form(weeks.COMING_DAY, _coming_day, _WEEKDAY_SIGNS),
    Form(weeks.NEAR_DAY, _near_day, ("nay", "mai", "hôm", "cùng")),
    Form(periods.SPAN, _period, _MONTHS, _is_clear),
    Form(periods.YEARS, _period, ("năm",), _is_clear),
    Form(periods.IN_FIGURES, _period, _MONTH_SIGNS),
    *(Form(form, _period, words) for form, words in periods.FORMS),
    Form(periods.AHEAD, _period, _MONTHS, _is_clear),
    Form(periods.SECOND, _period, _MONTHS, _is_clear, follows=True),
    Form(_SECOND_DAY, _named, _DAY_SIGNS, _is_clear, follows=True),
    *(Form(form, _named, _DAY_SIGNS, _lies_ahead) for form in (_ON, _STARTS, _SETTLED, _BY_THEN)),
    Form(periods.START, _unclear, ("từ",)),
    # Only where nothing else limits the task.
    *(
        Form(form, _named, _DAY_SIGNS, _begins_ahead, is_event=True)
        for form in (special_days.BEGINS, special_days.ITS_DAY)
    ),
    Form(weeks.THIS_WEEK, _unclear, ("tuần",)),
    Form(_BARE_DAY, _unclear, _BARE_SIGNS),
    Form(_BARE_WEEKDAY, _unclear, _WEEKDAY_SIGNS),
    Form(
        occasions.EVENT,
        _event,
        ("trước", "tại", "trong", "sau", "khi", "dịp", "kịp"),
        is_event=True,
    ),
    Form(_BARE_HOUR, _unclear, _HOUR_SIGNS),
)

_ALL_WORDS = tuple({word for form in FORMS for word in form.words} - set(_DAY_SIGNS))
_NUMBERS = grammar(r"\d~[/.-]~\d|\d tháng \w")


_SIGNS = (
    (_DAY_SIGNS, grammar(r"\d~[/.-]~\d|\d tháng \w")),
    (_WEEKDAY_SIGNS, grammar(WEEKDAY)),
    (_BARE_SIGNS, grammar(r"ngày~\d")),
    (_HOUR_SIGNS, grammar(r"\d~(?:giờ|h|g|:)")),
    (_MONTH_SIGNS, grammar(r"\d~/~20\d\d")),
)
_ALL_WORDS = tuple(
    {word for form in FORMS for word in form.words}
    - {sign for signs, _ in _SIGNS for sign in signs}
)


def words_in(plain: str, start: int, end: int) -> set[str]:
    """Which of the words and signs that the forms need stand in the stretch."""
    stretch = plain[start:end]
    found = {word for word in _ALL_WORDS if word in stretch}
    for signs, form in _SIGNS:
        if form.search(stretch):
            found.update(signs)
    return found
