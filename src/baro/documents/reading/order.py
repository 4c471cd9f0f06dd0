"""One order of a sentence: who is told, and where its matter begins."""

from dataclasses import dataclass

from baro.documents.reading.sentences import Span
from baro.documents.reading.unit_lists import UnitList


@dataclass(frozen=True)
class Order:
    """One order in a sentence, from its first word to where the next begins.

    `about` is where its matter is named, when that is not right after the bodies.
    """

    start: int
    end: int
    after_leads: int
    leads: UnitList | None
    word: str = ""
    about: Span | None = None

    @property
    def has_units(self) -> bool:
        return self.leads is not None and self.leads.has_units
