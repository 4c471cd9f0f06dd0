"""One place in a text that names somebody."""

from dataclasses import dataclass
from typing import Literal

from baro.documents.reading.drafts import Addressee

_OF_ONE_KIND = {"G.UBND-P", "G.UBND-X", "G.DU-P", "G.DU-X"}
Kind = Literal["unit", "group", "vague", "stranger", "person"]


@dataclass(frozen=True)
class Mention:
    """Words that name somebody: the units they stand for, and what is unclear about them.

    `spared` are bodies that the words after a group take out of it; `rest_of` is the group of which
    the words mean what is left ("các xã, phường còn lại").
    """

    start: int
    end: int
    kind: Kind
    units: tuple[Addressee, ...] = ()
    doubts: tuple[str, ...] = ()
    spared: tuple[Addressee, ...] = ()
    rest_of: tuple[Addressee, ...] = ()

    @property
    def is_of_one_kind(self) -> bool:
        """All wards or all rural communes, as "các phường" says without naming any."""
        return bool(self.units) and all(unit.code in _OF_ONE_KIND for unit in self.units)
