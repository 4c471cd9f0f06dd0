"""Reads over drafts and tasks."""

from baro.tasks.queries.addressees import Addressees, addressees_of
from baro.tasks.queries.as_at import AsAtRow, DayNotOver, tasks_as_at
from baro.tasks.queries.boards import BoardRow, board_of, tally_of_board
from baro.tasks.queries.clarities import has_time, missing_clarities, missing_time
from baro.tasks.queries.histories import HistoryEntry, history_of
from baro.tasks.queries.names import names_of_named
from baro.tasks.queries.readiness import Readiness, readiness_of
from baro.tasks.queries.replacements import spec_in_place_of
from baro.tasks.queries.task_pages import TaskPage, has_children, task_page
from baro.tasks.queries.terms import Asked, DueDay, asked_of, deadline_on

__all__ = [
    "Addressees",
    "AsAtRow",
    "Asked",
    "BoardRow",
    "DayNotOver",
    "DueDay",
    "HistoryEntry",
    "Readiness",
    "TaskPage",
    "addressees_of",
    "asked_of",
    "board_of",
    "deadline_on",
    "has_children",
    "has_time",
    "history_of",
    "missing_clarities",
    "missing_time",
    "names_of_named",
    "readiness_of",
    "spec_in_place_of",
    "tally_of_board",
    "task_page",
    "tasks_as_at",
]
