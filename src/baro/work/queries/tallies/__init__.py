"""How many items stand in each cell: counted, or known from the slips."""

from baro.work.queries.tallies.asked import ground_of, tally_of
from baro.work.queries.tallies.counting import KEYS, longest_overdue, tallies_by, tally
from baro.work.queries.tallies.figures import Figures, figures_of
from baro.work.queries.tallies.health import tallies_look, wrong_tallies
from baro.work.queries.tallies.tally import Tally

__all__ = [
    "KEYS",
    "Figures",
    "Tally",
    "figures_of",
    "ground_of",
    "longest_overdue",
    "tallies_by",
    "tallies_look",
    "tally",
    "tally_of",
    "wrong_tallies",
]
