"""What the issuer of a paper says that it will do itself: no task of this paper."""

from baro.documents.reading.drafting import Drafting
from baro.documents.reading.patterns import grammar
from baro.documents.reading.sentences import Span

_ITSELF = grammar(
    r"(?:\"~)?(?:(?:trong thời gian tới|thời gian tới|tới đây|ngoài ra|bên cạnh đó|đồng thời)~,?~)?"
    r"(?P<who>chúng tôi|đơn vị chúng tôi|phường|xã|sở|địa phương)?"
)
_WILL = grammar(r"~(?:cũng |xin |tiếp tục |, )*(?:sẽ|cam kết|xin hứa|hứa|xin nhận|xin chịu)(?!\w)")
_WORDS = (" sẽ ", " cam kết", " hứa ", " xin ")  # one of them stands in each promise
_NEAR = 200


def is_promise(drafting: Drafting, span: Span) -> bool:
    """As in "UBND phường sẽ tổ chức họp dân", said by UBND phường."""
    plain = drafting.plain
    if not any(plain.find(word, span.start, span.start + _NEAR) != -1 for word in _WORDS):
        return False
    opening = _ITSELF.match(plain, *span)
    here = opening.end() if opening else span.start
    if opening is None or not opening["who"]:
        leads = drafting.named.list_at(here, span.end)
        codes = {unit.code for mention in leads.mentions for unit in mention.units} if leads else ()
        if leads is None or codes != {drafting.rank.code}:
            return False
        here = leads.end
    return _WILL.match(plain, here, span.end) is not None
