"""The grammar of deadlines: each form in words, the date it means, and when there is none.

"trước ngày 25/9" is due on the named day, 25/9: neither the law on terms (Civil Code Art. 147-148)
nor the registers of the offices move it to the 24th, and whoever looks for "25/9" must find it.
`due_text` keeps the words, so whoever needs the stricter sense sees it. A period ("trong quý III",
"hết tháng 9") ends on its last day; "trước tháng 10" ends on the last day before it. A start of a
period ("đầu tháng"), an event or a term without a known first day gives no date, but a doubt.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from baro.documents.reading import occasions, periods, terms, weeks
from baro.documents.reading.days import DAY, HOUR, WEEKDAY, Day, day_of
from baro.documents.reading.limit_words import (
    LIMIT,
    VERB,
    says_what_happened,
    says_what_was_counted,
)
from baro.documents.reading.patterns import grammar
from baro.documents.reading.working_days import WorkingDays

_DATED = grammar(
    rf"\b(?:{LIMIT}|(?:hoàn thành|xong)(?= ngày))~{HOUR}?(?:(?:của )?(?P<weekday>{WEEKDAY})~,?~)?"
    rf"\(?~{DAY}~\)?"
)
_SPAN = grammar(rf"\btừ {HOUR}?{DAY.replace('?P<', '?P<from_')} (?:cho )?đến (?:hết )?{HOUR}?{DAY}")
_SHORT_SPAN = grammar(rf"\btừ (?:ngày~)?\d{{1,2}}(?: (?:cho )?đến (?:hết )?(?:ngày~)?|~-~){DAY}")
_BARE_DAY = grammar(rf"\b(?:{LIMIT})~{HOUR}?ngày \d{{1,2}}(?!~[\d/.-]|\d| tháng)\b")
_BARE_WEEKDAY = grammar(rf"\b(?:{LIMIT})~{HOUR}?(?:ngày )?{WEEKDAY}\b")
_BARE_HOUR = grammar(
    rf"\b(?:trước|chậm nhất(?: là)?|muộn nhất(?: là)?)~{HOUR}(?:trong ngày|cùng ngày)?"
)
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_GOAL = grammar(rf"\bđến (?:hết )?{DAY}(?=,? (?:phải |cơ bản )?(?:hoàn thành|đạt|xong))")


@dataclass(frozen=True)
class Deadline:
    """Words that limit the time, and what they come to; `how` says how, when it is not plain."""

    start: int
    end: int
    date: date | None
    doubt: str | None = None
    is_event: bool = False
    how: str = ""


class _Form(NamedTuple):
    """A way of writing a deadline, and what it means; `counts` says whether it limits a task."""

    pattern: re.Pattern[str]
    meaning: Callable[[re.Match[str]], Day]
    is_event: bool = False
    counts: Callable[[re.Match[str], Day], bool] = lambda found, day: True


def find_deadlines(
    plain: str,
    start: int,
    end: int,
    *,
    issued_on: date | None,
    calendar: WorkingDays,
    plan_year: int | None = None,
) -> list[Deadline]:
    """All deadlines in `plain[start:end]`, left to right, none inside another.

    `plan_year` is the year the whole paper is about, as in "Kế hoạch ... năm 2027".
    """
    kept: list[Deadline] = []
    for form in _forms(issued_on, calendar, plan_year):
        for found in form.pattern.finditer(plain, start, end):
            place = bisect_left(kept, found.start(), key=lambda other: other.start)
            if _overlaps(found, kept[max(place - 1, 0) : place + 1]):
                continue
            day = form.meaning(found)
            if form.counts(found, day) and not _is_told(plain, start, found, day):
                kept.insert(place, _deadline(found, day, is_event=form.is_event))
    return kept


def _forms(
    issued_on: date | None, calendar: WorkingDays, plan_year: int | None
) -> tuple[_Form, ...]:
    """Each form with its meaning; what stands first wins where two would overlap."""

    def named(found: re.Match[str]) -> Day:
        return _on_that_weekday(found, day_of(found, issued_on, plan_year))

    def term(found: re.Match[str]) -> Day:
        return terms.day_of(found, issued_on, calendar)

    def period(found: re.Match[str]) -> Day:
        return periods.day_of(found, issued_on, plan_year)

    return (
        _Form(terms.TERM, term, counts=lambda found, _: terms.limits_a_task(found)),
        # A span that is over tells what the figures cover, not when they are due.
        *(_Form(form, named, counts=_is_ahead) for form in (_SPAN, _SHORT_SPAN)),
        _Form(_DATED, named),
        _Form(_GOAL, named),
        _Form(occasions.SESSION, _event, is_event=True),
        _Form(weeks.WEEK_OF_MONTH, _unclear),
        _Form(weeks.WEEK, lambda found: weeks.week_of(found, issued_on)),
        _Form(weeks.COMING_DAY, lambda found: weeks.coming_day(found, issued_on)),
        _Form(weeks.NEAR_DAY, lambda found: weeks.near_day(found, issued_on)),
        _Form(periods.SPAN, period, counts=_is_ahead),
        *(_Form(form, period) for form in periods.FORMS),
        *(_Form(form, _unclear) for form in (_BARE_DAY, _BARE_WEEKDAY)),
        _Form(occasions.EVENT, _event, is_event=True),
        _Form(_BARE_HOUR, _unclear),
    )


def _unclear(_: re.Match[str]) -> Day:
    return Day(None, "Thời hạn chưa ghi đủ ngày, tháng, năm.")


def _event(found: re.Match[str]) -> Day:
    return occasions.no_day(found[0])


def _is_ahead(_: re.Match[str], day: Day) -> bool:
    return not day.doubt


def _on_that_weekday(found: re.Match[str], day: Day) -> Day:
    """As in "thứ Tư (09/9)": the two must be one day."""
    weekday = found.groupdict().get("weekday")
    if not weekday or day.date is None or day.doubt:
        return day
    if weeks.weekday_of(weekday) == day.date.isoweekday():
        return day
    wanted, real = (_WEEKDAYS[at - 1] for at in (weeks.weekday_of(weekday), day.date.isoweekday()))
    return Day(day.date, f"Ngày {day.date:%d/%m/%Y} là {real}, không phải {wanted}.")


def _is_told(plain: str, first: int, found: re.Match[str], day: Day) -> bool:
    if says_what_was_counted(plain, first, found.start()):
        return True
    return day.is_over and says_what_happened(plain, first, found.start())


def _overlaps(found: re.Match[str], near: list[Deadline]) -> bool:
    return any(found.start() < other.end and other.start < found.end() for other in near)


def _deadline(found: re.Match[str], day: Day, *, is_event: bool) -> Deadline:
    words = found[0].rstrip(" ,")
    if words.endswith(")") and "(" not in words:
        words = words[:-1]
    verb = VERB.match(words)
    start = found.start() + (verb.end() if verb else 0)
    return Deadline(start, found.start() + len(words), day.date, day.doubt, is_event, how=day.how)
