"""The control board of a collective or split task: its children, each with its cell."""

from dataclasses import dataclass
from datetime import datetime

from baro.tasks.models import Task
from baro.work import api as work


@dataclass(frozen=True)
class BoardRow:
    """One child on the board."""

    item: work.WorkItem
    cell: work.Cell


def board_of(task: Task, *, at: datetime) -> tuple[BoardRow, ...]:
    """Children in the order of their units' names; one query however many there are."""
    children = work.WorkItem.objects.filter(parent=task.pk)
    children = children.select_related("lead_unit__commune", "assignee", "issuer_unit")
    return tuple(
        BoardRow(item, work.cell_of(item, at=at))
        for item in children.order_by("lead_unit__sort_key", "pk")
    )
