"""Which items the ladder may speak of, and what it has to know of them."""

from collections.abc import Collection, Iterator
from datetime import datetime

from django.db import models
from django.db.models import F, Max, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from baro.followup.ladder import Facts
from baro.tasks import api as tasks
from baro.work import api as work

_COLUMNS = ("pk", "kind", "due_at", "urgency", "issued_at", "start_at")
_STARTS = ("moved_at", "resumed_at", "undone_at")


def open_to_reminding() -> work.WorkItemQuerySet:
    """Open items with a running deadline that still wait for their holder.

    What is paused, undated, closed, or handed in and waiting for the issuer is left in peace; a
    collective item only gathers others.
    """
    dated = work.WorkItem.objects.open().counted().filter(due_at__isnull=False, is_paused=False)
    return dated.exclude(state=work.State.DELIVERED)


def facts_of(keys: Collection[int]) -> Iterator[tuple[int, Facts]]:
    """The items among the keys that may be reminded, with what the ladder wants; one query."""
    rows = open_to_reminding().filter(pk__in=keys).order_by("pk")
    for row in _with_starts(rows).values_list(*_COLUMNS, *_STARTS):
        key, kind, due_at, urgency, *starts = row
        yield key, Facts(kind, urgency, due_at, since=max(filter(None, starts)))


def _with_starts(items: work.WorkItemQuerySet) -> work.WorkItemQuerySet:
    """When the deadline last began to run: moved by the issuer, after a pause or a product back."""
    granted = work.WorkExtension.objects.filter(status=work.WorkExtension.Status.GRANTED)
    undone = tasks.Delivery.objects.filter(status__in=tasks.Delivery.UNDONE)
    return items.annotate(
        urgency=Coalesce(F("source_document__urgency"), Value("")),
        moved_at=_latest(granted.filter(item=OuterRef("pk")), "item", "decided_at"),
        resumed_at=_latest(work.WorkPause.objects.filter(item=OuterRef("pk")), "item", "to_at"),
        undone_at=_latest(undone.filter(task=OuterRef("pk")), "task", "decided_at"),
    )


def _latest(rows: "models.QuerySet[models.Model]", owner: str, moment: str) -> Subquery:
    found = rows.order_by().values(owner).annotate(latest=Max(moment)).values("latest")
    return Subquery(found, output_field=models.DateTimeField())


def deadlines_before(moment: datetime) -> list[datetime]:
    """The different deadlines of all that may be reminded; far fewer than items."""
    found = open_to_reminding().filter(due_at__lt=moment).order_by()
    return [due_at for due_at in found.values_list("due_at", flat=True).distinct() if due_at]


def keys_with_deadline(deadlines: Collection[datetime]) -> list[int]:
    found = open_to_reminding().filter(due_at__in=deadlines).order_by("pk")
    return list(found.values_list("pk", flat=True))
