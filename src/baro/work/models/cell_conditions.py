"""The cells as conditions on the columns themselves, which indexes can answer.

The same rule as `cells.cell_of`, once for each cell; `with_cell` says it for columns to be shown.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import F, Q

from baro.work.cells import Cell
from baro.work.states import State

_DONE = Q(state=State.DONE)
_DATED = Q(due_at__isnull=False)


def stands_in(cells: Iterable[str], *, at: datetime, is_open: bool | None = None) -> Q:
    """The items in one of the cells at the moment.

    `is_open` tells what is known of them anyway: then a running item is any that is not paused,
    and an index of the open ones answers without a look at the rows.
    """
    wanted = Q(pk__in=[])
    for cell in cells:
        wanted |= _in_cell(Cell(cell), at, is_open)
    return wanted


def _in_cell(cell: Cell, at: datetime, is_open: bool | None) -> Q:
    late = Q(delivered_at__isnull=True, due_at__lt=at) | Q(delivered_at__gt=F("due_at"))
    in_time = Q(delivered_at__isnull=True, due_at__gte=at) | Q(delivered_at__lte=F("due_at"))
    running = Q() if is_open else ~_DONE
    conditions = {
        Cell.DONE_ON_TIME: _DONE & in_time,
        Cell.DONE_LATE: _DONE & late,
        Cell.RUNNING_IN_TIME: running & Q(is_paused=False) & in_time,
        Cell.RUNNING_OVERDUE: running & Q(is_paused=False) & late,
        Cell.UNDATED: Q(due_at__isnull=True),
        Cell.PAUSED: running & _DATED & Q(is_paused=True),
    }
    return conditions[cell]
