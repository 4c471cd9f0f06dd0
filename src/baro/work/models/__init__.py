"""Facts of the ledger."""

from baro.work.models.clocks import WorkExtension, WorkPause
from baro.work.models.comments import (
    WorkComment,
    WorkCommentFile,
    WorkCommentVersion,
    WorkMention,
    WorkWatch,
)
from baro.work.models.feeds import CalendarFeed
from baro.work.models.items import WorkItem
from baro.work.models.numbers import WorkNumberSeries
from baro.work.models.parties import WorkParty
from baro.work.models.saved_lists import OpeningList, SavedList
from baro.work.models.tallies import (
    DocumentTally,
    DueDayTally,
    TallyHorizon,
    TallySlip,
    UnitTally,
    UpdateHourTally,
)

__all__ = [
    "CalendarFeed",
    "DocumentTally",
    "DueDayTally",
    "OpeningList",
    "SavedList",
    "TallyHorizon",
    "TallySlip",
    "UnitTally",
    "UpdateHourTally",
    "WorkComment",
    "WorkCommentFile",
    "WorkCommentVersion",
    "WorkExtension",
    "WorkItem",
    "WorkMention",
    "WorkNumberSeries",
    "WorkParty",
    "WorkPause",
    "WorkWatch",
]
