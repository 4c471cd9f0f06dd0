"""How many items stand in each cell: counted, or known from the slips."""

from baro.work.queries.tallies.asked import ground_of, tally_of
from baro.work.queries.tallies.counting import KEYS, longest_overdue, tallies_by, tally
from baro.work.queries.tallies.tally import Tally

__all__ = [
    "KEYS",
    "Tally",
    "ground_of",
    "longest_overdue",
    "tallies_by",
    "tally",
    "tally_of",
]
