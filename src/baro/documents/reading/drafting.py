"""Makes one draft out of one order: who, with whom, what, by when, and what is unclear."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from baro.documents.reading import strangers
from baro.documents.reading.cooperation import Cooperation, find_cooperation
from baro.documents.reading.doubts import Facts, find_doubts
from baro.documents.reading.drafts import Addressee, DraftTask
from baro.documents.reading.joint import shared_by
from baro.documents.reading.leaders import Leaders, bodies_directed
from baro.documents.reading.listed import Listed
from baro.documents.reading.mention import Mention
from baro.documents.reading.mentions import spared_by, units_of
from baro.documents.reading.order import Order
from baro.documents.reading.people import person_in_charge
from baro.documents.reading.products import find_product
from baro.documents.reading.ranks import Rank
from baro.documents.reading.reasons import reasons_of
from baro.documents.reading.reports import reports_via
from baro.documents.reading.sentences import Span
from baro.documents.reading.times import Clock, Times
from baro.documents.reading.titles import title_of
from baro.documents.reading.unit_lists import Named, UnitList


@dataclass(frozen=True)
class _Found:
    """What an order comes to, before it is a draft."""

    order: Order
    leads: UnitList | None
    along: Cooperation
    times: Times
    in_charge: str | None
    product: str | None
    said_at: str


@dataclass
class Drafting:
    """One text, ready for drafts to be cut from it."""

    named: Named
    clock: Clock
    leaders: Leaders = field(default_factory=Leaders)
    rank: Rank = field(default_factory=Rank)

    @cached_property
    def text(self) -> str:
        return self.clock.text

    @cached_property
    def plain(self) -> str:
        return self.clock.plain

    def draft(
        self,
        clause: str,
        order: Order,
        inherited: UnitList | None = None,
        said_at: str = "",
        beside: tuple[Mention, ...] = (),
    ) -> DraftTask:
        """The task that `order` gives; `inherited` leads when it names nobody itself.

        Those `beside` work along as well, because the clause above names them.

        `said_at` says in Vietnamese where the leads stand, when that is not in the order.
        """
        leads = order.leads if order.leads else inherited
        along = find_cooperation(self.named, order.after_leads, order.end)
        found = _Found(
            order=order,
            leads=leads,
            along=replace(along, mentions=(*along.mentions, *beside)),
            times=self.clock.times_of(order.start, order.end),
            in_charge=person_in_charge(
                self.text, self.plain, self._told_at(order), order.end, leads
            ),
            product=find_product(self.text, self.plain, along.action_start, order.end),
            said_at=said_at,
        )
        return self._task(clause, found)

    def draft_listed(
        self, clause: str, listed: Listed, inherited: UnitList | None = None, said_at: str = ""
    ) -> DraftTask:
        """The task of a row or of labelled lines; an empty lead is that of the row above."""
        led, along = self._led(listed)
        cells = listed.under("lead")
        if cells and not led:
            led = [strangers.unknown(self.text, *cell) for cell in cells]
        leads = UnitList(led[0].start, led[-1].end, tuple(led)) if led else inherited
        matter, told = listed.matter, listed.under("charge")
        times = self.clock.times_in(listed.under("time")) or self.clock.times_of(*matter)
        product = " ".join(self._shown(cell) for cell in listed.under("product"))
        order = Order(listed.start, listed.end, matter.start, leads, "chủ trì:", matter)
        found = _Found(
            order=order,
            leads=leads,
            along=Cooperation(tuple(along), matter.start),
            times=times,
            in_charge=self._shown(told[0]) if told else None,
            product=product or find_product(self.text, self.plain, *matter),
            said_at=f"theo {listed.source}" if led and listed.source else said_at,
        )
        return self._task(clause, found)

    def asks_upward(self, order: Order) -> bool:
        return self.rank.asks_upward(self.plain, order)

    def has_time(self, start: int, end: int) -> bool:
        return bool(self.clock.times_of(start, end))

    def _task(self, clause: str, found: _Found) -> DraftTask:
        order, leads, times = found.order, found.leads, found.times
        lead = self._lead(order, leads)
        named = (*(leads.mentions if leads else ()), *found.along.mentions)
        first = times.first
        words = first or (times.repeats[0] if times.repeats else None)
        shared = shared_by(self.plain, lead, order.after_leads, order.end)
        return DraftTask(
            clause=clause,
            title=self._title(order, found.along, times),
            lead=lead,
            cooperating=tuple(u for u in units_of(found.along.mentions) if u not in lead),
            in_charge=found.in_charge,
            due=first.date if first else None,
            due_text=self.clock.words(words) if words else None,
            recurrence=times.repeats[0].recurrence if times.repeats else None,
            product=found.product,
            quote=self.text[order.start : order.end],
            start=order.start,
            end=order.end,
            doubts=find_doubts(
                Facts(self.clock, self.named, order, leads, found.along, times, lead, shared)
            ),
            excluded=spared_by(named),
            shared=shared,
            via=reports_via(self.named, order.after_leads, order.end, lead),
            reasons=reasons_of(self.clock, order, leads, times, found.said_at),
        )

    def _lead(self, order: Order, leads: UnitList | None) -> tuple[Addressee, ...]:
        """A leader stands for his body, unless he only directs another that does the work."""
        lead = units_of(leads.mentions) if leads else ()
        if leads is None or not leads.is_deputy or any(unit.count > 1 for unit in lead):
            return lead
        directed = bodies_directed(self.named, order.after_leads, order.end)
        return directed or self.leaders.bodies_over(self.named, leads, order.end)

    def _led(self, listed: Listed) -> tuple[list[Mention], list[Mention]]:
        """Who leads and who works along; a cell may say both: "Sở A (phối hợp: Sở B)"."""
        led: list[Mention] = []
        along = [m for cell in listed.under("along") for m in self.named.within(*cell)]
        for cell in listed.under("lead"):
            mixed = find_cooperation(self.named, cell.start, cell.end).mentions
            along = [*mixed, *along]
            led += [m for m in self.named.within(*cell) if m not in mixed]
        return led, along

    def _shown(self, cell: Span) -> str:
        return " ".join(self.text[cell.start : cell.end].split()).strip(" .;,")

    def _told_at(self, order: Order) -> int:
        """Past the one who speaks: "đồng chí A yêu cầu | Sở B", "giao | đồng chí C chỉ đạo"."""
        limit = max(order.leads.start, order.start) if order.leads else order.start
        told = max(self.plain.rfind(word, order.start, limit) for word in ("giao đ", "phân công đ"))
        return told if told != -1 else limit

    def _title(self, order: Order, along: Cooperation, times: Times) -> str:
        if order.about:
            return title_of(self.text, order.about.start, order.about.end, times.cuts)
        action = min(along.action_start, order.end)
        title = title_of(self.text, action, order.end, times.cuts)
        return title or title_of(self.text, order.start, order.end, [])
