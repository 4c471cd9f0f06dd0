"""Who works along: "phối hợp với Sở B, UBND các xã", "cùng Sở C", "Đơn vị phối hợp: ..."."""

from dataclasses import dataclass

from baro.documents.reading.mention import Mention
from baro.documents.reading.patterns import grammar
from baro.documents.reading.unit_lists import Named

_WITH = grammar(
    r"(?<!\w)(?:(?:phối hợp|hiệp đồng)(?: chặt chẽ| tích cực| đồng bộ| thường xuyên)*"
    r"(?:,? (?:với|cùng với|cùng))?|chủ trì~,?~(?:cùng với|cùng|với)"
    r"|(?:có )?(?:sự )?tham gia của|(?:đơn vị |cơ quan )?phối hợp(?: thực hiện)?~:)~"
)
_PRELUDE = grammar(
    r"~(?:\([^()]{1,60}\)~)?(?:[,:;]~|và )*(?:(?:sẽ )?(?:là|làm) (?:cơ quan "
    r"|đơn vị )?(?:đầu mối~,?~)?)?(?:được giao (?:nhiệm vụ )?)?"
    r"(?:có trách nhiệm )?(?:(?:khẩn trương|tích cực|chủ động|tiếp tục"
    r"|trực tiếp) (?=chủ trì))?(?:chủ trì(?!\w))?~,?~(?:và )?"
)
_FIRST_WITH = grammar(r"(?:cùng với|cùng) ")
_AND_SO = grammar(r"~(?:,~)?(?:để |tổ chức (?=tổ chức)|nhằm (?=\w+ \w+ thực hiện))?")


@dataclass(frozen=True)
class Cooperation:
    """The bodies that work along, and where the action begins when they stand before it."""

    mentions: tuple[Mention, ...]
    action_start: int


def find_cooperation(named: Named, after_leads: int, end: int) -> Cooperation:
    plain = named.plain
    prelude = _PRELUDE.match(plain, after_leads, end)
    action = prelude.end() if prelude else after_leads
    found: list[Mention] = []
    first = _FIRST_WITH.match(plain, action, end)
    beside = named.list_at(first.end(), end) if first else None
    if beside and beside.has_units:
        found.extend(beside.mentions)
        rest = _AND_SO.match(plain, beside.end, end)
        action = rest.end() if rest else beside.end
    for along in _WITH.finditer(plain, after_leads, end):
        bodies = named.list_at(along.end(), end)
        if bodies is None:
            continue
        found.extend(bodies.mentions)
        if along.start() <= action:
            rest = _AND_SO.match(plain, bodies.end, end)
            action = rest.end() if rest else bodies.end
    return Cooperation(tuple(found), action)
