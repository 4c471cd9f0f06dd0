"""Locking an item, and refusing a move that its state does not allow."""

from collections.abc import Iterable, Mapping

from django.db.models import QuerySet

from baro.kernel.errors import DomainError
from baro.kernel.prepared import prepared
from baro.work.models import WorkItem
from baro.work.states import ALLOWED_TO_COLLECTIVE, Move, State, is_allowed


class MoveNotAllowed(DomainError):
    """The item is in no state for this; the sentence says in which it is."""


def lock_item(item: WorkItem, *, with_parent: bool = False) -> WorkItem:
    """Lock the item as it now is; with its parent where the parent may have to follow.

    Always in the order of primary keys, and a parent is older than its children.
    """
    parent: list[WorkItem] = []
    if with_parent and item.parent_id:
        parent = _rows(keys=[item.parent_id])
    [locked] = _row_with_people(key=item.pk)
    if parent:
        locked.parent = parent[0]
    return locked


def lock_rows(keys: Iterable[int]) -> list[WorkItem]:
    wanted = sorted(keys)
    return _rows(keys=wanted) if wanted else []


@prepared(keys=list[int])
def _rows(*, keys: list[int]) -> QuerySet[WorkItem]:
    rows = WorkItem.objects.select_for_update(no_key=True, of=("self",))
    rows = rows.select_related("issuer_unit", "lead_unit", "assigned_unit")
    return rows.filter(pk__in=keys).order_by("pk")


@prepared(key=int)
def _row_with_people(*, key: int) -> QuerySet[WorkItem]:
    """With everybody who may have to be told of what is done to it."""
    rows = WorkItem.objects.select_for_update(no_key=True, of=("self",)).filter(pk=key)
    return rows.select_related(
        *("issuer_unit", "lead_unit", "assigned_unit", "assignee"),
        *("accountable_post", "inspector_post", "issued_by__person"),
    ).order_by("pk")


def require_move(item: WorkItem, move: Move) -> None:
    """Refuse in the words of the trade when the item cannot make this move now."""
    if not is_allowed(move, item.state, is_collective=item.is_collective):
        raise MoveNotAllowed(_refusal(item, move))


def _refusal(item: WorkItem, move: Move) -> str:
    name = f"{item.get_kind_display()} {item.number}"
    if item.is_collective and move not in ALLOWED_TO_COLLECTIVE:
        return f"{name} tập hợp việc của nhiều đơn vị; hãy {_DEEDS[move]} ở việc của từng đơn vị."
    told = _TOLD.get((move, State(item.state)))
    if told:
        return f"{name} {told}"
    if item.is_open:
        state = item.get_state_display()
        return f"{name} đang ở trạng thái “{state}” nên chưa {_DEEDS[move]} được."
    return f"{name} {_ENDS[State(item.state)]}, không thể {_DEEDS[move]} nữa."


_DEEDS: Mapping[Move, str] = {
    Move.RECEIVE: "nhận việc",
    Move.SEND_BACK: "hỏi lại",
    Move.ANSWER: "trả lời câu hỏi",
    Move.ASSIGN: "phân công",
    Move.NOTE: "báo tiến độ",
    Move.DELIVER: "nộp sản phẩm",
    Move.RECALL: "rút lại sản phẩm",
    Move.ACCEPT: "nghiệm thu",
    Move.RETURN: "trả lại sản phẩm",
    Move.ASK_EXTENSION: "xin gia hạn",
    Move.DECIDE_EXTENSION: "quyết định gia hạn",
    Move.RESCHEDULE: "đổi hạn",
    Move.SPLIT: "chia việc",
    Move.FINISH_PART: "báo xong phần phối hợp",
    Move.WITHDRAW: "thu hồi",
    Move.REPLACE: "thay thế",
    Move.WATCH: "thêm đơn vị theo dõi",
}
_ENDS: Mapping[State, str] = {
    State.DONE: "đã hoàn thành",
    State.WITHDRAWN: "đã được thu hồi",
    State.REPLACED: "đã được thay thế",
}
_TOLD: Mapping[tuple[Move, State], str] = {
    (Move.RECEIVE, State.RECEIVED): "đã được nhận trước đó.",
    (Move.SEND_BACK, State.UNCLEAR): "đã được hỏi lại và đang chờ trả lời.",
    (Move.ANSWER, State.RECEIVED): "không có câu hỏi nào đang chờ trả lời.",
    (Move.NOTE, State.ISSUED): "chưa được nhận; hãy nhận việc trước khi báo tiến độ.",
    (Move.DELIVER, State.ISSUED): "chưa được nhận; hãy nhận việc trước khi nộp sản phẩm.",
    (Move.DELIVER, State.DELIVERED): "đã có sản phẩm đang chờ nghiệm thu.",
    (Move.RECALL, State.DONE): "đã được nghiệm thu nên không rút lại sản phẩm được nữa.",
    (Move.RECALL, State.RETURNED): "đã bị trả lại; hãy bổ sung rồi nộp lại sản phẩm.",
    (Move.ACCEPT, State.DONE): "đã được nghiệm thu trước đó.",
    (Move.ACCEPT, State.RETURNED): "đã bị trả lại; hãy chờ đơn vị nộp lại sản phẩm.",
    (Move.RETURN, State.DONE): "đã được nghiệm thu nên không trả lại được nữa.",
    (Move.RETURN, State.RETURNED): "đã bị trả lại trước đó.",
    (Move.WITHDRAW, State.WITHDRAWN): "đã được thu hồi trước đó.",
}
