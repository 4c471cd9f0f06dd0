"""When one order is due: its deadlines and what comes back, as they belong together."""

from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from baro.documents.reading.cell_times import deadlines_in, repeats_in
from baro.documents.reading.deadlines import Deadline, find_deadlines
from baro.documents.reading.patterns import grammar
from baro.documents.reading.recurrences import Repeat, find_repeats
from baro.documents.reading.sentences import Span
from baro.documents.reading.vocabulary import ACTIONS
from baro.documents.reading.working_days import WorkingDays

_TERM = grammar(
    r"(?:trước|chậm nhất|muộn nhất|hạn|thời hạn|xong|hoàn thành|không (?:muộn|chậm) hơn)(?!\w)"
)
_DONE = grammar(r"(?<!\w)(?:vượt (?:kế hoạch|tiến độ)|đúng (?:hạn|tiến độ|kế hoạch))(?!\w)")
_LASTS = ("từ ", "đến ", "cho đến ", "kéo dài ", "kể từ ", "bắt đầu từ ")


@dataclass(frozen=True)
class Times:
    """The deadlines that limit an order, and the rule by which it comes back."""

    deadlines: tuple[Deadline, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    last_part: Deadline | None = None

    def __bool__(self) -> bool:
        return bool(self.deadlines or self.repeats)

    @property
    def is_dated(self) -> bool:
        """Limited by a day, a period or a rhythm; an event alone limits nothing yet."""
        return bool(self.repeats) or any(not found.is_event for found in self.deadlines)

    @property
    def first(self) -> Deadline | None:
        """The one that counts: the first with a day, or that of the last part of the act."""
        if self.last_part:
            return self.last_part
        dated = (found for found in self.deadlines if found.date)
        return next(dated, self.deadlines[0] if self.deadlines else None)

    @property
    def terms(self) -> list[tuple[int, int]]:
        """What limits one act each: days, periods and rhythms, not what they hang on."""
        found: list[Deadline | Repeat] = [*self.deadlines, *self.repeats]
        return [(each.start, each.end) for each in found]

    @property
    def cuts(self) -> list[tuple[int, int]]:
        """The stretches that tell a time, the day of a rhythm among them."""
        days = [repeat.day for repeat in self.repeats if repeat.day[0] < repeat.day[1]]
        return [*self.terms, *days]


_LONGEST_PART = 70
# The rest of the places or things that the act is done to, and no other verb.
_PART = grammar(
    r"~(?:[,;]|và|[,;] và|[,;] riêng)~(?=[^.;]{0,60}(?<!\w)(?:còn lại|các (?:xã|phường|địa bàn|khu"
    r"|tuyến|điểm|nơi|dự án|hộ|trường|đơn vị|công trình)|phần|khu vực|nơi khác|đợt|giai đoạn))"
    rf"(?:(?!(?<!\w)(?:{ACTIONS}|xong|chậm)(?!\w))[^.;:(]){{0,70}}"
)


@dataclass(frozen=True)
class Clock:
    """One text with the day and the calendar that its times are counted by."""

    text: str
    plain: str
    issued_on: date | None
    calendar: WorkingDays
    plan_year: int | None = None
    _known: dict[tuple[int, int], Times] = field(default_factory=dict, compare=False, repr=False)

    def times_of(self, start: int, end: int) -> Times:
        """Times inside a sentence, each with a word that limits it; looked for once."""
        found = self._known.get((start, end))
        if found is None:
            found = self._known[start, end] = self._times_of(start, end)
        return found

    def _times_of(self, start: int, end: int) -> Times:
        repeats = find_repeats(self.plain, self.text, start, end)[:1]
        deadlines = find_deadlines(
            self.plain,
            start,
            end,
            issued_on=self.issued_on,
            calendar=self.calendar,
            plan_year=self.plan_year,
        )
        return self._settled(repeats, deadlines)

    def times_in(self, cells: tuple[Span, ...]) -> Times:
        """Times that stand alone, under a label or in a column."""
        repeats = [found for cell in cells for found in repeats_in(self.plain, self.text, cell)]
        deadlines = [
            found
            for cell in cells
            for found in deadlines_in(
                self.plain,
                cell,
                issued_on=self.issued_on,
                calendar=self.calendar,
                plan_year=self.plan_year,
            )
            if not (repeats and found.is_event)
        ]
        return self._settled(repeats[:1], deadlines)

    def is_over(self, start: int, end: int) -> bool:
        """Whether every day told in a stretch lies before the paper: it tells what came about."""
        times = self.times_of(start, end)
        if times.repeats or not times.deadlines or self.issued_on is None:
            return False
        days = [found.date or found.over_on for found in times.deadlines]
        return all(day and day < self.issued_on for day in days)

    def names_a_gone_term(self, start: int, end: int) -> bool:
        """Whether the first day told is a term of an earlier year: "trước ngày 15/10/2025"."""
        found = next(iter(self.times_of(start, end).deadlines), None)
        if (
            found is None
            or found.over_on is None
            or found.date
            or _DONE.search(self.plain, start, end)
        ):
            return False
        return _TERM.match(self.plain, found.start, found.end) is not None

    def words(self, found: Deadline | Repeat) -> str:
        return " ".join(self.text[found.start : found.end].split())

    def _lasts(self, deadline: Deadline) -> bool:
        return self.plain[deadline.start : deadline.end].lstrip(" ,(").startswith(_LASTS)

    def _settled(self, repeats: list[Repeat], deadlines: list[Deadline]) -> Times:
        free = [
            deadline
            for deadline in deadlines
            if not any(r.covers(deadline.start, deadline.end) for r in repeats)
        ]
        if repeats:
            # "hằng ngày ... đến hết tháng 10": how long it goes on, not when it is due.
            free = [deadline for deadline in free if not self._lasts(deadline)]
        fixed = [deadline for deadline in free if not deadline.is_event]
        return Times(tuple(fixed or free), tuple(repeats), self._of_last_part(fixed))

    def _of_last_part(self, fixed: list[Deadline]) -> Deadline | None:
        """As in "ở phường A trước 30/11, các nơi còn lại trước 31/01": one act, done with the last.

        Another verb between the two days makes it another act, as in "..., báo cáo trước 25/9".
        """
        found: Deadline | None = None
        for before, after in pairwise(fixed):
            between = self.plain[before.end : after.start]
            if not (before.date and after.date and after.date > before.date):
                break
            if len(between) > _LONGEST_PART or not _PART.fullmatch(between):
                break
            found = after
        return found
