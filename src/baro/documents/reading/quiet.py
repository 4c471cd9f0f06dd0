"""Sentences of a clause that give no task, whatever words of order stand in them."""

from dataclasses import dataclass

from baro.documents.reading import verdicts
from baro.documents.reading.clauses import Block
from baro.documents.reading.drafting import Drafting
from baro.documents.reading.order import Order
from baro.documents.reading.patterns import grammar
from baro.documents.reading.press import reports_from_below
from baro.documents.reading.promises import is_promise
from baro.documents.reading.sentences import Span

# As in "Đơn vị nào để chậm thì thủ trưởng kiểm điểm".
_WHOEVER = grammar(
    r"(?:từ nay,? )?(?:\w+ ){1,4}nào(?!\w)[^.;]{3,160}? thì [^.;]{0,80}?"
    r"(?:trách nhiệm|kiểm điểm|phê bình|rút kinh nghiệm|xử lý kỷ luật)(?!\w)"
)
_JOINS = {"", ",", "và", "đồng thời", ", đồng thời"}


@dataclass
class Quiet:
    """Asks it of one clause after the other; a promise or a request goes on to its full stop."""

    drafting: Drafting
    block: Block
    is_official: bool
    orders_are_given: bool
    _promised_until: int = 0
    _asked_until: int = 0

    def says_so_itself(self, span: Span) -> bool:
        """A closing formula, what others ask of the leader, what the issuer will do itself."""
        plain, block = self.drafting.plain, self.block
        if verdicts.is_closing(plain, *span) or self._threatens(span):
            return True
        if not self.is_official:
            return reports_from_below(plain, block.body, block.end)
        if not self._is_promised(span):
            return False
        self._promised_until = span.end
        return True

    def _threatens(self, span: Span) -> bool:
        plain = self.drafting.plain
        return plain.find(" nào ", *span) != -1 and _WHOEVER.match(plain, *span) is not None

    def asks_upward(self, span: Span, shaped: list[Order]) -> bool:
        """A request to those above, or what such a sentence asks after its semicolon."""
        plain, until = self.drafting.plain, self._asked_until
        at_once = until and plain[until - 1] == ";" and not plain[until : span.start].strip()
        if not at_once and not any(self.drafting.asks_upward(order) for order in shaped):
            return False
        self._asked_until = span.end
        return True

    def only_tells(self, span: Span, orders: list[Order]) -> bool:
        """How a meeting came about, or what was done on days that are over."""
        plain, block = self.drafting.plain, self.block
        if any(order.word for order in orders):
            return False
        if self.drafting.clock.is_over(*span):
            return not self._orders_by_a_day_gone(span, orders)
        if block.is_item:
            return False
        told = self.is_official and verdicts.opens_with_a_meeting(plain, block.body, block.end)
        return told or verdicts.tells_of_a_meeting(plain, *span)

    def _is_promised(self, span: Span) -> bool:
        plain, until = self.drafting.plain, self._promised_until
        if until and plain[until - 1] not in ".!?" and plain[until : span.start].strip() in _JOINS:
            return True
        listed = self.block.is_item and self.orders_are_given
        return not listed and is_promise(self.drafting, span)

    def _orders_by_a_day_gone(self, span: Span, orders: list[Order]) -> bool:
        """As in "Sở A rà soát ... trước ngày 15/10/2025" of 2026: an order, its year mistyped."""
        plain = self.drafting.plain
        if verdicts.is_told_as_done(plain, *span) or not self.orders_are_given:
            return False
        acts = bool(orders) or verdicts.opens_with_action(plain, *span)
        return acts and self.drafting.clock.names_a_gone_term(*span)
