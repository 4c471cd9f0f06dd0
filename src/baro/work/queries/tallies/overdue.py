"""What has been overdue the longest: a walk along an index of running items, no count."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from baro.kernel.prepared import prepared
from baro.org import api as org
from baro.work.models import WorkItem
from baro.work.models.items import WorkItemQuerySet, sees_whole_ledger
from baro.work.queries.asked import ListQuery
from baro.work.queries.filters import filtered

_FEW = 8
_SHOWN = ("pk", "title", "lead_unit__short_name", "due_at", "last_update_at")


@dataclass(frozen=True)
class Overdue:
    """One line of a page of figures."""

    pk: int
    title: str
    lead: str
    due_at: datetime
    last_update_at: datetime


def longest_overdue(items: WorkItemQuerySet, *, at: datetime, limit: int = 20) -> WorkItemQuerySet:
    """The running items whose deadline has been behind them the longest."""
    late = items.filter(closed_at__isnull=True, is_collective=False, is_paused=False)
    late = late.filter(
        Q(delivered_at__isnull=True) | Q(delivered_at__gt=F("due_at")), due_at__lt=at
    )
    late = late.select_related("lead_unit", "issuer_unit", "source_document")
    return late.order_by("due_at", "pk")[:limit]


def longest_overdue_of(
    user: org.User, query: ListQuery, *, at: datetime, unit: org.Unit | None
) -> list[Overdue]:
    """The first few of what the user may see between bodies, of one unit's subtree or of all."""
    powers = org.powers_of(user, on=timezone.localdate())
    if unit is None and not query.conditions and sees_whole_ledger(powers):
        return [Overdue(*row) for row in _of_the_city(at=at)]
    items = WorkItem.objects.visible_to(user, is_open=True).between_bodies()
    if unit:
        items = items.filter(lead_unit__path__startswith=unit.path)
    items = filtered(items, query, at=at, by=user)
    return [Overdue(*row) for row in _shown(longest_overdue(items, at=at, limit=_FEW))]


@prepared(at=datetime)
def _of_the_city(*, at: datetime) -> "QuerySet[WorkItem, tuple[Any, ...]]":
    return _shown(longest_overdue(WorkItem.objects.between_bodies(), at=at, limit=_FEW))


def _shown(items: WorkItemQuerySet) -> "QuerySet[WorkItem, tuple[Any, ...]]":
    return items.select_related(None).values_list(*_SHOWN)
