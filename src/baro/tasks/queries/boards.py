"""The control board of a collective or split task: its children, each with its cell."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet

from baro.kernel import prepared
from baro.tasks.models import Task
from baro.work import api as work


class BoardItem(NamedTuple):
    """What the board shows of one child."""

    pk: int
    kind: str
    state: str
    is_collective: bool
    is_paused: bool
    due_at: datetime | None
    delivered_at: datetime | None
    closed_at: datetime | None
    lead_unit_id: int
    lead_name: str


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One child on the board."""

    item: BoardItem
    cell: work.Cell
    href: str
    due: work.Due | None


def board_of(task: Task, *, at: datetime) -> tuple[BoardRow, ...]:
    """Children in the order of their units' names; one query however many there are."""
    deadlines = work.Deadlines(at)
    return tuple(
        BoardRow(
            item,
            work.cell_of(item, at=at),
            work.page_address(item.kind, item.pk),
            deadlines.told(item.due_at),
        )
        for item in map(BoardItem._make, _children(parent=task.pk))
    )


def tally_of_board(rows: Iterable[BoardRow]) -> work.Tally:
    """What the rows themselves add up to: what was taken back or replaced is not counted."""
    taken_back = {work.State.WITHDRAWN, work.State.REPLACED}
    counted = (
        row.cell.value
        for row in rows
        if row.item.state not in taken_back and not row.item.is_collective
    )
    return work.Tally(**Counter(counted))


@prepared.prepared(parent=int)
def _children(*, parent: int) -> "QuerySet[work.WorkItem, tuple[Any, ...]]":
    facts = ("state", "is_collective", "is_paused", "due_at", "delivered_at", "closed_at")
    return (
        work.WorkItem.objects.filter(parent=parent)
        .order_by("lead_unit__sort_key", "pk")
        .values_list("pk", "kind", *facts, "lead_unit_id", "lead_unit__short_name")
    )
