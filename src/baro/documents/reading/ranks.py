"""Who stands above whom: what a body asks of those above it is a request, not a task."""

from typing import NamedTuple

from baro.documents.reading.gazetteer import Gazetteer
from baro.documents.reading.order import Order
from baro.documents.reading.patterns import grammar

_COMMUNE, _DEPARTMENT, _CITY, _PARTY = 1, 2, 3, 4
_RANKS = {"TU": _PARTY, "UBND-TP": _CITY, "HDND-TP": _CITY, "MTTQ-TP": _CITY, "DU-UBND-TP": _CITY}
_OF_COMMUNES = {
    "G.UBND-XP", "G.XP", "G.DU-XP", "G.HDND-XP", "G.MTTQ-XP", "G.UBND-P", "G.UBND-X", "G.DU-P",
    "G.DU-X",
}  # fmt: skip
# These write down what the one they serve has said.
_OFFICES = {"VP-UBND": _CITY, "VP-TU": _PARTY, "VP-DBQH-HDND": _CITY}
_ASKS = ("đề nghị", "kiến nghị")
_ABOVE_THE_CITY = grammar(
    r"(?:các )?(?:bộ|chính phủ|thủ tướng|quốc hội|ủy ban thường vụ quốc hội|ban bí thư|bộ chính trị"
    r"|trung ương|ban chấp hành trung ương)(?!\w)"
)


class Rank(NamedTuple):
    """Which body issues a paper, and how high it stands; 0 when nobody knows."""

    height: int = 0
    code: str | None = None

    def asks_upward(self, plain: str, order: Order) -> bool:
        """As in a ward's "Đề nghị UBND thành phố xem xét ...": all who are asked stand above it."""
        if not self.height or order.leads is None or not order.word.startswith(_ASKS):
            return False
        return all(
            all(_rank(unit.code) > self.height for unit in mention.units)
            if mention.units
            else _ABOVE_THE_CITY.match(plain, mention.start, mention.end) is not None
            for mention in order.leads.mentions
        )


def rank_of(issuer: str | None, home: str | None, gazetteer: Gazetteer) -> Rank:
    entry = next((entry for entry in gazetteer if entry.name == issuer), None)
    code = entry.code if entry else None
    if home:
        return Rank(_COMMUNE, code)
    return Rank(_OFFICES.get(code) or _rank(code), code) if code else Rank()


def _rank(code: str) -> int:
    if code[:1].isdigit() or code in _OF_COMMUNES:
        return _COMMUNE
    return _RANKS.get(code, _DEPARTMENT)
