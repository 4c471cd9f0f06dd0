"""What becomes of drafts: dropped, taken up again, given."""

from collections.abc import Sequence
from datetime import datetime

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.tasks.models import Task, TaskDraft
from baro.tasks.operations.draft_locks import lock_drafts, lock_open_draft, require_open
from baro.tasks.operations.issue import issue_tasks
from baro.tasks.queries.readiness import spec_of


class DraftNotDropped(DomainError):
    pass


class NothingToIssue(DomainError):
    pass


class ChangesGivenTask(DomainError):
    pass


@whole
def drop_draft(*, draft: TaskDraft, by: org.User, at: datetime) -> TaskDraft:
    """Decide that this draft will not become a task."""
    draft = lock_open_draft(draft, by, at)

    draft.status = TaskDraft.Status.DROPPED
    draft.save(update_fields=["status"])
    audit.record("tasks.draft_dropped", draft, by=by, at=at)
    return draft


@whole
def restore_draft(*, draft: TaskDraft, by: org.User, at: datetime) -> TaskDraft:
    """Take a dropped draft up again."""
    [draft] = lock_drafts([draft], by, at)
    if not draft.is_dropped:
        raise DraftNotDropped("Dự thảo này không nằm trong số đã bỏ.")

    draft.status = TaskDraft.Status.OPEN
    draft.save(update_fields=["status"])
    audit.record("tasks.draft_restored", draft, by=by, at=at)
    return draft


@whole
def issue_drafts(
    *,
    drafts: Sequence[TaskDraft],
    issuer_unit: org.Unit,
    inspector_post: org.Post | None = None,
    by: org.User,
    at: datetime,
) -> list[Task]:
    """Give the tasks that the drafts describe, all or none; each draft is given once.

    `inspector_post` follows those drafts that name nobody.
    """
    if not drafts:
        raise NothingToIssue("Chưa chọn dự thảo nào để giao.")
    locked = lock_drafts(drafts, by, at)
    for draft in locked:
        require_open(draft)
        if draft.is_change:
            raise ChangesGivenTask(
                f"Dự thảo “{draft}” thay đổi một nhiệm vụ đã giao: hãy đổi hạn, thay nhiệm vụ ấy "
                "hoặc giữ như đã giao."
            )

    specs = [spec_of(draft, issuer_unit, inspector_post) for draft in locked]
    tasks = issue_tasks(specs=specs, by=by, at=at)
    for draft, task in zip(locked, tasks, strict=True):
        draft.status, draft.item = TaskDraft.Status.ISSUED, task.item
    TaskDraft.objects.bulk_update(locked, ["status", "item"])
    return tasks
