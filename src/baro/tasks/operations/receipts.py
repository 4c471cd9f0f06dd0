"""Taking a task in, or asking what is meant until the issuer answers."""

from datetime import datetime

from baro.kernel.prepared import insert
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.tasks.models import Clarification, Task
from baro.tasks.operations.tellings import settle, tell_issuer_side, tell_lead_side
from baro.tasks.operations.traces import due_words, sentence, trace
from baro.work import api as work


@whole
def receive_task(*, task: Task, by: org.User, at: datetime) -> Task:
    """Take the task in for the unit that leads it."""
    item = work.receive_item(item=task.item, by=by, at=at)
    settle(item, "given", at=at)
    return trace("tasks.task_received", task, item, by=by, at=at, lead=item.lead_unit.name)


@whole
def ask_about_task(*, task: Task, question: str, by: org.User, at: datetime) -> Task:
    """Send the task back as unclear; its clock stands still until the issuer answers."""
    item = work.send_back_as_unclear(item=task.item, question=question, by=by, at=at)

    asked = Clarification(task=task, question=question.strip()[:2000], asked_at=at, asked_by=by)
    insert([asked])
    settle(item, "given", at=at)
    title = f"{item.lead_unit.short_name} hỏi lại, hạn tạm dừng chờ trả lời."
    tell_issuer_side("asked", item, title, by=by, at=at, body=sentence(question))
    return trace("tasks.task_queried", task, item, by=by, at=at, question=sentence(question))


@whole
def answer_about_task(*, task: Task, answer: str, by: org.User, at: datetime) -> Task:
    """Say what was meant; the deadline moves by the working time that was lost."""
    before = work.WorkItem.objects.get(pk=task.pk).due_at
    item = work.answer_unclear(item=task.item, answer=answer, by=by, at=at)

    asked = task.clarifications.filter(answered_at__isnull=True)
    asked.update(answer=answer.strip()[:2000], answered_at=at, answered_by=by)
    settle(item, "asked", at=at)
    title = f"{item.issuer_unit.short_name} trả lời, nay {due_words(item.due_at)}."
    tell_lead_side("answered", item, title, by=by, at=at, body=sentence(answer))
    return trace(
        "tasks.task_answered",
        task,
        item,
        by=by,
        at=at,
        answer=sentence(answer),
        old_due=due_words(before),
        new_due=due_words(item.due_at),
    )
