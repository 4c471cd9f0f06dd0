"""Taking items back, with everything below them."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from baro.kernel.policies import require
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.work import policies
from baro.work.models import WorkItem, WorkPause
from baro.work.operations.extensions import let_extensions_lapse
from baro.work.operations.guards import lock_rows, require_move
from baro.work.operations.parents import follow_children
from baro.work.operations.receipts import WordsMissing
from baro.work.states import Move, State


@whole
def withdraw_items(
    *, items: Sequence[WorkItem], reason: str, by: org.User, at: datetime
) -> list[WorkItem]:
    """Take items back; whatever is still open below them goes with them.

    Returns every item that was closed, parents before children.
    """
    return _close(items, State.WITHDRAWN, Move.WITHDRAW, reason, by=by, at=at)


@whole
def replace_items(
    *, items: Sequence[WorkItem], reason: str, by: org.User, at: datetime
) -> list[WorkItem]:
    """Close items because others take their place; the kind of work opens those and links them."""
    return _close(items, State.REPLACED, Move.REPLACE, reason, by=by, at=at)


def _close(
    items: Sequence[WorkItem], state: State, move: Move, reason: str, *, by: org.User, at: datetime
) -> list[WorkItem]:
    wanted = {item.pk for item in items}
    above = {item.parent_id for item in items if item.parent_id}
    locked = lock_rows(wanted | above)
    roots = [row for row in locked if row.pk in wanted]
    _require_closable(roots, move, by, at)
    if not reason.strip():
        deed = "thu hồi" if move == Move.WITHDRAW else "thay thế"
        raise WordsMissing(f"Hãy nêu lý do {deed}.", field="reason")

    below = _open_descendants(roots)
    closing = list({row.pk: row for row in [*roots, *below]}.values())
    changes = {"state": state, "closed_at": at, "last_update_at": at}
    changes |= {"is_paused": False, "is_extension_asked": False}
    WorkItem.objects.filter(pk__in=[row.pk for row in closing]).update(**changes)
    for row in closing:
        for field, value in changes.items():
            setattr(row, field, value)
    WorkPause.objects.filter(item__in=closing, to_at__isnull=True).update(to_at=at)
    let_extensions_lapse(closing, by=by, at=at)
    for parent in locked:
        if parent.pk not in wanted:
            follow_children(parent, at=at)
    return closing


def _require_closable(roots: Sequence[WorkItem], move: Move, by: org.User, at: datetime) -> None:
    on = timezone.localtime(at).date()
    for root in roots:
        require(
            policies.can_withdraw_item(by, root, on=on),
            f"Chỉ bên giao việc ({root.issuer_unit}) mới thu hồi hoặc thay thế được.",
        )
    for root in roots:
        require_move(root, move)


def _open_descendants(roots: Sequence[WorkItem]) -> list[WorkItem]:
    """Level by level, each locked in the order of primary keys."""
    found: list[WorkItem] = []
    above = [root.pk for root in roots]
    while above:
        keys = WorkItem.objects.open().filter(parent_id__in=above).values_list("pk", flat=True)
        level = [row for row in lock_rows(list(keys)) if row.is_open]
        found += level
        above = [row.pk for row in level]
    return found
