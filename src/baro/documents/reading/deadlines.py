"""The grammar of deadlines: each form in words, the date it means, and when there is none.

"trước ngày 25/9" is due on the named day, 25/9: neither the law on terms (Civil Code Art. 147-148)
nor the registers of the offices move it to the 24th, and whoever looks for "25/9" must find it.
`due_text` keeps the words, so whoever needs the stricter sense sees it. A period ("trong quý III",
"hết tháng 9") ends on its last day; "trước tháng 10" ends on the last day before it. A start of a
period ("đầu tháng"), an event or a term without a known first day gives no date, but a doubt.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from baro.documents.reading.days import Day
from baro.documents.reading.deadline_forms import FORMS, Form, Frame, words_in
from baro.documents.reading.limit_words import (
    VERB,
    says_what_happened,
    says_what_was_counted,
    says_what_was_done,
)
from baro.documents.reading.working_days import WorkingDays

_Date = date  # the classes below have a field of that name


@dataclass(frozen=True)
class Deadline:
    """Words that limit the time, and what they come to; `how` says how, when it is not plain.

    `over_on` is the day they name when it lies before the paper's own.
    """

    start: int
    end: int
    date: date | None
    doubt: str | None = None
    is_event: bool = False
    how: str = ""
    over_on: _Date | None = None


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
    frame = Frame(issued_on, calendar, plan_year)
    kept: list[Deadline] = []
    present = words_in(plain, start, end)
    if not present:
        return kept
    for form in FORMS:
        if not present.isdisjoint(form.words) and (kept or not form.follows):
            for found in form.pattern.finditer(plain, start, end):
                _keep(found, form, frame, start, kept)
    return kept


def _keep(found: re.Match[str], form: Form, frame: Frame, first: int, kept: list[Deadline]) -> None:
    """Put it in its place among those kept, if nothing stands there and it limits a task."""
    place = bisect_left(kept, found.start(), key=lambda other: other.start)
    if any(_overlaps(found, other) for other in kept[max(place - 1, 0) : place + 1]):
        return
    if form.follows and not (place and kept[place - 1].end == found.start()):
        return
    day = form.meaning(found, frame)
    if form.counts(found, day, frame) and not _is_told(found, first, day):
        kept.insert(place, _deadline(found, day, is_event=form.is_event))


def _overlaps(found: re.Match[str], other: Deadline) -> bool:
    return found.start() < other.end and other.start < found.end()


def _is_told(found: re.Match[str], first: int, day: Day) -> bool:
    """When things were counted or came about, not when something is due."""
    if says_what_was_counted(found.string, first, found.start()):
        return True
    if says_what_was_done(found.string, first, found.start()):
        return True
    return day.is_over and says_what_happened(found.string, first, found.start())


def _deadline(found: re.Match[str], day: Day, *, is_event: bool) -> Deadline:
    words = found[0].rstrip(" ,")
    if words.endswith(")") and "(" not in words:
        words = words[:-1]
    verb = VERB.match(words)
    start = found.start() + (verb.end() if verb else len(words) - len(words.lstrip(" ,")))
    end = found.start() + len(words)
    return Deadline(start, end, day.date, day.doubt, is_event, day.how, day.over_on)
