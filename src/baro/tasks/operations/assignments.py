"""Giving a task on, inside the unit that leads it."""

from datetime import datetime

from baro.kernel.transactions import whole
from baro.org import api as org
from baro.tasks.models import Task
from baro.tasks.operations.tellings import tell_assigned
from baro.tasks.operations.traces import trace
from baro.work import api as work


@whole
def assign_task(
    *,
    task: Task,
    unit: org.Unit | None = None,
    post: org.Post | None = None,
    person: org.Person | None = None,
    by: org.User,
    at: datetime,
) -> Task:
    """Put the task in the hands of a division, the holder of a post or a person."""
    item = work.assign_item(item=task.item, unit=unit, post=post, person=person, by=by, at=at)

    tell_assigned(item, by=by, at=at)
    hands = f"{item.assignee}, {item.holder_unit}" if item.assignee else item.holder_unit.name
    return trace("tasks.task_assigned", task, item, by=by, at=at, assignee=hands)
