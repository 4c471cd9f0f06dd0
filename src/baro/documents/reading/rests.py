"""What is left of a group: "các xã, phường còn lại", after some have been named."""

from dataclasses import dataclass, field, replace

from baro.documents.reading.clauses import Block
from baro.documents.reading.drafts import Addressee
from baro.documents.reading.mention import Mention
from baro.documents.reading.unit_lists import UnitList

_SHOWN = 4


@dataclass
class Rests:
    """Remembers the communes that have led last, in one clause or in several beside each other."""

    _block: str = ""
    _over: str = ""
    _named: list[Addressee] = field(default_factory=list)

    def remember(self, block: Block, leads: UnitList) -> None:
        named = [
            unit
            for mention in leads.mentions
            for unit in mention.units
            if unit.count == 1 and unit.code[:1].isdigit()
        ]
        goes_on = bool(named) and self._over == _over(block)
        self._named = [*self._named, *named] if goes_on or block.id == self._block else named
        self._block, self._over = block.id, _over(block)

    def of(self, block: Block, leads: UnitList) -> UnitList | None:
        """The group without those named right before; None where the paper leaves it open."""
        mention = leads.mentions[0]
        if block.id != self._block and _over(block) != self._over:
            return None
        spared = tuple(dict.fromkeys(unit for unit in self._named if _belongs(unit, mention)))
        if len(leads.mentions) > 1 or not mention.rest_of or not spared:
            return None
        left = [
            replace(group, count=max(1, group.count - len(spared))) for group in mention.rest_of
        ]
        names = ", ".join(unit.name for unit in spared[:_SHOWN])
        more = "…" if len(spared) > _SHOWN else ""
        doubt = f"Nhóm còn lại: đã để ngoài {names}{more} nêu ở trên; cần đối chiếu khi giao."
        meant = replace(mention, kind="group", units=tuple(left), spared=spared, doubts=(doubt,))
        return replace(leads, mentions=(meant,))


def _over(block: Block) -> str:
    return block.above[-1].id if block.above else ""


def _belongs(unit: Addressee, mention: Mention) -> bool:
    """Whether the group means the same body of each commune: its committee, its Party committee."""
    suffix = unit.code.rpartition(".")[2]
    return any(suffix in group.code or group.code == "G.XP" for group in mention.rest_of)
