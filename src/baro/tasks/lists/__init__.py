"""Lists of tasks: which rows an address asks for, in which words, shown in which way."""

from baro.tasks.lists.boards import StateColumn, states_of
from baro.tasks.lists.bulk_acts import BulkAct, bulk_acts
from baro.tasks.lists.rows import MOST_CHOSEN, Chosen, chosen_items, listed
from baro.tasks.lists.words import filter_chips, unknown_words

__all__ = [
    "MOST_CHOSEN",
    "BulkAct",
    "Chosen",
    "StateColumn",
    "bulk_acts",
    "chosen_items",
    "filter_chips",
    "listed",
    "states_of",
    "unknown_words",
]
