"""Handing a product in, and taking it back before anybody judged it."""

from datetime import datetime
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone

from baro.documents import api as documents
from baro.kernel.calendar import api as calendars
from baro.kernel.errors import DomainError
from baro.kernel.files import api as files
from baro.kernel.prepared import insert, run
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.tasks.models import Delivery, Task
from baro.tasks.operations.tellings import (
    settle_doing,
    settle_judging,
    tell_issuer_side,
    tell_lead_side,
)
from baro.tasks.operations.traces import clause, trace
from baro.work import api as work

_DECIDE = """
    UPDATE tasks_delivery SET status = %s, decided_at = %s, decided_by_id = %s, reason = %s
    WHERE task_id = %s AND status = 'handed_in'
"""


class ProductEmpty(DomainError):
    pass


class DocumentUnseen(DomainError):
    pass


class LinkNotUnderstood(DomainError):
    pass


@whole
def deliver_task(
    *,
    task: Task,
    text: str = "",
    content: bytes | BinaryIO | None = None,
    file_name: str = "",
    document: documents.Document | None = None,
    link: str = "",
    by: org.User,
    at: datetime,
) -> Delivery:
    """Hand a product in: words, a file, a registered document, a link, or several of these."""
    item = work.deliver_item(item=task.item, by=by, at=at)
    text, link = text.strip(), link.strip()
    if not (text or content or document or link):
        raise ProductEmpty(
            "Hãy nêu kết quả, đính kèm tệp, chọn văn bản hoặc dán đường dẫn của sản phẩm."
        )
    _require_usable(document, link, by)
    documents.refuse_secret_text(text)
    held = _bytes_of(content)
    if held:
        documents.refuse_secret_file(held)

    delivery = Delivery(
        task=task,
        text=text,
        file=files.store_file(held, name=file_name, at=at) if held is not None else None,
        file_name=files.safe_name(file_name) if held is not None else "",
        document=document,
        link=link,
        handed_in_at=at,
        handed_in_by=by,
    )
    insert([delivery])
    settle_doing(item, at=at)
    title = f"{item.lead_unit.short_name} nộp sản phẩm, {timeliness_words(item, at)}."
    product = _product_words(delivery)
    tell_issuer_side("delivered", item, title, by=by, at=at, body=product)
    tell_lead_side("handed_in", item, f"{by} nộp sản phẩm.", by=by, at=at, body=product)
    trace(
        "tasks.task_delivered",
        task,
        item,
        by=by,
        at=at,
        product=product,
        timeliness=timeliness_words(item, at),
    )
    return delivery


@whole
def recall_task(*, task: Task, reason: str, by: org.User, at: datetime) -> Task:
    """Take back a product that nobody has judged yet; the task goes on, and both sides hear of it.

    On time or late is decided by the next product, also when the deadline has passed meanwhile.
    """
    item = work.recall_item(item=task.item, reason=reason, by=by, at=at)

    decide(task, Delivery.Status.RECALLED, reason, by, at)
    settle_judging(item, at=at)
    title = f"{item.lead_unit.short_name} rút lại sản phẩm đã nộp."
    tell_issuer_side("recalled", item, title, by=by, at=at, body=reason)
    tell_lead_side("recalled", item, title, by=by, at=at, body=reason)
    return trace("tasks.task_recalled", task, item, by=by, at=at, reason=clause(reason))


def timeliness_words(item: work.WorkItem, at: datetime) -> str:
    """`đúng hạn`, or by how many days late."""
    if item.due_at is None:
        return "việc không đặt hạn"
    if at <= item.due_at:
        return "đúng hạn"
    late = calendars.days_late(timezone.localdate(item.due_at), timezone.localdate(at))
    return calendars.overdue_words(late)


def decide(task: Task, status: str, reason: str, by: org.User, at: datetime) -> None:
    """Write down what became of the product that waits."""
    run(_DECIDE, [status, at, by.pk, reason.strip()[:2000], task.pk])


def _bytes_of(content: bytes | BinaryIO | None) -> bytes | None:
    """The file in hand once, whole; its size was limited at the door."""
    if content is None or isinstance(content, bytes):
        return content
    content.seek(0)  # an operation that was broken off reads it once more
    return content.read()


def _require_usable(document: documents.Document | None, link: str, by: org.User) -> None:
    if document and not documents.Document.objects.visible_to(by).filter(pk=document.pk).exists():
        raise DocumentUnseen("Ông/bà không xem được văn bản này.", field="document")
    if link:
        try:
            _IS_WEB_ADDRESS(link)
        except ValidationError:
            raise LinkNotUnderstood(
                "Đường dẫn phải là một địa chỉ bắt đầu bằng http:// hoặc https://.", field="link"
            ) from None


_IS_WEB_ADDRESS = URLValidator(schemes=["http", "https"])


def _product_words(delivery: Delivery) -> str:
    parts = [
        str(delivery.document) if delivery.document else "",
        f"tệp {delivery.file_name}" if delivery.file else "",
        delivery.link,
        clause(delivery.text)[:200],
    ]
    return "; ".join(part for part in parts if part)
