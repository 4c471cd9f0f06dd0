"""Reads over the ledger; none of them knows a kind of work."""

from baro.work.queries.chains import DueStep, due_chain
from baro.work.queries.filters import PARAMETERS, FilterNotUnderstood, filtered
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
from baro.work.queries.tallies import Tally, longest_overdue, tallies_by, tally

__all__ = [
    "PARAMETERS",
    "DueStep",
    "FilterNotUnderstood",
    "Inbox",
    "InboxRow",
    "Section",
    "Tally",
    "due_chain",
    "filtered",
    "for_rows",
    "fresh_since",
    "freshness_limit",
    "inbox_items",
    "inbox_of",
    "inbox_row",
    "longest_overdue",
    "tallies_by",
    "tally",
]
