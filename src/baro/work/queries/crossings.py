"""Counting in two directions: how many items of each group stand in each state or cell."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber

from baro.work.cells import Cell
from baro.work.models.items import WorkItemQuerySet
from baro.work.queries.tallies import KEYS
from baro.work.states import State

# What can stand in the columns: the annotation or field, and its values in order with labels.
ACROSS: Mapping[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "o": ("cell", tuple((cell.value, str(cell.label)) for cell in Cell)),
    "trangthai": ("state", tuple((state.value, str(state.label)) for state in State)),
}


def crossing(
    items: WorkItemQuerySet, down: str, across: str, *, at: datetime
) -> dict[tuple[int | None, str], int]:
    """How many items of each group (see `KEYS`) stand in each column, in one statement."""
    field, _ = ACROSS[across]
    grouped = _with(items, field, at).annotate(group=KEYS[down])
    rows: Any = grouped.values_list("group", field).annotate(count=Count("pk"))
    return {(group, value): count for group, value, count in rows}


def first_of_each(
    items: WorkItemQuerySet, group: Any, *, most: int, at: datetime
) -> WorkItemQuerySet:
    """The keys of the first items of each group by their deadline; with `cell` annotated."""
    place = Window(
        RowNumber(), partition_by=[group], order_by=[F("due_at").asc(nulls_last=True), F("pk")]
    )
    return (
        items.order_by()
        .select_related(None)
        .with_cell(at=at)
        .annotate(place=place)
        .filter(place__lte=most)
    )


def _with(items: WorkItemQuerySet, field: str, at: datetime) -> WorkItemQuerySet:
    items = items.order_by().select_related(None)
    return items.with_cell(at=at) if field == "cell" else items
