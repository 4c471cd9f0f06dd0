"""A later date: asked before the day, decided by the issuer."""

from datetime import date, datetime

from baro.kernel.calendar import api as calendars
from baro.kernel.errors import DomainError
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.tasks.models import Task
from baro.tasks.operations.tellings import settle, tell_issuer_side, tell_lead_side
from baro.tasks.operations.traces import also, clause, day_words, trace
from baro.work import api as work


class DateMissing(DomainError):
    pass


@whole
def ask_task_extension(
    *, task: Task, proposed_due_on: date | None, grounds: str, by: org.User, at: datetime
) -> Task:
    """Ask the issuer for a later date, while the present one is still ahead."""
    if proposed_due_on is None:
        raise DateMissing("Hãy chọn hạn mới muốn xin.", field="due_on")
    proposed = calendars.working_calendar().end_of(proposed_due_on)
    extension = work.ask_extension(
        item=task.item, proposed_due_at=proposed, grounds=grounds, by=by, at=at
    )
    item = extension.item
    title = f"{item.lead_unit.short_name} xin gia hạn đến {day_words(proposed)}."
    tell_issuer_side("extension_asked", item, title, by=by, at=at, body=grounds)

    return trace(
        "tasks.extension_asked",
        task,
        extension.item,
        by=by,
        at=at,
        old_due=day_words(extension.old_due_at),
        new_due=day_words(proposed),
        grounds=clause(grounds),
    )


@whole
def decide_task_extension(
    *,
    task: Task,
    is_granted: bool,
    new_due_on: date | None = None,
    note: str = "",
    by: org.User,
    at: datetime,
) -> Task:
    """Grant the date asked for or another one, or refuse with a reason."""
    new_due_at = calendars.working_calendar().end_of(new_due_on) if new_due_on else None
    extension = work.decide_extension(
        item=task.item, is_granted=is_granted, new_due_at=new_due_at, note=note, by=by, at=at
    )

    old_due, new_due = day_words(extension.old_due_at), day_words(extension.new_due_at)
    facts = {
        "old_due": old_due,
        "new_due": new_due if is_granted else old_due,
        "verdict": f"{new_due if is_granted else old_due}{also(note)}",
    }
    settle(extension.item, "extension_asked", at=at)
    said = (
        f"đồng ý gia hạn đến {new_due}"
        if is_granted
        else f"không đồng ý gia hạn, giữ hạn {old_due}"
    )
    title = f"{extension.item.issuer_unit.short_name} {said}."
    tell_lead_side("extended", extension.item, title, by=by, at=at, body=note)
    name = "tasks.extension_granted" if is_granted else "tasks.extension_refused"
    return trace(name, task, extension.item, by=by, at=at, **facts)
