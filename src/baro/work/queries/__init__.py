"""Reads over the ledger; none of them knows a kind of work."""

from baro.work.queries.asked import ListQuery, read_query
from baro.work.queries.asking import FilterNotUnderstood
from baro.work.queries.chains import DueStep, due_chain
from baro.work.queries.days import NAMED as NAMED_DAYS
from baro.work.queries.days import days_in_words, span_of
from baro.work.queries.filters import PARAMETERS, filtered
from baro.work.queries.freshness import fresh_since, freshness_limit
from baro.work.queries.inbox import (
    Inbox,
    InboxRow,
    Section,
    for_rows,
    inbox_items,
    inbox_of,
    inbox_row,
)
from baro.work.queries.orders import ORDERS, ordered
from baro.work.queries.tallies import Tally, longest_overdue, tallies_by, tally

__all__ = [
    "NAMED_DAYS",
    "ORDERS",
    "PARAMETERS",
    "DueStep",
    "FilterNotUnderstood",
    "Inbox",
    "InboxRow",
    "ListQuery",
    "Section",
    "Tally",
    "days_in_words",
    "due_chain",
    "filtered",
    "for_rows",
    "fresh_since",
    "freshness_limit",
    "inbox_items",
    "inbox_of",
    "inbox_row",
    "longest_overdue",
    "ordered",
    "read_query",
    "span_of",
    "tallies_by",
    "tally",
]
