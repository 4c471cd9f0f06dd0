"""The lead unit takes an item in, or sends it back as unclear until the issuer answers."""

from datetime import datetime

from django.utils import timezone

from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.prepared import change, insert
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.work import policies
from baro.work.models import WorkItem, WorkPause
from baro.work.operations.deadlines import worked_out_due
from baro.work.operations.guards import lock_item, require_move
from baro.work.operations.parents import follow_children
from baro.work.states import Move, State


class DeadlinePassed(DomainError):
    pass


class WordsMissing(DomainError):
    """Something that the other side must read was left empty."""


@whole
def receive_item(*, item: WorkItem, by: org.User, at: datetime) -> WorkItem:
    """Take the item in for the lead unit."""
    item = lock_item(item, with_parent=True)
    require(
        policies.can_receive_item(by, item, on=timezone.localtime(at).date()),
        f"Chỉ lãnh đạo hoặc chuyên viên tổng hợp của {item.lead_unit} mới nhận việc này được.",
    )
    require_move(item, Move.RECEIVE)

    item.state, item.last_update_at = State.RECEIVED, at
    change(item, "state", "last_update_at")
    follow_children(item.parent, at=at, one_is_open=True)
    return item


@whole
def send_back_as_unclear(*, item: WorkItem, question: str, by: org.User, at: datetime) -> WorkItem:
    """Ask the issuer what is meant; the clock stands still until the answer.

    Asking counts as having taken the item in. It no longer stops the clock after the deadline.
    """
    item = lock_item(item, with_parent=True)
    require(
        policies.can_send_back_item(by, item, on=timezone.localtime(at).date()),
        f"Chỉ lãnh đạo hoặc chuyên viên tổng hợp của {item.lead_unit} mới hỏi lại được.",
    )
    require_move(item, Move.SEND_BACK)
    if item.due_at and at > item.due_at:
        raise DeadlinePassed(
            f"Hạn {timezone.localtime(item.due_at):%d/%m/%Y} đã qua nên không tạm dừng được nữa; "
            "hãy nêu vướng mắc khi báo tiến độ."
        )
    if not question.strip():
        raise WordsMissing("Hãy nêu điều chưa rõ để bên giao việc trả lời.", field="question")

    item.state, item.is_paused, item.last_update_at = State.UNCLEAR, True, at
    change(item, "state", "is_paused", "last_update_at")
    insert([WorkPause(item=item, from_at=at, reason=question.strip()[:1000], paused_by=by)])
    follow_children(item.parent, at=at, one_is_open=True)
    return item


@whole
def answer_unclear(*, item: WorkItem, answer: str, by: org.User, at: datetime) -> WorkItem:
    """Say what was meant; the clock runs on, with the working time lost given back."""
    item = lock_item(item)
    require(
        policies.can_answer_item(by, item, on=timezone.localtime(at).date()),
        f"Chỉ bên giao việc ({item.issuer_unit}) mới trả lời được.",
    )
    require_move(item, Move.ANSWER)
    if not answer.strip():
        raise WordsMissing("Hãy viết câu trả lời trước khi gửi.", field="answer")

    item.pauses.filter(to_at__isnull=True).update(to_at=at)
    item.state, item.is_paused, item.last_update_at = State.RECEIVED, False, at
    item.due_at = worked_out_due(item)
    change(item, "state", "is_paused", "last_update_at", "due_at")
    return item
