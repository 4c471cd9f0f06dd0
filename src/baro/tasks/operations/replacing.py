"""Putting another task in the place of one, part for part."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from baro.kernel import audit
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.tasks.models import Task
from baro.tasks.operations.issue import issue_tasks
from baro.tasks.operations.judgements import tell_of_followers
from baro.tasks.operations.tellings import tell_replaced
from baro.tasks.operations.traces import clause
from baro.tasks.specs import TaskSpec
from baro.work import api as work


@whole
def replace_task(*, task: Task, spec: TaskSpec, reason: str, by: org.User, at: datetime) -> Task:
    """Close the task, with what is open below it, and give another in its place.

    Where many units have the task and get the new one, the part of each is replaced by its own.
    """
    closed = work.replace_items(items=[task.item], reason=reason, by=by, at=at)
    [replacement] = issue_tasks(specs=[spec], by=by, at=at)

    places = _places(closed, replacement)
    before = Task.objects.in_bulk(list(places))
    for item in closed:
        before[item.pk].item, before[item.pk].replaced_by = item, places[item.pk]
    Task.objects.bulk_update(before.values(), ["replaced_by"])
    tell_replaced(list(before.values()), clause(reason), by=by, at=at)
    _leave_traces(before, replacement, clause(reason), by=by, at=at)
    tell_of_followers(closed, at=at)
    return replacement


def _places(closed: Sequence[work.WorkItem], replacement: Task) -> dict[int, Task]:
    """By the key of what was closed, parents first: the task that stands for it now."""
    parts = Task.objects.filter(item__parent=replacement.pk).select_related("item")
    of_unit = {part.item.lead_unit_id: part for part in parts}
    places: dict[int, Task] = {}
    for item in closed:
        above = places.get(item.parent_id or 0, replacement)
        places[item.pk] = of_unit.get(item.lead_unit_id, above) if above == replacement else above
    places[closed[0].pk] = replacement
    return places


def _leave_traces(
    before: Mapping[int, Task], replacement: Task, reason: str, *, by: org.User, at: datetime
) -> None:
    """On what was closed by what it was replaced; on what was given in place of what."""
    told = [
        (task, {"reason": reason, "replacement": task.replaced_by.item.number})
        for task in before.values()
        if task.replaced_by
    ]
    audit.record_many("tasks.task_replaced", told, by=by, at=at)
    replaced = next(task for task in before.values() if task.replaced_by == replacement)
    facts = {"before": replaced.item.number, "reason": reason}
    audit.record("tasks.task_put_in_place", replacement, by=by, at=at, facts=facts)
