"""Reading the rows that move a deadline, for the pure clock."""

from datetime import datetime

from baro.kernel.calendar import api as calendars
from baro.work.clock import Extension, Pause, due_moment
from baro.work.models import WorkExtension, WorkItem


def worked_out_due(item: WorkItem) -> datetime | None:
    """The deadline of the item, from its own rows, by the working calendar of today."""
    granted = item.extensions.filter(status=WorkExtension.Status.GRANTED)
    decisions = granted.values_list("decided_at", "new_due_at")
    return due_moment(
        item.original_due_at,
        pauses=[Pause(*row) for row in item.pauses.values_list("from_at", "to_at")],
        extensions=[Extension(at, due_at) for at, due_at in decisions if at and due_at],
        calendar=calendars.working_calendar(),
    )
