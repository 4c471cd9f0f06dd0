"""Counting: four cells that always add up, and freshness beside them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Expression, F, Q
from django.db.models.functions import TruncWeek

from baro.kernel.calendar import api as calendars
from baro.work.cells import Cell
from baro.work.models.items import WorkItemQuerySet
from baro.work.queries.freshness import fresh_since
from baro.work.states import State


@dataclass(frozen=True)
class Tally:
    """How many items stand in each cell; `total` is the sum of the six, always."""

    done_on_time: int = 0
    done_late: int = 0
    running_in_time: int = 0
    running_overdue: int = 0
    undated: int = 0
    paused: int = 0
    undated_done: int = 0
    running: int = 0
    fresh: int = 0

    @property
    def total(self) -> int:
        return sum(count for _, count in self.cells())

    @property
    def done(self) -> int:
        return self.done_on_time + self.done_late + self.undated_done

    @property
    def completion_rate(self) -> float | None:
        """Share of done among all; nothing when there is no base."""
        return _share(self.done, self.total)

    @property
    def freshness_rate(self) -> float | None:
        """Share of running items with a real update within the limit."""
        return _share(self.fresh, self.running)

    @property
    def on_time_rate(self) -> float | None:
        """Share of on time among the dated ones that are done."""
        return _share(self.done_on_time, self.done_on_time + self.done_late)

    @property
    def overdue_rate(self) -> float | None:
        return _share(self.running_overdue, self.total)

    def cells(self) -> tuple[tuple[Cell, int], ...]:
        return tuple((cell, getattr(self, cell.value)) for cell in Cell)


KEYS: dict[str, str | Expression] = {
    "commune": "lead_unit__commune_id",
    "lead_unit": "lead_unit_id",
    "issuer": "issuer_unit_id",
    "source": "source_document_id",
    "leader": "accountable_post_id",
    "week": TruncWeek("issued_at", tzinfo=calendars.CITY),
    "due_week": TruncWeek("due_at", tzinfo=calendars.CITY),
}


def tally(items: WorkItemQuerySet, *, at: datetime) -> Tally:
    """Count the items in one statement, as they stood at the moment."""
    found = _plain(items).with_cell(at=at).aggregate(**_counts(fresh_since(at)))
    return Tally(**found)


def tallies_by(items: WorkItemQuerySet, key: str, *, at: datetime) -> dict[Any, Tally]:
    """Count the items group by group in one statement; see `KEYS` for what a group can be.

    Groups are primary keys, for weeks the Monday; an item without one is counted under None.
    """
    value = KEYS[key]
    rows: Any = (
        _plain(items)
        .with_cell(at=at)
        .annotate(group=F(value) if isinstance(value, str) else value)
        .order_by()
        .values("group")
        .annotate(**_counts(fresh_since(at)))
    )
    return {_group(row.pop("group")): Tally(**row) for row in rows.order_by("group")}


def longest_overdue(items: WorkItemQuerySet, *, at: datetime, limit: int = 20) -> WorkItemQuerySet:
    """The running items whose deadline has been behind them the longest."""
    late = items.with_cell(at=at).filter(Q(cell=Cell.RUNNING_OVERDUE))
    late = late.select_related("lead_unit", "issuer_unit", "source_document")
    return late.order_by("due_at", "pk")[:limit]


def _plain(items: WorkItemQuerySet) -> WorkItemQuerySet:
    """Without order, and without what a list needs beside the row itself."""
    return items.order_by().select_related(None)


def _counts(since: datetime) -> dict[str, Count]:
    running = Q(closed_at__isnull=True)
    cells = {cell.value: Count("pk", filter=Q(cell=cell)) for cell in Cell}
    return {
        **cells,
        "undated_done": Count("pk", filter=Q(cell=Cell.UNDATED, state=State.DONE)),
        "running": Count("pk", filter=running),
        "fresh": Count("pk", filter=running & Q(last_update_at__gte=since)),
    }


def _group(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value


def _share(part: int, base: int) -> float | None:
    return part / base if base else None
