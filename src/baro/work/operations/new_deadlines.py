"""Another deadline because what the work rests on says another day; earlier or later."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from baro.kernel.policies import require
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.work import policies
from baro.work.models import WorkExtension, WorkItem
from baro.work.operations.extensions import NoDeadline, let_extensions_lapse
from baro.work.operations.guards import lock_rows, require_move
from baro.work.operations.receipts import WordsMissing
from baro.work.states import Move


@whole
def move_deadlines(
    *, items: Sequence[WorkItem], new_due_at: datetime, reason: str, by: org.User, at: datetime
) -> list[WorkExtension]:
    """Give items and their open children between bodies another day, on the issuer's word.

    The original deadline stays known; what was asked before is settled by this. A collective item
    is not expected before its last part: it follows to a later day. Returns what holds now of
    every item that was changed, parents first.
    """
    wanted = {item.pk for item in items}
    locked = lock_rows(wanted | {item.parent_id for item in items if item.parent_id})
    roots = [row for row in locked if row.pk in wanted]
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
    above = [row for row in locked if row.pk not in wanted and _follows(row, new_due_at)]
    moved = [*above, *roots, *children]
    let_extensions_lapse(moved, by=by, at=at)
    held = WorkExtension.objects.bulk_create(
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
    return held


def _follows(parent: WorkItem, new_due_at: datetime) -> bool:
    if not (parent.is_collective and parent.is_open and parent.due_at):
        return False
    return parent.due_at < new_due_at


def _require_movable(root: WorkItem) -> None:
    require_move(root, Move.RESCHEDULE)
    if root.due_at is None:
        name = f"{root.get_kind_display()} {root.number}"
        raise NoDeadline(f"{name} không đặt hạn; hãy thay bằng nhiệm vụ có hạn.")
