"""Acts of a body on others, under its own name: they are its tasks, not theirs."""

from baro.documents.reading.drafting import Drafting
from baro.documents.reading.drafts import DraftTask
from baro.documents.reading.order import Order
from baro.documents.reading.patterns import grammar

_ACTS_ON_OTHERS = {"chỉ đạo", "đôn đốc", "nhắc nhở", "lưu ý", "phân công"}
_LEADS_IT = grammar(r"~,?~chủ trì~,?~(?:phối hợp|cùng|và)(?!\w)")


def is_own_act(drafting: Drafting, body: int, order: Order, before: DraftTask | None) -> bool:
    """As in "Sở A: - Đôn đốc UBND các xã ...": what the body named before does to others.

    "Chỉ đạo Sở B chủ trì, phối hợp ..." says who leads: it is Sở B's task.
    """
    if order.word not in _ACTS_ON_OTHERS or order.start not in _openings(drafting, body, before):
        return False
    return _LEADS_IT.match(drafting.plain, order.after_leads, order.end) is None


def _openings(drafting: Drafting, body: int, before: DraftTask | None) -> set[int]:
    """Where an act of the body named before may begin: the item, or after its semicolon."""
    text = drafting.text
    after = before.end if before and before.quote.endswith(";") else body
    while after < len(text) and text[after].isspace():
        after += 1
    return {after, body}
