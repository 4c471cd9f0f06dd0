"""The door of `work` for the modules above."""

from baro.work.cells import Cell, cell_of
from baro.work.models import WorkExtension, WorkItem, WorkParty, WorkPause

__all__ = ["Cell", "WorkExtension", "WorkItem", "WorkParty", "WorkPause", "cell_of"]
