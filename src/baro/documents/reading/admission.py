"""Whether words that have the shape of an order are one, in this kind of text and place."""

from baro.documents.reading import verdicts
from baro.documents.reading.drafting import Drafting
from baro.documents.reading.orders import Order

_REMINDERS = {"lưu ý", "nhắc nhở"}


def is_order_here(
    drafting: Drafting, order: Order, *, is_official: bool, orders_are_given: bool
) -> bool:
    """True when there is something to do in it and somebody says that it must be done."""
    if not _has_matter(drafting, order):
        return False
    if order.word:
        return is_official or order.leads is not None
    if verdicts.praises(drafting.plain, order.start, order.end):
        return False
    if not is_official and not verdicts.is_urged(
        drafting.plain, order.start, order.after_leads, order.end
    ):
        return False
    return orders_are_given or order.has_units


def _has_matter(drafting: Drafting, order: Order) -> bool:
    rest = drafting.plain[order.after_leads : order.end].strip(" .:;,")
    if not rest or rest.startswith("nào "):
        return False
    if order.word in _REMINDERS and rest.startswith(("về ", "việc ")):
        return False
    return order.about is not None or not says_carry_it_out(drafting, order)


def says_carry_it_out(drafting: Drafting, order: Order) -> bool:
    return verdicts.only_says_carry_it_out(drafting.plain, order.after_leads, order.end)
