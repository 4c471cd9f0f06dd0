"""The columns of the board of one collective task."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from baro.work import api as work


@dataclass(frozen=True)
class StateColumn:
    """One column of a board, with how many rows stand in it."""

    value: str
    label: str
    count: int


def states_of(rows: Sequence[Any]) -> list[StateColumn]:
    """The columns of a board: the states of open work and of done, and any other that occurs."""
    counts = {value: 0 for value, _ in work.State.choices}
    for row in rows:
        counts[row.item.state] += 1
    always = {work.State.ISSUED, work.State.RECEIVED, work.State.DELIVERED, work.State.DONE}
    return [
        StateColumn(value, label, counts[value])
        for value, label in work.State.choices
        if counts[value] or value in always
    ]
