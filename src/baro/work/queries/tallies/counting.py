"""Counting the rows themselves, whatever they were narrowed by."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Count, Expression, F, Q, Value
from django.db.models.functions import TruncWeek

from baro.kernel.calendar import api as calendars
from baro.work.cells import Cell
from baro.work.models.items import WorkItemQuerySet
from baro.work.queries.freshness import fresh_since
from baro.work.queries.tallies.tally import Tally
from baro.work.states import State

KEYS: Mapping[str, Expression | F] = {
    "commune": F("lead_unit__commune_id"),
    "lead_unit": F("lead_unit_id"),
    "issuer": F("issuer_unit_id"),
    "source": F("source_document_id"),
    "leader": F("accountable_post_id"),
    "week": TruncWeek("issued_at", tzinfo=calendars.CITY),
    "due_week": TruncWeek("due_at", tzinfo=calendars.CITY),
}


def tally(items: WorkItemQuerySet, *, at: datetime) -> Tally:
    """Count the items in one statement, as they stood at the moment."""
    return _tallied(items, Value(None, models.IntegerField()), at).get(None, Tally())


def tallies_by(items: WorkItemQuerySet, key: str, *, at: datetime) -> dict[Any, Tally]:
    """Count the items group by group in one statement; see `KEYS` for what a group can be.

    Groups are primary keys, for weeks the Monday; an item without one is counted under None.
    """
    groups = _tallied(items, KEYS[key], at)
    return {group: groups[group] for group in sorted(groups, key=_known_first)}


def _tallied(items: WorkItemQuerySet, key: Expression | F, at: datetime) -> dict[Any, Tally]:
    """The database sorts items into a few kinds for each group; the kinds are added up here.

    So each cell is worked out once for each item, and not once for each of the counts.
    """
    rows: Any = (
        items.order_by()
        .select_related(None)
        .with_cell(at=at)
        .annotate(
            group=key,
            is_finished=Q(state=State.DONE),
            is_running=Q(closed_at__isnull=True),
            is_fresh=Q(last_update_at__gte=fresh_since(at)),
        )
        .values_list("group", "cell", "is_finished", "is_running", "is_fresh")
        .annotate(count=Count("pk"))
    )
    found: dict[Any, Counter[str]] = defaultdict(Counter)
    for group, cell, is_finished, is_running, is_fresh, count in rows:
        counts = found[_group(group)]
        counts[cell] += count
        counts["undated_done"] += count * (is_finished and cell == Cell.UNDATED)
        counts["running"] += count * is_running
        counts["fresh"] += count * (is_running and is_fresh)
    return {group: Tally(**counts) for group, counts in found.items()}


def _group(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value


def _known_first(group: int | date | None) -> tuple[bool, Any]:
    return group is None, group
