"""A text that was read again or corrected changes what was given from it, one act at a time."""

from datetime import datetime

from django.utils import timezone

from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.tasks import policies
from baro.tasks.models import Task, TaskDraft
from baro.tasks.operations.draft_locks import lock_drafts, require_open
from baro.tasks.operations.new_deadlines import move_task_deadline
from baro.tasks.operations.replacing import replace_task
from baro.tasks.queries.readiness import spec_of


class NothingToChange(DomainError):
    pass


@whole
def move_deadline(*, draft: TaskDraft, by: org.User, at: datetime) -> Task:
    """Give the issued task, with its children, the day that the text says now."""
    draft, given, task = _lock_change(draft, by, at)
    if draft.due_on is None:
        raise NothingToChange("Văn bản không ghi ngày nên không đổi hạn được; hãy thay nhiệm vụ.")

    reason = f"Theo {draft.document}: “{draft.due_text or draft.quote}”."
    move_task_deadline(task=task, due_on=draft.due_on, reason=reason, by=by, at=at)
    given.due_on, given.due_text = draft.due_on, draft.due_text
    given.save(update_fields=["due_on", "due_text"])
    _settle(draft, given)
    return task


@whole
def replace_given_task(
    *, draft: TaskDraft, inspector_post: org.Post | None = None, by: org.User, at: datetime
) -> Task:
    """Close the issued task and give the one that the text orders now in its place."""
    draft, _, task = _lock_change(draft, by, at)

    spec = spec_of(draft, draft.document.owner_unit, inspector_post or task.item.inspector_post)
    reason = f"Văn bản nay ghi khác, theo {draft.document}."
    replacement = replace_task(task=task, spec=spec, reason=reason, by=by, at=at)
    draft.status, draft.item = TaskDraft.Status.ISSUED, replacement.item
    draft.save(update_fields=["status", "item"])
    return replacement


def _lock_change(draft: TaskDraft, by: org.User, at: datetime) -> tuple[TaskDraft, TaskDraft, Task]:
    """The draft, the one that it follows, and the task that was given from that one."""
    [draft] = lock_drafts([draft], by, at)
    on = timezone.localtime(at).date()
    unit = draft.document.owner_unit
    require(
        policies.can_issue_tasks(by, unit, on=on),
        f"Chỉ lãnh đạo hoặc chuyên viên tổng hợp của {unit} mới đổi nhiệm vụ đã giao được.",
    )
    require_open(draft)
    if draft.follows_id is None:
        raise NothingToChange("Dự thảo này không thay đổi nhiệm vụ nào đã giao.")
    given = TaskDraft.objects.get(pk=draft.follows_id)
    task = Task.objects.select_related("item__inspector_post__unit").get(item=given.item_id)
    return draft, given, task


def _settle(draft: TaskDraft, given: TaskDraft) -> None:
    draft.status, draft.merged_into = TaskDraft.Status.MERGED, given
    draft.save(update_fields=["status", "merged_into"])
