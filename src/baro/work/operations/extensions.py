"""A later deadline: asked with grounds before the day, decided by the issuer."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.prepared import change, insert
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.work import policies
from baro.work.models import WorkExtension, WorkItem
from baro.work.operations.deadlines import worked_out_due
from baro.work.operations.guards import lock_item, require_move
from baro.work.operations.receipts import DeadlinePassed, WordsMissing
from baro.work.states import Move


class NoDeadline(DomainError):
    pass


class ExtensionPending(DomainError):
    pass


class ExtensionNotAsked(DomainError):
    pass


class NotLater(DomainError):
    pass


@whole
def ask_extension(
    *, item: WorkItem, proposed_due_at: datetime, grounds: str, by: org.User, at: datetime
) -> WorkExtension:
    """Ask the issuer, while the deadline is still ahead, for a later one."""
    item = lock_item(item)
    require(
        policies.can_ask_extension(by, item, on=timezone.localtime(at).date()),
        f"Chỉ lãnh đạo hoặc chuyên viên tổng hợp của {item.lead_unit} mới xin gia hạn được.",
    )
    require_move(item, Move.ASK_EXTENSION)
    due_at = _require_askable(item, at)
    _require_later(proposed_due_at, due_at)
    if not grounds.strip():
        raise WordsMissing("Hãy nêu lý do xin gia hạn.", field="grounds")

    item.is_extension_asked, item.last_update_at = True, at
    change(item, "is_extension_asked", "last_update_at")
    [extension] = insert(
        [
            WorkExtension(
                item=item,
                old_due_at=due_at,
                proposed_due_at=proposed_due_at,
                grounds=grounds.strip(),
                asked_at=at,
                asked_by=by,
            )
        ]
    )
    return extension


@whole
def decide_extension(
    *,
    item: WorkItem,
    is_granted: bool,
    new_due_at: datetime | None = None,
    note: str = "",
    by: org.User,
    at: datetime,
) -> WorkExtension:
    """Grant the date asked for, grant another one, or refuse with a reason."""
    item = lock_item(item)
    require(
        policies.can_decide_extension(by, item, on=timezone.localtime(at).date()),
        f"Chỉ bên giao việc ({item.issuer_unit}) mới quyết định gia hạn được.",
    )
    require_move(item, Move.DECIDE_EXTENSION)
    extension = item.extensions.filter(status=WorkExtension.Status.ASKED).first()
    if extension is None:
        raise ExtensionNotAsked(
            f"{item.get_kind_display()} {item.number} không có đề nghị gia hạn nào đang chờ."
        )
    if is_granted:
        new_due_at = new_due_at or extension.proposed_due_at
        _require_later(new_due_at, extension.old_due_at)
    elif not note.strip():
        raise WordsMissing("Hãy nêu lý do không đồng ý gia hạn.", field="note")

    status = WorkExtension.Status.GRANTED if is_granted else WorkExtension.Status.REFUSED
    extension.status, extension.new_due_at = status, new_due_at if is_granted else None
    extension.decided_at, extension.decided_by, extension.decision_note = at, by, note.strip()
    change(extension, "status", "new_due_at", "decided_at", "decided_by", "decision_note")
    item.is_extension_asked = False
    item.due_at = worked_out_due(item)
    change(item, "is_extension_asked", "due_at")
    return extension


def let_extensions_lapse(items: Iterable[WorkItem], *, by: org.User, at: datetime) -> None:
    """Close what is still asked of items that are closed themselves."""
    asked = WorkExtension.objects.filter(item__in=items, status=WorkExtension.Status.ASKED)
    asked.update(status=WorkExtension.Status.LAPSED, decided_at=at, decided_by=by)


def _require_askable(item: WorkItem, at: datetime) -> datetime:
    if item.due_at is None:
        raise NoDeadline("Việc này không đặt hạn nên không cần xin gia hạn.")
    if at > item.due_at:
        raise DeadlinePassed(
            f"Hạn {timezone.localtime(item.due_at):%d/%m/%Y} đã qua; "
            "phải xin gia hạn trước khi hết hạn."
        )
    if item.is_extension_asked:
        raise ExtensionPending("Đã có một đề nghị gia hạn đang chờ quyết định.")
    return item.due_at


def _require_later(new_due_at: datetime, due_at: datetime) -> None:
    if new_due_at <= due_at:
        raise NotLater(
            f"Hạn mới phải sau hạn hiện tại ({timezone.localtime(due_at):%d/%m/%Y}).",
            field="due_on",
        )
