"""Another day for a task, on the word of who gave it."""

from datetime import date, datetime

from django.utils import timezone

from baro.kernel import audit
from baro.kernel.calendar import api as calendars
from baro.kernel.errors import DomainError
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.tasks.models import Task
from baro.tasks.operations.tellings import tell_moved
from baro.tasks.operations.traces import clause, day_words
from baro.tasks.wording import why_no_new_deadline
from baro.work import api as work


class DeadlineGoneBy(DomainError):
    pass


@whole
def reschedule_task(*, task: Task, due_on: date, reason: str, by: org.User, at: datetime) -> Task:
    """Give the task another day, today or later, because the issuer wants it so."""
    if why := why_no_new_deadline(due_on, today=timezone.localdate(at)):
        raise DeadlineGoneBy(why, field="due_on")
    return move_task_deadline(task=task, due_on=due_on, reason=reason, by=by, at=at)


@whole
def move_task_deadline(
    *, task: Task, due_on: date, reason: str, by: org.User, at: datetime
) -> Task:
    """Give the task, with its open children between bodies, another day; earlier or later."""
    new_due_at = calendars.working_calendar().end_of(due_on)
    held = work.move_deadlines(
        items=[task.item], new_due_at=new_due_at, reason=reason[:2000], by=by, at=at
    )

    tell_moved(held, by=by, at=at)
    found = Task.objects.in_bulk([one.item_id for one in held])
    told = [(found[one.item_id], _facts(one)) for one in held]
    audit.record_many("tasks.deadline_moved", told, by=by, at=at)
    return task


def _facts(held: work.WorkExtension) -> dict[str, str]:
    return {
        "old_due": day_words(held.old_due_at),
        "new_due": day_words(held.new_due_at),
        "reason": clause(held.grounds),
    }
