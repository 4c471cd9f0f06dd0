"""Another deadline because what the work rests on says another day; earlier or later."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.work import policies
from baro.work.models import WorkExtension, WorkItem
from baro.work.operations.extensions import NoDeadline, let_extensions_lapse
from baro.work.operations.guards import lock_rows
from baro.work.operations.receipts import WordsMissing


class ItemClosed(DomainError):
    pass


@whole
def move_deadlines(
    *, items: Sequence[WorkItem], new_due_at: datetime, reason: str, by: org.User, at: datetime
) -> list[WorkItem]:
    """Give items and their open children between bodies another day, on the issuer's word.

    The original deadline stays known; what was asked before is settled by this. Returns every
    item that was changed, parents first.
    """
    roots = lock_rows({item.pk for item in items})
    on = timezone.localtime(at).date()
    for root in roots:
        require(
            policies.can_decide_extension(by, root, on=on),
            f"Chỉ bên giao việc ({root.issuer_unit}) mới đổi hạn được.",
        )
        _require_movable(root)
    if not reason.strip():
        raise WordsMissing("Hãy nêu lý do đổi hạn.", field="reason")

    below = WorkItem.objects.open().filter(parent__in=roots, is_internal=False)
    children = lock_rows(below.exclude(due_at=None).values_list("pk", flat=True))
    moved = [*roots, *children]
    let_extensions_lapse(moved, by=by, at=at)
    WorkExtension.objects.bulk_create(
        WorkExtension(
            item=row,
            status=WorkExtension.Status.GRANTED,
            old_due_at=row.due_at,
            proposed_due_at=new_due_at,
            grounds=reason.strip(),
            asked_at=at,
            asked_by=by,
            new_due_at=new_due_at,
            decided_at=at,
            decided_by=by,
        )
        for row in moved
        if row.due_at
    )
    changes = {"due_at": new_due_at, "is_extension_asked": False}
    WorkItem.objects.filter(pk__in=[row.pk for row in moved]).update(**changes)
    for row in moved:
        row.due_at, row.is_extension_asked = new_due_at, False
    return moved


def _require_movable(root: WorkItem) -> None:
    name = f"{root.get_kind_display()} {root.number}"
    if not root.is_open:
        raise ItemClosed(f"{name} đã khép lại nên không đổi hạn được nữa.")
    if root.due_at is None:
        raise NoDeadline(f"{name} không đặt hạn; hãy thay bằng nhiệm vụ có hạn.")
