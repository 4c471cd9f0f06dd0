"""Reads over drafts and tasks."""

from baro.tasks.queries.addressees import Addressees, addressees_of
from baro.tasks.queries.boards import BoardRow, board_of
from baro.tasks.queries.clarities import missing_clarities
from baro.tasks.queries.histories import HistoryEntry, history_of
from baro.tasks.queries.readiness import Readiness, readiness_of

__all__ = [
    "Addressees",
    "BoardRow",
    "HistoryEntry",
    "Readiness",
    "addressees_of",
    "board_of",
    "history_of",
    "missing_clarities",
    "readiness_of",
]
