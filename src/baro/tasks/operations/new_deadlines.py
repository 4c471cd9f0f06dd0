"""Another day for a task, on the word of who gave it."""

from datetime import date, datetime

from baro.kernel import audit
from baro.kernel.calendar import api as calendars
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.tasks.models import Task
from baro.tasks.operations.tellings import tell_moved
from baro.tasks.operations.traces import clause, day_words
from baro.work import api as work


@whole
def move_task_deadline(
    *, task: Task, due_on: date, reason: str, by: org.User, at: datetime
) -> Task:
    """Give the task, with its open children between bodies, another day; earlier or later."""
    old, new_due_at = task.item.due_at, calendars.working_calendar().end_of(due_on)
    moved = work.move_deadlines(
        items=[task.item], new_due_at=new_due_at, reason=reason[:2000], by=by, at=at
    )

    title = f"Hạn đổi từ {day_words(old)} thành {day_words(new_due_at)}."
    tell_moved(moved, title, by=by, at=at, body=reason)
    facts = {"old_due": day_words(old), "new_due": day_words(new_due_at), "reason": clause(reason)}
    told = Task.objects.in_bulk([item.pk for item in moved])
    audit.record_many(
        "tasks.deadline_moved", [(told[item.pk], facts) for item in moved], by=by, at=at
    )
    return task
