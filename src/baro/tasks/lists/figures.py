"""How many rows a list has in each cell, where that can be told without counting them all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from baro.org import api as org
from baro.work import api as work


@dataclass(frozen=True)
class Figures:
    """The cells of the list whatever its `o`, and how many rows it has; nothing where unknown."""

    tally: work.Tally | None = None
    total: int | None = None

    @property
    def by_cell(self) -> Mapping[str, int]:
        """How many rows stand in each cell; empty where that is not known."""
        return dict(self.tally.cells()) if self.tally else {}


UNKNOWN = Figures()


def figures_of(query: work.ListQuery, user: org.User, *, at: datetime) -> Figures:
    """From the sums alone; a list that they do not tell is counted where somebody waits for it."""
    every = query.but("o")
    if not work.is_tallied(every):
        return UNKNOWN
    tally = work.tally_of(user, every, at=at)
    return Figures(tally, total_in(tally, query))


def total_in(tally: work.Tally, query: work.ListQuery) -> int:
    """How many rows the list has, from its cells whatever its `o`."""
    cells = query.conditions.get("o")
    return sum(count for cell, count in tally.cells() if cell in cells) if cells else tally.total
