"""Found entries of one kind."""

from collections.abc import Sequence
from dataclasses import dataclass

from baro.kernel.palette.entries import Entry

PER_GROUP = 6


@dataclass(frozen=True)
class Group:
    """Entries of one kind; `more` leads to the page with all of them, where there are more."""

    code: str
    title: str
    entries: Sequence[Entry]
    more: str = ""

    @property
    def has_exact(self) -> bool:
        return any(entry.is_exact for entry in self.entries)
