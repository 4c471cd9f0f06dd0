"""What follows from the conditions of a list about every one of its rows.

Indexes of open and of closed items are used only where the statement says which of the two it
means. Said here once, so that rows, places and numbers of a list are found in the same way.
"""

from dataclasses import dataclass

from baro.work.cells import Cell
from baro.work.queries.asked import ListQuery
from baro.work.states import CLOSED, OPEN, State

TAKEN_BACK = frozenset(state.value for state in CLOSED) - {State.DONE.value}
_OPEN, _CLOSED = frozenset(map(str, OPEN)), frozenset(map(str, CLOSED))
_RUNNING = frozenset({Cell.RUNNING_IN_TIME, Cell.RUNNING_OVERDUE, Cell.PAUSED})
_DONE = frozenset({Cell.DONE_ON_TIME, Cell.DONE_LATE})
_BY_DAY = frozenset({"han", "han_tu", "han_den"})
# What the sums of the tallies can be asked for.
_TALLIED = frozenset({"donvi", "chutri", "xa", "cap", "laanhdao"})


@dataclass(frozen=True)
class Known:
    """Whether all rows are open, and whether all have a deadline; None where it may be either."""

    is_open: bool | None = None
    is_dated: bool | None = None
    with_taken_back: bool = False

    def bears(self, *, is_open: bool | None, is_dated: bool | None) -> bool:
        """Whether there can be rows of this kind among them."""
        return _agree(self.is_open, is_open) and _agree(self.is_dated, is_dated)


def known_of(query: ListQuery) -> Known:
    states = frozenset(query.conditions.get("trangthai", ()))
    cells = frozenset(query.conditions.get("o", ()))
    with_taken_back = bool(states & TAKEN_BACK)
    return Known(_is_open(query, states, cells), _is_dated(query, cells), with_taken_back)


def is_tallied(query: ListQuery) -> bool:
    """Whether the sums tell how many rows there are, so that nobody has to count them."""
    return query.conditions.keys() <= _TALLIED


def _is_open(query: ListQuery, states: frozenset[str], cells: frozenset[str]) -> bool | None:
    if states and (states <= _OPEN or states <= _CLOSED):
        return states <= _OPEN
    if "capnhat" in query.conditions:
        return True
    if cells and cells <= _DONE:
        return False
    # What was withdrawn keeps the cell in which it ran, and is in a list only when asked for.
    return True if cells and cells <= _RUNNING and not states & TAKEN_BACK else None


def _is_dated(query: ListQuery, cells: frozenset[str]) -> bool | None:
    if cells:
        if Cell.UNDATED not in cells:
            return True
        if len(cells) == 1:
            return False
    return True if _BY_DAY & query.conditions.keys() else None


def _agree(known: bool | None, asked: bool | None) -> bool:
    return known is None or asked is None or known is asked
