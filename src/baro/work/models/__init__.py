"""Facts of the ledger."""

from baro.work.models.clocks import WorkExtension, WorkPause
from baro.work.models.items import WorkItem
from baro.work.models.numbers import WorkNumberSeries
from baro.work.models.parties import WorkParty

__all__ = ["WorkExtension", "WorkItem", "WorkNumberSeries", "WorkParty", "WorkPause"]
