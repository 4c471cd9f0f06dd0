"""What stands behind a task that no paper ordered, and the confirmation of a spoken order."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from baro.documents import api as documents
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.transactions import whole
from baro.notices import api as notices
from baro.org import api as org
from baro.tasks import policies
from baro.tasks.models import Task, TaskOrigin
from baro.tasks.operations.tellings import settle
from baro.tasks.operations.traces import day_words, sentence
from baro.tasks.specs import Origin, TaskSpec


class NotWaiting(DomainError):
    pass


class PaperUnseen(DomainError):
    pass


def keep_origins(
    specs: Sequence[TaskSpec], tasks: Sequence[Task], *, by: org.User, at: datetime
) -> None:
    """Keep who said what to whom, and ask whoever gave a spoken order to confirm it."""
    said = [
        (_row(spec.origin, task), task)
        for spec, task in zip(specs, tasks, strict=True)
        if spec.origin
    ]
    TaskOrigin.objects.bulk_create(origin for origin, _ in said)
    told = [(task, _facts(origin)) for origin, task in said]
    if told:
        audit.record_many("tasks.origin_kept", told, by=by, at=at)
    for origin, task in said:
        if origin.confirmer:
            _ask_confirmation(task, origin.confirmer, by=by, at=at)


@whole
def confirm_order(
    *, task: Task, document: documents.Document | None = None, by: org.User, at: datetime
) -> TaskOrigin:
    """The words of a spoken order are confirmed, in a paper of the register or here.

    Whoever sits in the post that gave it may confirm, or anybody who may give work for its unit
    and names the paper that says so.
    """
    rows = TaskOrigin.objects.select_for_update(of=("self",), no_key=True)
    origin = rows.select_related("confirmer", "task__item__issuer_unit").filter(pk=task.pk).first()
    if origin is None or not origin.waits_for_confirmation:
        raise NotWaiting("Nhiệm vụ này không chờ xác nhận lời chỉ đạo.")
    on = timezone.localtime(at).date()
    require(
        policies.can_confirm_order(by, origin, has_paper=document is not None, on=on),
        "Chỉ người đã chỉ đạo xác nhận được; người giao việc khác phải nêu văn bản xác nhận.",
    )
    if document and not documents.Document.objects.visible_to(by).filter(pk=document.pk).exists():
        raise PaperUnseen("Ông/bà không xem được văn bản này.", field="document")

    origin.confirmed_at, origin.confirmed_by, origin.confirmed_in = at, by, document
    origin.save(update_fields=["confirmed_at", "confirmed_by", "confirmed_in"])
    settle(origin.task.item, "unconfirmed", at=at)
    way = f"bằng {document}" if document else "trên hệ thống"
    audit.record("tasks.order_confirmed", origin.task, by=by, at=at, facts={"way": way})
    return origin


def _row(origin: Origin, task: Task) -> TaskOrigin:
    is_spoken = origin.kind == TaskOrigin.Kind.SPOKEN
    return TaskOrigin(
        task=task,
        kind=origin.kind,
        occasion=origin.occasion.strip(),
        said_on=origin.said_on,
        said_by=origin.said_by.strip(),
        said_to=origin.said_to.strip(),
        words=origin.words.strip(),
        confirmer=origin.confirmer if is_spoken else None,
    )


def _facts(origin: TaskOrigin) -> dict[str, str]:
    kind = origin.get_kind_display()
    said_to = f" với {origin.said_to}" if origin.said_to else ""
    return {
        "kind": f"{kind[0].lower()}{kind[1:]}"
        + (f", {origin.occasion}" if origin.occasion else ""),
        "said_on": day_words(origin.said_on),
        "speech": f"{origin.said_by}{said_to}: {sentence(origin.words)}",
    }


def _ask_confirmation(task: Task, confirmer: org.Post, *, by: org.User, at: datetime) -> None:
    on = timezone.localtime(at).date()
    people = [
        person
        for person in org.holders_of([confirmer], on=on).values()
        if person.pk != by.person_id
    ]
    notices.tell(
        kind="unconfirmed",
        people=people,
        subject=task.item,
        title=f"{by} đã giao theo lời chỉ đạo của ông/bà; đề nghị ông/bà xác nhận bằng văn bản.",
        body=task.origin.words,
        at=at,
    )
