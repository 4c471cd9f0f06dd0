"""The issuer's last word on a product: accepted, or given back."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.tasks.models import Delivery, Task
from baro.tasks.operations.deliveries import decide, timeliness_words
from baro.tasks.operations.tellings import settle_all, settle_judging, tell_lead_side
from baro.tasks.operations.traces import also, clause, trace
from baro.work import api as work


class AnotherProductWaits(DomainError):
    """`delivery` is the product that waits now."""

    def __init__(self, delivery: Delivery) -> None:
        self.delivery = delivery.pk
        since = timezone.localtime(delivery.handed_in_at)
        super().__init__(
            f"Sản phẩm đã được nộp lại lúc {since:%H:%M %d/%m/%Y}; "
            "mời ông/bà xem bản mới rồi quyết định."
        )


@whole
def accept_task(
    *, task: Task, note: str = "", delivery: int | None = None, by: org.User, at: datetime
) -> Task:
    """Say that the task is done; whether on time was decided when the product came.

    With `delivery` it is said of that product only: of no other that came meanwhile.
    """
    item = work.accept_item(item=task.item, by=by, at=at)
    _require_seen(task, delivery)

    decide(task, Delivery.Status.ACCEPTED, note, by, at)
    settle_all([item], at=at)
    title = f"{item.issuer_unit.short_name} nghiệm thu sản phẩm."
    tell_lead_side("accepted", item, title, by=by, at=at, body=note)
    trace(
        "tasks.task_accepted",
        task,
        item,
        by=by,
        at=at,
        verdict=f"{timeliness_words(item, item.delivered_at or at)}{also(note)}",
    )
    tell_of_followers([item], at=at)
    return task


@whole
def return_task(
    *, task: Task, reason: str, delivery: int | None = None, by: org.User, at: datetime
) -> Task:
    """Give the product back with what is wrong with it; the task goes on.

    With `delivery` the reason is about that product only.
    """
    item = work.return_item(item=task.item, reason=reason, by=by, at=at)
    _require_seen(task, delivery)

    decide(task, Delivery.Status.RETURNED, reason, by, at)
    settle_judging(item, at=at)
    title = f"{item.issuer_unit.short_name} trả lại sản phẩm."
    tell_lead_side("returned", item, title, by=by, at=at, body=reason)
    return trace("tasks.task_returned", task, item, by=by, at=at, reason=clause(reason))


def tell_of_followers(items: list[work.WorkItem], *, at: datetime) -> None:
    """Leave a trace on collective tasks that closed with the last of these children."""
    parents = {item.parent_id for item in items} - {item.pk for item in items} - {None}
    if not parents:
        return
    followers = Task.objects.filter(
        pk__in=parents, item__is_collective=True, item__closed_at=at
    ).select_related("item")
    told: list[tuple[Task, dict[str, Any]]] = [(task, {}) for task in followers]
    settle_all([task.item for task, _ in told], at=at)
    if told:
        cause = {"children": [item.pk for item in items]}
        audit.record_many("tasks.task_followed", told, by=None, at=at, cause=cause)


def _require_seen(task: Task, delivery: int | None) -> None:
    """The item is locked by now: nothing is recalled or handed in until this act is through."""
    if delivery is None:
        return
    waits = Delivery.objects.filter(task=task, status=Delivery.Status.HANDED_IN)
    waiting = waits.only("handed_in_at").first()
    if waiting and waiting.pk != delivery:
        raise AnotherProductWaits(waiting)
