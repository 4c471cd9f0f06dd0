"""How many items stand in each cell: counted, or known from the slips."""

from baro.work.queries.tallies.asked import ground_of, tally_of
from baro.work.queries.tallies.counting import KEYS, tallies_by, tally
from baro.work.queries.tallies.figures import Figures, figures_of
from baro.work.queries.tallies.health import tallies_look, wrong_tallies
from baro.work.queries.tallies.overdue import Overdue, longest_overdue, longest_overdue_of
from baro.work.queries.tallies.tally import Tally

__all__ = [
    "KEYS",
    "Figures",
    "Overdue",
    "Tally",
    "figures_of",
    "ground_of",
    "longest_overdue",
    "longest_overdue_of",
    "tallies_by",
    "tallies_look",
    "tally",
    "tally_of",
    "wrong_tallies",
]
