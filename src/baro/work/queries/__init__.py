"""Reads over the ledger; none of them knows a kind of work."""

from baro.work.queries.asked import (
    ListQuery,
    query_of,
    read_query,
)
from baro.work.queries.asking import FilterNotUnderstood
from baro.work.queries.chains import DueStep, due_chain, extensions_of
from baro.work.queries.crossings import (
    ACROSS,
    crossing,
    first_of_each,
)
from baro.work.queries.days import NAMED as NAMED_DAYS
from baro.work.queries.days import days_in_words, span_of
from baro.work.queries.filters import PARAMETERS, filtered
from baro.work.queries.found import are_few, items_numbered, newest_found, numbers_meant
from baro.work.queries.freshness import fresh_since, freshness_limit
from baro.work.queries.inbox import (
    Inbox,
    Section,
    for_rows,
    inbox_of,
    inbox_section,
)
from baro.work.queries.inbox_asks import Ask, stand_in_inbox
from baro.work.queries.known import TAKEN_BACK, Known, is_tallied, known_of
from baro.work.queries.led import visible_in
from baro.work.queries.lines import Line, lines_of
from baro.work.queries.orders import ORDERS, ordered
from baro.work.queries.pages import page_address
from baro.work.queries.places import PlaceNotUnderstood
from baro.work.queries.rows import Deadlines, Due, InboxRow, inbox_row, rows_of
from baro.work.queries.saved import (
    SavedLists,
    opening_key_of,
    saved_lists_of,
)
from baro.work.queries.tallies import (
    Figures,
    Overdue,
    Tally,
    figures_of,
    ground_of,
    longest_overdue,
    longest_overdue_of,
    tallies_by,
    tally,
    tally_of,
    wrong_tallies,
)
from baro.work.queries.walks import Stretch, Walk

__all__ = [
    "ACROSS",
    "NAMED_DAYS",
    "ORDERS",
    "PARAMETERS",
    "TAKEN_BACK",
    "Ask",
    "Deadlines",
    "Due",
    "DueStep",
    "Figures",
    "FilterNotUnderstood",
    "Inbox",
    "InboxRow",
    "Known",
    "Line",
    "ListQuery",
    "Overdue",
    "PlaceNotUnderstood",
    "SavedLists",
    "Section",
    "Stretch",
    "Tally",
    "Walk",
    "are_few",
    "crossing",
    "days_in_words",
    "due_chain",
    "extensions_of",
    "figures_of",
    "filtered",
    "first_of_each",
    "for_rows",
    "fresh_since",
    "freshness_limit",
    "ground_of",
    "inbox_of",
    "inbox_row",
    "inbox_section",
    "is_tallied",
    "items_numbered",
    "known_of",
    "lines_of",
    "longest_overdue",
    "longest_overdue_of",
    "newest_found",
    "numbers_meant",
    "opening_key_of",
    "ordered",
    "page_address",
    "query_of",
    "read_query",
    "rows_of",
    "saved_lists_of",
    "span_of",
    "stand_in_inbox",
    "tallies_by",
    "tally",
    "tally_of",
    "visible_in",
    "wrong_tallies",
]
