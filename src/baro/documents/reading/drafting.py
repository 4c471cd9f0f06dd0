"""Makes one draft out of one order: who, with whom, what, by when, and what is unclear."""

from dataclasses import dataclass, replace
from datetime import date

from baro.documents.reading.cooperation import Cooperation, find_cooperation
from baro.documents.reading.deadlines import Deadline, find_deadlines
from baro.documents.reading.doubts import Facts, find_doubts
from baro.documents.reading.drafts import DraftTask
from baro.documents.reading.mentions import units_of
from baro.documents.reading.orders import Order
from baro.documents.reading.people import person_in_charge
from baro.documents.reading.products import find_product
from baro.documents.reading.recurrences import Repeat, find_repeats
from baro.documents.reading.titles import title_of
from baro.documents.reading.unit_lists import Named, UnitList
from baro.documents.reading.working_days import WorkingDays


@dataclass(frozen=True)
class Drafting:
    """One text, ready for drafts to be cut from it.

    `clean` is the text without page numbers and running heads, of the same length: what is shown
    comes from it; quotes come from `text`.
    """

    text: str
    clean: str
    plain: str
    named: Named
    issued_on: date | None
    calendar: WorkingDays

    def draft(self, clause: str, order: Order, inherited: UnitList | None = None) -> DraftTask:
        """The task that `order` gives; `inherited` leads when it names nobody itself."""
        leads = order.leads if order.leads else inherited
        along = find_cooperation(self.named, order.after_leads, order.end)
        repeats, deadlines = self._times(order)
        by_person = leads is not None and leads.is_deputy
        lead = () if by_person or leads is None else units_of(leads.mentions)
        cooperating = tuple(unit for unit in units_of(along.mentions) if unit not in lead)
        due, due_text = self._due(deadlines)
        return DraftTask(
            clause=clause,
            title=self._title(order, along, deadlines, repeats),
            lead=lead,
            cooperating=cooperating,
            in_charge=person_in_charge(
                self.clean, self.plain, self._told_at(order), order.end, leads
            ),
            due=due,
            due_text=due_text or (self._words(repeats[0]) if repeats else None),
            recurrence=repeats[0].recurrence if repeats else None,
            product=find_product(self.clean, self.plain, along.action_start, order.end),
            quote=self.text[order.start : order.end],
            start=order.start,
            end=order.end,
            doubts=find_doubts(
                Facts(
                    self.clean, self.plain, self.named, order, leads, along, tuple(deadlines), lead
                )
            ),
        )

    def _told_at(self, order: Order) -> int:
        """Past the one who speaks: "đồng chí A yêu cầu | Sở B", "giao | đồng chí C chỉ đạo"."""
        limit = max(order.leads.start, order.start) if order.leads else order.start
        told = max(self.plain.rfind(word, order.start, limit) for word in ("giao đ", "phân công đ"))
        return told if told != -1 else limit

    def has_time(self, start: int, end: int) -> bool:
        repeats, deadlines = self._times(Order(start, end, start, None))
        return bool(repeats or deadlines)

    def _times(self, order: Order) -> tuple[list[Repeat], list[Deadline]]:
        repeats = find_repeats(self.plain, self.clean, order.start, order.end)[:1]
        deadlines = find_deadlines(
            self.plain, order.start, order.end, issued_on=self.issued_on, calendar=self.calendar
        )
        free = [
            deadline
            for deadline in deadlines
            if not any(deadline.start < r.end and r.start < deadline.end for r in repeats)
        ]
        fixed = [deadline for deadline in free if not deadline.is_event]
        day = next((found for found in fixed if not found.date), None)
        if day and repeats and not repeats[0].recurrence.by:
            # "hằng tuần báo cáo ... trước 16h00 thứ Sáu": the day belongs to the recurrence.
            fixed.remove(day)
            rule = replace(repeats[0].recurrence, by=self._words(day))
            return [replace(repeats[0], recurrence=rule)], fixed
        return repeats, fixed or free

    def _due(self, deadlines: list[Deadline]) -> tuple[date | None, str | None]:
        if not deadlines:
            return None, None
        first = next((found for found in deadlines if found.date), deadlines[0])
        return first.date, self._words(first)

    def _words(self, found: Deadline | Repeat) -> str:
        return " ".join(self.clean[found.start : found.end].split())

    def _title(
        self, order: Order, along: Cooperation, deadlines: list[Deadline], repeats: list[Repeat]
    ) -> str:
        times: list[Deadline | Repeat] = [*deadlines, *repeats]
        cuts = [(found.start, found.end) for found in times]
        if order.about:
            return title_of(self.clean, order.about.start, order.about.end, cuts)
        action = min(along.action_start, order.end)
        title = title_of(self.clean, action, order.end, cuts)
        return title or title_of(self.clean, order.start, order.end, [])
