"""Units beside the one that leads: those that contribute, and those that only look."""

from datetime import datetime

from baro.kernel.transactions import whole
from baro.org import api as org
from baro.tasks.models import Task
from baro.tasks.operations.tellings import tell_issuer_side
from baro.tasks.operations.traces import clause, trace
from baro.work import api as work


@whole
def finish_task_part(*, task: Task, unit: org.Unit, note: str, by: org.User, at: datetime) -> Task:
    """Report the own part of a cooperating unit as finished."""
    part = work.finish_part(item=task.item, unit=unit, note=note, by=by, at=at)
    title = f"{unit.short_name} báo xong phần phối hợp."
    tell_issuer_side("part_finished", part.item, title, by=by, at=at, body=note)
    return trace(
        "tasks.part_finished", task, part.item, by=by, at=at, unit=unit.name, note=clause(note)
    )


@whole
def add_task_watcher(*, task: Task, unit: org.Unit, by: org.User, at: datetime) -> Task:
    """Let one more unit see the task."""
    part = work.add_watcher(item=task.item, unit=unit, by=by, at=at)
    return trace("tasks.watcher_added", task, part.item, by=by, at=at, unit=unit.name)
