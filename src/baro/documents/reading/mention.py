"""One place in a text that names somebody."""

from dataclasses import dataclass
from typing import Literal

from baro.documents.reading.drafts import Addressee

Kind = Literal["unit", "group", "vague", "stranger", "person"]


@dataclass(frozen=True)
class Mention:
    """Words that name somebody: the units they stand for, and what is unclear about them.

    `spared` are bodies that the words after a group take out of it.
    """

    start: int
    end: int
    kind: Kind
    units: tuple[Addressee, ...] = ()
    doubts: tuple[str, ...] = ()
    spared: tuple[Addressee, ...] = ()
