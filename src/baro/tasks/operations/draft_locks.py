"""Taking hold of drafts before they are changed."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils import timezone

from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.org import api as org
from baro.tasks import policies
from baro.tasks.models import TaskDraft


class DraftNotOpen(DomainError):
    pass


def lock_drafts(drafts: Sequence[TaskDraft], by: org.User, at: datetime) -> list[TaskDraft]:
    """The drafts as they now are, in the order of primary keys, for one who may shape them."""
    rows = TaskDraft.objects.select_for_update(of=("self",), no_key=True)
    rows = rows.select_related("document__owner_unit", "inspector_post__unit")
    locked = list(rows.filter(pk__in=[draft.pk for draft in drafts]).order_by("pk"))
    on = timezone.localtime(at).date()
    for document in {draft.document for draft in locked}:
        require(
            policies.can_draft_tasks(by, document, on=on),
            "Chỉ người giữ sổ hoặc người giao việc của đơn vị mới làm việc này được.",
        )
    return locked


def lock_open_draft(draft: TaskDraft, by: org.User, at: datetime) -> TaskDraft:
    [locked] = lock_drafts([draft], by, at)
    require_open(locked)
    return locked


def require_open(draft: TaskDraft) -> None:
    if not draft.is_open:
        raise DraftNotOpen(f"Dự thảo “{draft}” {_ENDS[draft.status]} trước đó.")


_ENDS: Mapping[str, str] = {
    TaskDraft.Status.ISSUED: "đã được giao",
    TaskDraft.Status.DROPPED: "đã bỏ",
    TaskDraft.Status.MERGED: "đã được gộp vào dự thảo khác",
}
