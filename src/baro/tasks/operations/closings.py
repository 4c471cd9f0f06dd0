"""Taking tasks back, or putting another in their place."""

from collections.abc import Sequence
from datetime import datetime

from baro.kernel import audit
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.tasks.models import Task
from baro.tasks.operations.deliveries import tell_of_followers
from baro.tasks.operations.issue import issue_tasks
from baro.tasks.operations.tellings import tell_withdrawn
from baro.tasks.operations.traces import clause
from baro.tasks.specs import TaskSpec
from baro.work import api as work


@whole
def withdraw_tasks(*, tasks: Sequence[Task], reason: str, by: org.User, at: datetime) -> list[Task]:
    """Take tasks back; what is still open below them goes with them. Returns all that closed."""
    items = [task.item for task in tasks]
    closed = work.withdraw_items(items=items, reason=reason, by=by, at=at)

    tell_withdrawn(closed, f"Việc đã được thu hồi: {clause(reason)}.", by=by, at=at)
    facts = {"reason": clause(reason)}
    return _tell("tasks.task_withdrawn", closed, facts, by=by, at=at)


@whole
def replace_task(*, task: Task, spec: TaskSpec, reason: str, by: org.User, at: datetime) -> Task:
    """Close the task, with what is open below it, and give another in its place."""
    closed = work.replace_items(items=[task.item], reason=reason, by=by, at=at)
    [replacement] = issue_tasks(specs=[spec], by=by, at=at)

    Task.objects.filter(pk=task.pk).update(replaced_by=replacement)
    facts = {"reason": clause(reason), "replacement": replacement.item.number}
    words = f"Việc được thay bằng {replacement.item.number}: {clause(reason)}."
    tell_withdrawn(closed, words, by=by, at=at)
    _tell("tasks.task_replaced", closed, facts, by=by, at=at)
    return replacement


def _tell(
    name: str,
    items: Sequence[work.WorkItem],
    facts: dict[str, str],
    *,
    by: org.User,
    at: datetime,
) -> list[Task]:
    tasks = Task.objects.in_bulk([item.pk for item in items])
    for item in items:
        tasks[item.pk].item = item
    told = [tasks[item.pk] for item in items]
    audit.record_many(name, [(task, facts) for task in told], by=by, at=at)
    tell_of_followers(list(items), at=at)
    return told
