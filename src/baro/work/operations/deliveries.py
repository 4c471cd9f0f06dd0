"""Working on an item, handing it in, and the issuer's last word."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.prepared import change, prepared
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.work import policies
from baro.work.models import WorkItem
from baro.work.operations.extensions import let_extensions_lapse
from baro.work.operations.guards import lock_item, require_move
from baro.work.operations.parents import follow_children
from baro.work.operations.receipts import WordsMissing
from baro.work.states import Move, State


class ChildrenOpen(DomainError):
    pass


_DOERS = "Chỉ người được phân công hoặc lãnh đạo, chuyên viên tổng hợp của {} mới {} được."


@whole
def note_update(*, item: WorkItem, by: org.User, at: datetime) -> WorkItem:
    """Count from now on as news about this item; the kind of work keeps the words."""
    item = lock_item(item)
    require(
        policies.can_note_update(by, item, on=timezone.localtime(at).date()),
        _DOERS.format(item.holder_unit, "báo tiến độ"),
    )
    require_move(item, Move.NOTE)

    item.last_update_at = at
    change(item, "last_update_at")
    return item


@whole
def deliver_item(*, item: WorkItem, by: org.User, at: datetime) -> WorkItem:
    """Hand the item in. This moment decides on time or late, however long acceptance takes."""
    item = lock_item(item)
    require(
        policies.can_deliver_item(by, item, on=timezone.localtime(at).date()),
        _DOERS.format(item.holder_unit, "nộp sản phẩm"),
    )
    require_move(item, Move.DELIVER)
    waiting = len(_open_below(key=item.pk))
    if waiting:
        raise ChildrenOpen(
            f"Còn {waiting} việc con chưa xong; hãy hoàn thành hoặc thu hồi trước khi nộp sản phẩm."
        )

    item.state, item.delivered_at, item.last_update_at = State.DELIVERED, at, at
    change(item, "state", "delivered_at", "last_update_at")
    return item


@whole
def recall_item(*, item: WorkItem, reason: str, by: org.User, at: datetime) -> WorkItem:
    """Take the product back before anybody judged it: the item is as if it were not handed in."""
    item = lock_item(item)
    require(
        policies.can_deliver_item(by, item, on=timezone.localtime(at).date()),
        _DOERS.format(item.holder_unit, "rút lại sản phẩm"),
    )
    require_move(item, Move.RECALL)
    if not reason.strip():
        raise WordsMissing("Hãy nêu lý do rút lại để bên giao việc biết.", field="reason")

    item.state, item.delivered_at, item.last_update_at = State.RECEIVED, None, at
    change(item, "state", "delivered_at", "last_update_at")
    return item


@whole
def accept_item(*, item: WorkItem, by: org.User, at: datetime) -> WorkItem:
    """Close the item as done: the word of the issuer, once."""
    item = lock_item(item, with_parent=True)
    require(
        policies.can_accept_item(by, item, on=timezone.localtime(at).date()),
        f"Chỉ bên giao việc ({item.issuer_unit}) mới nghiệm thu được.",
    )
    require_move(item, Move.ACCEPT)

    was_asked, item.is_extension_asked = item.is_extension_asked, False
    item.state, item.closed_at, item.last_update_at = State.DONE, at, at
    change(item, "state", "closed_at", "last_update_at", "is_extension_asked")
    if was_asked:
        let_extensions_lapse([item], by=by, at=at)
    follow_children(item.parent, at=at)
    return item


@whole
def return_item(*, item: WorkItem, reason: str, by: org.User, at: datetime) -> WorkItem:
    """Give the product back with a reason; the clock judges the next delivery instead."""
    item = lock_item(item)
    require(
        policies.can_accept_item(by, item, on=timezone.localtime(at).date()),
        f"Chỉ bên giao việc ({item.issuer_unit}) mới trả lại sản phẩm được.",
    )
    require_move(item, Move.RETURN)
    if not reason.strip():
        raise WordsMissing("Hãy nêu lý do trả lại để đơn vị biết cần bổ sung gì.", field="reason")

    item.state, item.delivered_at, item.last_update_at = State.RETURNED, None, at
    change(item, "state", "delivered_at", "last_update_at")
    return item


@prepared(key=int)
def _open_below(*, key: int) -> "QuerySet[WorkItem, int]":
    return WorkItem.objects.open().filter(parent=key).values_list("pk", flat=True)
