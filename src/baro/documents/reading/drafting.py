"""Makes one draft out of one order: who, with whom, what, by when, and what is unclear."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from baro.documents.reading.cooperation import Cooperation, find_cooperation
from baro.documents.reading.deadlines import Deadline, find_deadlines
from baro.documents.reading.drafts import Addressee, DraftTask
from baro.documents.reading.mentions import Mention
from baro.documents.reading.orders import Order
from baro.documents.reading.patterns import grammar
from baro.documents.reading.people import person_in_charge
from baro.documents.reading.products import find_product
from baro.documents.reading.recurrences import Repeat, find_repeats
from baro.documents.reading.titles import title_of
from baro.documents.reading.unit_lists import Named, UnitList
from baro.documents.reading.working_days import WorkingDays

_DAILY = grammar(
    r"(?<!\w)(?:(?:hằng|hàng|mỗi) ngày|định kỳ 0?[2-9] (?:ngày|tuần|tháng)|0?[2-9] (?:ngày"
    r"|tuần|tháng)~/~(?:1 )?lần)(?!\w)"
)
NO_LEAD = "Chưa rõ đơn vị chủ trì."


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
        lead = () if by_person or leads is None else _units(leads.mentions)
        cooperating = tuple(unit for unit in _units(along.mentions) if unit not in lead)
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
            doubts=tuple(dict.fromkeys(self._doubts(order, leads, along, deadlines, lead))),
        )

    def _told_at(self, order: Order) -> int:
        """Past the one who speaks: "đồng chí A yêu cầu | Sở B ...", "giao | đồng chí C chỉ đạo ..." """
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
        cuts = [(found.start, found.end) for found in [*deadlines, *repeats]]
        if order.about:
            return title_of(self.clean, order.about.start, order.about.end, cuts)
        action = min(along.action_start, order.end)
        title = title_of(self.clean, action, order.end, cuts)
        return title or title_of(self.clean, order.start, order.end, [])

    def _doubts(
        self,
        order: Order,
        leads: UnitList | None,
        along: Cooperation,
        deadlines: list[Deadline],
        lead: tuple[Addressee, ...],
    ) -> Iterable[str]:
        if leads:
            yield from (doubt for mention in leads.mentions for doubt in mention.doubts)
        if leads and leads.is_deputy:
            yield "Văn bản giao cho người, chưa nêu đơn vị chủ trì."
        elif not lead:
            yield NO_LEAD
        yield from (doubt for mention in along.mentions for doubt in mention.doubts)
        yield from (f"{found.doubt} (“{self._words(found)}”)" for found in deadlines if found.doubt)
        if len([found for found in deadlines if found.date]) > 1:
            shown = "; ".join(self._words(found) for found in deadlines if found.date)
            yield f"Có nhiều thời hạn: {shown}; đang lấy thời hạn đầu tiên."
        if _asks_who_leads(order, self.plain, lead):
            names = ", ".join(unit.name for unit in lead)
            yield f"Có {len(lead)} đơn vị chủ trì ({names}): một việc chung hay mỗi đơn vị một việc?"
        if _DAILY.search(self.plain, order.start, order.end):
            yield "Việc lặp lại theo kỳ không có trong danh mục: cần chọn kỳ theo dõi."
        yield from self._through(order, along)

    def _through(self, order: Order, along: Cooperation) -> Iterable[str]:
        """As in "chỉ đạo Trung tâm ... thực hiện": the body that does it is not the one addressed."""
        at = along.action_start
        for word in ("chỉ đạo ", "đôn đốc "):
            if self.plain.startswith(word, at):
                through = self.named.list_at(at + len(word), order.end)
                if through and through.has_units:
                    names = ", ".join(unit.name for unit in _units(through.mentions))
                    yield f"Thực hiện qua {names}: cần xác định là chủ trì hay phối hợp."


def _units(mentions: Iterable[Mention]) -> tuple[Addressee, ...]:
    return tuple(dict.fromkeys(unit for mention in mentions for unit in mention.units))


def _asks_who_leads(order: Order, plain: str, lead: tuple[Addressee, ...]) -> bool:
    told_to_lead = plain.find("chủ trì", order.after_leads, order.after_leads + 30) != -1
    return len(lead) > 1 and told_to_lead and all(unit.count == 1 for unit in lead)
