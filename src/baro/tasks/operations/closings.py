"""Taking tasks back."""

from collections.abc import Sequence
from datetime import datetime

from baro.kernel import audit
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.tasks.models import Task
from baro.tasks.operations.judgements import tell_of_followers
from baro.tasks.operations.tellings import tell_withdrawn
from baro.tasks.operations.traces import clause
from baro.work import api as work


@whole
def withdraw_tasks(*, tasks: Sequence[Task], reason: str, by: org.User, at: datetime) -> list[Task]:
    """Take tasks back; what is still open below them goes with them. Returns all that closed."""
    items = [task.item for task in tasks]
    closed = work.withdraw_items(items=items, reason=reason, by=by, at=at)

    tell_withdrawn(closed, f"Việc đã được thu hồi: {clause(reason)}.", by=by, at=at)
    found = Task.objects.in_bulk([item.pk for item in closed])
    for item in closed:
        found[item.pk].item = item
    withdrawn = [found[item.pk] for item in closed]
    facts = {"reason": clause(reason)}
    told = [(task, facts) for task in withdrawn]
    audit.record_many("tasks.task_withdrawn", told, by=by, at=at)
    tell_of_followers(closed, at=at)
    return withdrawn
