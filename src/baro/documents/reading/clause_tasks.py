"""The tasks of one clause, sentence after sentence."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from baro.documents.reading import verdicts
from baro.documents.reading.admission import is_formula, is_order_here, says_carry_it_out
from baro.documents.reading.clauses import Block
from baro.documents.reading.contexts import Contexts
from baro.documents.reading.continuations import (
    extended,
    goes_on,
    is_listed_act,
    says_more_of_it,
    says_nothing_new,
)
from baro.documents.reading.dated_items import agrees, dated_order
from baro.documents.reading.drafting import Drafting
from baro.documents.reading.drafts import DraftTask
from baro.documents.reading.local_words import HUSHED
from baro.documents.reading.order import Order
from baro.documents.reading.orders import find_orders
from baro.documents.reading.orientation import only_sets_a_course
from baro.documents.reading.own_acts import is_own_act
from baro.documents.reading.patterns import grammar
from baro.documents.reading.press import quotes_an_order
from baro.documents.reading.quiet import Quiet
from baro.documents.reading.sentences import Span
from baro.documents.reading.subjects import means_the_one_before
from baro.documents.reading.unit_lists import UnitList

_MUST_BE = grammar(r"(?<!\w)theo [^,.;]{2,60}, (?:cần|phải)(?!\w)[^.]{0,200}$")
_DESCRIBED = grammar(r"(?:chủ tịch |lãnh đạo )?(?:ubnd|đảng ủy|hđnd) (?:các )?(?:xã|phường) \w")
_JOINS = {"", ",", "và", "đồng thời", ", đồng thời", "cùng với đó", ", cùng với đó"}
_NEAR = 300
_OPENING = 40


@dataclass
class ClauseTasks:
    """Collects the tasks of one clause; a sentence may name who, add to the last, or inherit."""

    drafting: Drafting
    block: Block
    contexts: Contexts
    is_official: bool
    found: list[DraftTask] = field(default_factory=list)
    only_reminds: bool = False
    _leads_before: UnitList | None = None
    _lists_acts: bool = False
    _aims: dict[int, bool] = field(default_factory=dict)

    @cached_property
    def _quiet(self) -> Quiet:
        return Quiet(self.drafting, self.block, self.is_official, self.orders_are_given)

    @property
    def orders_are_given(self) -> bool:
        return self.is_official and self.contexts.mood_over(self.block) != "findings"

    def read(self, span: Span) -> None:
        plain = self.drafting.plain
        if self._quiet.says_so_itself(span):
            return
        any_verb = self.block.is_item and self._opens_a_sentence(span) and self.orders_are_given
        shaped = find_orders(self.drafting.named, span, any_verb=any_verb)
        orders = [order for order in shaped if self._is_order(order)]
        if not orders and self._quiet.asks_upward(span, shaped):
            return
        if self._quiet.only_tells(span, orders):
            return
        if orders and not self._is_own_act(orders[0]):
            self.found.extend(self._draft(order) for order in orders)
            self._leads_before = orders[-1].leads
            self._lists_acts = plain.startswith(":", orders[-1].after_leads)
            return
        if HUSHED not in plain[span.start : span.end]:
            self._read_without_order(span, shaped)

    def _read_without_order(self, span: Span, shaped: list[Order]) -> None:
        """A formula that names the bodies of what follows, a reminder, or a sentence of its own."""
        for order in shaped:
            if is_formula(self.drafting, order.after_leads, order.end):
                self._leads_before = order.leads
        if any(says_carry_it_out(self.drafting, order) for order in shaped):
            self.only_reminds = True
        else:
            self._read_unsigned(span)

    def _opens_a_part(self, span: Span) -> bool:
        """The item itself, or what follows a semicolon in it."""
        if span.start == self.block.body:
            return True
        before = self.drafting.plain[max(self.block.body, span.start - 3) : span.start]
        return before.rstrip().endswith(";")

    def _opens_a_sentence(self, span: Span) -> bool:
        before = self.drafting.plain[max(self.block.body, span.start - 3) : span.start]
        return self._opens_a_part(span) or before.rstrip().endswith(".")

    def _read_unsigned(self, span: Span) -> None:
        """A sentence that names nobody: it adds to the task before, or the bodies stand above."""
        last = self.found[-1] if self.found else None
        if (
            last
            and not self._is_listed(span)
            and goes_on(self.drafting, span, last, is_official=self.is_official)
        ):
            self.found[-1] = extended(self.drafting, last, span)
        elif self._is_action(span):
            self._keep(Order(span.start, span.end, span.start, self._leads_before))
        elif self._may_be_dated(span) and (order := dated_order(self.drafting, span)):
            self._keep(replace(order, leads=order.leads or self._leads_before))
        elif last and says_nothing_new(self.drafting.plain, span, last):
            quote = self.drafting.text[last.start : span.end]
            self.found[-1] = replace(last, quote=quote, end=span.end)

    def _keep(self, order: Order) -> None:
        """What names nobody may prove a mere course at the end of the clause, or get its term."""
        draft = self._draft(order)
        above = self.contexts.leads_over(self.block)
        nobody = order.leads is None and above is not None and above.is_vague
        nobody = nobody and not self._is_described(above)
        self._aims[draft.start] = nobody
        self.found.append(draft)

    def _is_described(self, leads: UnitList | None) -> bool:
        """As in "UBND các xã có rừng": some of a kind are meant, only their names are missing."""
        return (
            leads is not None
            and _DESCRIBED.match(self.drafting.plain, leads.start, leads.end) is not None
        )

    @property
    def tasks(self) -> list[DraftTask]:
        return [draft for draft in self.found if not self._only_directs(draft)]

    @property
    def only_directs(self) -> bool:
        return any(self._only_directs(draft) for draft in self.found)

    def _only_directs(self, draft: DraftTask) -> bool:
        nobody = self._aims.get(draft.start)
        return nobody is not None and only_sets_a_course(draft, names_nobody_itself=nobody)

    def _may_be_dated(self, span: Span) -> bool:
        in_list = self.block.is_item and self._opens_a_part(span) and self.orders_are_given
        return in_list and not self._is_formula(span)

    def _is_listed(self, span: Span) -> bool:
        """As in "Sở A: vận hành ...; tham mưu ...": after the colon each act is its own."""
        return (
            self._lists_acts
            and self.found[-1].quote.endswith(";")
            and is_listed_act(self.drafting.plain, span)
        )

    def _is_order(self, order: Order) -> bool:
        return is_order_here(
            self.drafting,
            order,
            is_official=self.is_official,
            in_findings=self.contexts.mood_over(self.block) == "findings",
            is_urged=self._is_urged(order),
        )

    def _is_urged(self, order: Order) -> bool:
        """In a press text: quoted from a leader, or going on with what one has ordered."""
        plain, block = self.drafting.plain, self.block
        if quotes_an_order(plain, block.body, block.end):
            return True
        told = plain[max(block.body, order.start - _NEAR) : order.start]
        return bool(self.found) or _MUST_BE.search(told) is not None

    def _is_own_act(self, order: Order) -> bool:
        names_somebody = bool(self.found) or self.contexts.named_over(self.block) is not None
        before = self.found[-1] if self.found else None
        return names_somebody and is_own_act(self.drafting, self.block.body, order, before)

    def _is_action(self, span: Span) -> bool:
        plain = self.drafting.plain
        listed = bool(self.found) and plain[span.start] == "("
        goes_on = bool(self.found) and self._follows_at_once(span)
        acts = listed or verdicts.opens_with_action(plain, *span) or self._is_told_above(span)
        acts = acts or (goes_on and self._has_its_own_term(span))
        if not acts or not (self.orders_are_given or goes_on) or self._is_formula(span):
            return False
        if agrees(plain, span):
            return False
        return bool(self.found or self.block.is_item or self.contexts.named_over(self.block))

    def _has_its_own_term(self, span: Span) -> bool:
        """As in "...trước ngày 20/9; kịch bản gửi ... trước 12h00 ngày 03/9": a term for each."""
        plain = self.drafting.plain
        last = self.found[-1]
        if not (last.due or last.recurrence) or says_more_of_it(plain, span):
            return False
        return self.drafting.has_time(*span) and not verdicts.is_told_as_done(plain, *span)

    def _follows_at_once(self, span: Span) -> bool:
        """In one sentence with the task before: after its semicolon, its comma or its "và"."""
        last = self.found[-1]
        between = self.drafting.plain[last.end : span.start].strip()
        if last.quote.endswith(";"):
            return True
        return between in _JOINS and not last.quote.endswith(".")

    def _is_told_above(self, span: Span) -> bool:
        """An item right under "Giao Sở A:" is an order whatever its verb, unless it tells."""
        if not self.block.is_item or span.start != self.block.body:
            return False
        if not self.contexts.named_over(self.block):
            return False
        plain = self.drafting.plain
        opening = min(span.end, span.start + _OPENING)
        told = verdicts.is_told_as_done(plain, span.start, opening)
        return not told and not verdicts.praises(plain, *span) and not agrees(plain, span)

    def _is_formula(self, span: Span) -> bool:
        plain = self.drafting.plain
        rests_on = not self.block.is_item and verdicts.is_basis(plain, *span)
        carried_out = verdicts.only_says_carry_it_out(plain, *span)
        return rests_on or carried_out or is_formula(self.drafting, *span)

    def _is_the_one_before(self, leads: UnitList) -> bool:
        before = self._leads_before
        alone = before is not None and before.has_units and len(before.mentions) == 1
        return alone and means_the_one_before(self.drafting.plain, leads)

    def _draft(self, order: Order) -> DraftTask:
        """Nobody named, or only "các đơn vị": the clause above or the address says who."""
        contexts = self.contexts
        if order.leads and self._leads_before and self._is_the_one_before(order.leads):
            order = replace(order, leads=self._leads_before)
        if order.leads:
            leads = contexts.those_meant(self.block, order.leads, self.drafting.plain)
            order = replace(order, leads=leads)
            contexts.remember(self.block, leads)
        above = contexts.leads_over(self.block)
        meant = order.leads or above
        where = contexts.where(meant) if meant else ""
        along = contexts.along_over(self.block) if meant is contexts.named_over(self.block) else ()
        return self.drafting.draft(self.block.id, order, above, where, along)
