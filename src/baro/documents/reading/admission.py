"""Whether words that have the shape of an order are one, in this kind of text and place."""

from baro.documents.reading import verdicts
from baro.documents.reading.drafting import Drafting
from baro.documents.reading.formulas import says_every_duty
from baro.documents.reading.order import Order

_REMINDERS = {"lưu ý", "nhắc nhở"}
# After the name of a body and a colon: "Phòng Kinh tế: đã kiểm tra 15 công trình".
_TELLS = (
    "đã ",
    "đang ",
    "vẫn ",
    "chưa ",
    "còn ",
    "tình hình ",
    "kiến nghị ",
    "cho biết",
    "cho rằng",
)
_GIVES = ("giao", "phân công", "ủy quyền")


def is_order_here(
    drafting: Drafting,
    order: Order,
    *,
    is_official: bool,
    in_findings: bool,
    is_urged: bool = False,
) -> bool:
    """True when there is something to do in it and somebody says that it must be done."""
    if (
        drafting.asks_upward(order)
        or not _has_matter(drafting, order)
        or is_formula(drafting, order.after_leads, order.end)
    ):
        return False
    if in_findings and not order.word.startswith(_GIVES):
        return False
    return _is_told(drafting, order, is_official=is_official, is_urged=is_urged)


def _is_told(drafting: Drafting, order: Order, *, is_official: bool, is_urged: bool) -> bool:
    if order.word in _REMINDERS:
        return drafting.clock.times_of(order.start, order.end).is_dated
    if order.word:
        return is_official or order.leads is not None
    if verdicts.praises(drafting.plain, order.start, order.end):
        return False
    if is_official or is_urged:
        return True
    return verdicts.is_urged(drafting.plain, order.start, order.after_leads, order.end)


def is_formula(drafting: Drafting, start: int, end: int) -> bool:
    """As in "chịu trách nhiệm trước UBND thành phố về kết quả": true of every duty, no task."""
    if not says_every_duty(drafting.plain, start, end):
        return False
    return not drafting.clock.times_of(start, end).is_dated


def _has_matter(drafting: Drafting, order: Order) -> bool:
    rest = drafting.plain[order.after_leads : order.end].strip(" .:;,")
    if order.about is None and (not rest or rest == "chủ trì"):
        return False
    if rest.startswith("nào "):
        return False
    if order.word in _REMINDERS and rest.startswith(("về ", "việc ")):
        return False
    if not order.word and rest.startswith(_TELLS):
        return False
    if order.about is not None or _lays_on_a_person(order):
        return True
    return not says_carry_it_out(drafting, order)


def _lays_on_a_person(order: Order) -> bool:
    """As in "Giao bà A theo dõi chung": for a body a formula, for one person a duty."""
    return order.word.startswith(_GIVES) and order.leads is not None and order.leads.is_deputy


def says_carry_it_out(drafting: Drafting, order: Order) -> bool:
    return verdicts.only_says_carry_it_out(drafting.plain, order.after_leads, order.end)
