"""Everything that the page of one task tells, in a fixed number of prepared questions."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from baro.kernel.prepared import prepared
from baro.org import api as org
from baro.tasks.models import Clarification, Delivery, ProgressNote, Task
from baro.work import api as work


@dataclass(frozen=True)
class TaskPage:
    """A task with what was said, handed in and moved about it, in the order in which it came."""

    task: Task
    parties: Sequence[work.WorkParty]
    # Whether the reader may open what stands above it, where anything does.
    sees_parent: bool
    extensions: Sequence[work.WorkExtension]
    clarifications: Sequence[Clarification]
    deliveries: Sequence[Delivery]
    notes: Sequence[ProgressNote]

    @property
    def product(self) -> int | None:
        """The delivery that waits for the issuer's word."""
        waiting = (one.pk for one in self.deliveries if one.status == Delivery.Status.HANDED_IN)
        return next(waiting, None)

    @property
    def cooperating(self) -> list[work.WorkParty]:
        part = work.WorkParty.Part.COOPERATING
        return [party for party in self.parties if party.part == part]


def task_page(pk: int, *, reader: org.User) -> TaskPage | None:
    """None where there is no such task, or the reader may not see it."""
    task = next(iter(_task(pk=pk)), None)
    if task is None:
        return None
    parent = task.item.parent
    parties = _parties(items=[pk, parent.pk] if parent else [pk])
    own = [party for party in parties if party.item_id == pk]
    if not work.is_visible(reader, task.item, own):
        return None
    above = [party for party in parties if party.item_id != pk]
    return TaskPage(
        task,
        own,
        parent is not None and work.is_visible(reader, parent, above),
        work.extensions_of(item=pk),
        _clarifications(pk=pk),
        _deliveries(pk=pk),
        _notes(pk=pk),
    )


@prepared(pk=int)
def _task(*, pk: int) -> QuerySet[Task]:
    return (
        Task.objects.filter(pk=pk)
        .select_related(
            "item__lead_unit",
            "item__issuer_unit",
            "item__assigned_unit",
            "item__assignee",
            "item__accountable_post",
            "item__inspector_post__unit",
            "item__parent__assigned_unit",
            "item__duty_occurrence",
            "item__source_document",
            "origin__confirmer__unit",
            "origin__confirmed_by__person",
            "origin__confirmed_in",
        )
        .defer("item__source_document__text", "item__source_document__pages")
    )


@prepared(items=list[int])
def _parties(*, items: list[int]) -> QuerySet[work.WorkParty]:
    return work.WorkParty.objects.filter(item__in=items).select_related("unit")


@prepared(pk=int)
def _clarifications(*, pk: int) -> QuerySet[Clarification]:
    people = ("asked_by__person", "answered_by__person")
    return Clarification.objects.filter(task=pk).select_related(*people)


@prepared(pk=int)
def _deliveries(*, pk: int) -> QuerySet[Delivery]:
    people = ("handed_in_by__person", "decided_by__person")
    found = Delivery.objects.filter(task=pk).select_related(*people, "document")
    return found.defer("document__text", "document__pages")


@prepared(pk=int)
def _notes(*, pk: int) -> QuerySet[ProgressNote]:
    return ProgressNote.objects.filter(task=pk).select_related("noted_by__person")


def has_children(pk: int) -> bool:
    return bool(_children(pk=pk))


@prepared(pk=int)
def _children(*, pk: int) -> QuerySet[work.WorkItem, int]:
    return work.WorkItem.objects.filter(parent=pk).order_by().values_list("pk", flat=True)[:1]
