"""What was handed in and accepted, and what units said about being late."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from baro.followup.compilation import Evidence, Reason
from baro.tasks import api as tasks
from baro.work import api as work

_LONGEST = 300


@dataclass(frozen=True)
class Backing:
    """By the key of the item."""

    evidence: Mapping[int, tuple[Evidence, ...]]
    reasons: Mapping[int, tuple[Reason, ...]]


def backing_of(items: Iterable[int], late: Iterable[int]) -> Backing:
    """Accepted products of the items, and the reasons of those that are late; five queries."""
    return Backing(_evidence(list(items)), _reasons(list(late)))


def _evidence(items: list[int]) -> dict[int, tuple[Evidence, ...]]:
    found: dict[int, list[Evidence]] = defaultdict(list)
    accepted = tasks.Delivery.objects.filter(
        task__in=items, status=tasks.Delivery.Status.ACCEPTED
    ).select_related("document")
    rows = accepted.defer("document__text", "document__pages")
    for delivery in rows.order_by("task", "-decided_at"):
        found[delivery.task_id].append(_shown(delivery))
    return {item: tuple(shown) for item, shown in found.items()}


def _shown(delivery: tasks.Delivery) -> Evidence:
    text = " ".join(delivery.text.split())[:_LONGEST]
    on = _day(delivery.handed_in_at)
    if delivery.document:
        link = reverse("documents:document", args=[delivery.document.pk])
        return Evidence(text or str(delivery.document), on, link)
    if delivery.file_id:
        link = reverse("tasks:delivery-file", args=[delivery.pk])
        return Evidence(text or delivery.file_name, on, link)
    return Evidence(text or delivery.link, on, delivery.link)


def _reasons(late: list[int]) -> dict[int, tuple[Reason, ...]]:
    found: dict[int, list[Reason]] = defaultdict(list)
    notes = tasks.ProgressNote.objects.filter(task__in=late).exclude(blocked_by="")
    for note in notes.order_by("task_id", "-noted_at").distinct("task_id"):
        found[note.task_id].append(_reason("Vướng mắc", note.blocked_by, note.noted_at))
    asked = work.WorkExtension.objects.requested().filter(item__in=late)
    for extension in asked.order_by("item_id", "-asked_at").distinct("item_id"):
        kind = f"Xin gia hạn ({extension.get_status_display().lower()})"
        found[extension.item_id].append(_reason(kind, extension.grounds, extension.asked_at))
    questions = tasks.Clarification.objects.filter(task__in=late)
    for question in questions.order_by("task_id", "-asked_at").distinct("task_id"):
        found[question.task_id].append(_reason("Hỏi lại", question.question, question.asked_at))
    returned = tasks.Delivery.objects.filter(
        task__in=late, status=tasks.Delivery.Status.RETURNED, decided_at__isnull=False
    )
    for delivery in returned.order_by("task_id", "-decided_at").distinct("task_id"):
        at = delivery.decided_at or delivery.handed_in_at
        found[delivery.task_id].append(_reason("Sản phẩm bị trả lại", delivery.reason, at))
    return {item: tuple(reasons) for item, reasons in found.items()}


def _reason(kind: str, text: str, at: datetime) -> Reason:
    return Reason(kind, " ".join(text.split())[:_LONGEST], _day(at))


def _day(at: datetime) -> str:
    return f"{timezone.localtime(at):%d/%m/%Y}"
