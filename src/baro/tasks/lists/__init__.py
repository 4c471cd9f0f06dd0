"""Lists of tasks: which rows an address asks for, in which words, shown in which way."""

from baro.tasks.lists.boards import StateColumn, states_of
from baro.tasks.lists.bulk_acts import MANY, BulkAct, bulk_acts, why_not
from baro.tasks.lists.choices import IN_PANEL, filter_choices, order_links
from baro.tasks.lists.figures import Figures, figures_of, total_in
from baro.tasks.lists.finding import is_countable, is_search
from baro.tasks.lists.looks import LOOKS, look_links, look_of
from baro.tasks.lists.numbered import Borne, borne_elsewhere
from baro.tasks.lists.paging import ListPage, page_of
from baro.tasks.lists.papers import paper_of, write_excel
from baro.tasks.lists.people import people_meant
from baro.tasks.lists.rows import MOST_CHOSEN, Chosen, chosen_items, listed, walk_of
from baro.tasks.lists.unknown import unknown_words
from baro.tasks.lists.wanted import Wanted
from baro.tasks.lists.words import conditions_in_words, filter_chips

__all__ = [
    "IN_PANEL",
    "LOOKS",
    "MANY",
    "MOST_CHOSEN",
    "Borne",
    "BulkAct",
    "Chosen",
    "Figures",
    "ListPage",
    "StateColumn",
    "Wanted",
    "borne_elsewhere",
    "bulk_acts",
    "chosen_items",
    "conditions_in_words",
    "figures_of",
    "filter_chips",
    "filter_choices",
    "is_countable",
    "is_search",
    "listed",
    "look_links",
    "look_of",
    "order_links",
    "page_of",
    "paper_of",
    "people_meant",
    "states_of",
    "total_in",
    "unknown_words",
    "walk_of",
    "why_not",
    "write_excel",
]
