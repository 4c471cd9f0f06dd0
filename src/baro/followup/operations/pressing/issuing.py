"""The letters of a round go out one by one, each in a transaction of its own with its number.

A run that was overtaken (stopped, or begun anew after its worker died) finds nothing of its own
to do, and ends. A letter whose transaction broke off has used no number.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from baro.documents import api as documents
from baro.followup import pressing_text
from baro.followup.models import PressedItem, Pressing, PressingLetter
from baro.followup.operations.pressing.preparing import letter_content
from baro.followup.queries.pressing_choice import PRESSABLE
from baro.kernel import audit
from baro.kernel.calendar import api as calendars
from baro.kernel.errors import DomainError
from baro.notices import api as notices
from baro.org import api as org
from baro.work import api as work

log = logging.getLogger(__name__)
_BROKE = "Chương trình gặp lỗi khi phát hành công văn này; chưa dùng số nào. Ông/bà phát hành lại."
_NOT_ALLOWED = "Người phát hành không còn được giao quyền phát hành văn bản của đơn vị."
_LEFT_OUT = {
    work.State.DELIVERED: "đã nộp sản phẩm",
    work.State.UNCLEAR: "đang tạm dừng chờ làm rõ",
}
Now = Callable[[], datetime]


def issue_letters(*, pressing_id: int, now: Now) -> None:
    """Issue what is still to go out of one round; safe to begin again at any moment."""
    run = _begin(pressing_id, at=now())
    if run is None:
        return
    waiting = PressingLetter.objects.filter(
        pressing=pressing_id, status=PressingLetter.Status.WAITING
    )
    for letter_id in list(waiting.values_list("pk", flat=True)):
        if not _issue_or_tell(pressing_id, run, letter_id, now):
            return
    _finish(pressing_id, run, at=now())


@transaction.atomic
def stop_silent_pressings(*, silent_since: datetime, at: datetime) -> int:
    """Show rounds that no worker has touched for long as stopped, so that somebody goes on."""
    silent = Pressing.objects.select_for_update(no_key=True).filter(
        status=Pressing.Status.ISSUING, progress_at__lt=silent_since
    )
    found = list(silent.order_by("pk"))
    Pressing.objects.filter(pk__in=[one.pk for one in found]).update(status=Pressing.Status.STOPPED)
    audit.record_many("followup.pressing_abandoned", [(one, {}) for one in found], by=None, at=at)
    return len(found)


@transaction.atomic
def _begin(pressing_id: int, *, at: datetime) -> int | None:
    pressing = Pressing.objects.select_for_update(no_key=True).filter(pk=pressing_id).first()
    if pressing is None or not pressing.is_issuing:
        return None
    pressing.run, pressing.progress_at = pressing.run + 1, at
    pressing.save(update_fields=["run", "progress_at"])
    return pressing.run


def _issue_or_tell(pressing_id: int, run: int, letter_id: int, now: Now) -> bool:
    """Whether the run may go on; what stood in the way of one letter is written on it."""
    try:
        return _issue(pressing_id, run, letter_id, at=now())
    except DomainError as refusal:
        failure = refusal.message
    except PermissionDenied:
        failure = _NOT_ALLOWED
    except Exception:  # one letter must not stop the other 125
        log.exception("Letter %s of pressing %s was not issued", letter_id, pressing_id)
        failure = _BROKE
    return _fail(pressing_id, run, letter_id, failure)


@transaction.atomic
def _issue(pressing_id: int, run: int, letter_id: int, *, at: datetime) -> bool:
    pressing = _mine(pressing_id, run)
    if pressing is None:
        return False
    letter = PressingLetter.objects.select_related("unit").get(pk=letter_id)
    if not letter.is_waiting:
        return True
    by = pressing.started_by
    assert by is not None  # noqa: S101 - a constraint binds it to the status
    items = _still_owed(letter)
    if items:
        _send(pressing, letter, items, by=by, at=at)
    else:
        letter.status = PressingLetter.Status.NEEDLESS
    letter.save()
    Pressing.objects.filter(pk=pressing.pk).update(progress_at=at)
    return True


def _send(
    pressing: Pressing,
    letter: PressingLetter,
    items: Sequence[work.WorkItem],
    *,
    by: org.User,
    at: datetime,
) -> None:
    """Number, Word and PDF, register, recipient, and a trace on every item."""
    today = timezone.localdate(at)
    content = letter_content(pressing, letter.unit, items, on=today)
    draft = documents.write_paper(unit=pressing.unit, content=content, by=by, at=at)
    document = documents.issue_paper(draft=draft, version=draft.version, by=by, at=at)
    documents.share_document(document=document, units=[letter.unit], by=by, at=at)
    letter.status, letter.document = PressingLetter.Status.ISSUED, document
    letter.issued_at = at
    notices.tell(
        kind="pressed",
        people=org.recipients_of_unit(letter.unit, on=today),
        subject=letter,
        title=f"{pressing.unit.short_name} đôn đốc {len(items)} nhiệm vụ: {document}",
        body=f"Trả lời trước ngày {pressing.answer_by:%d/%m/%Y}.",
        at=at,
        cause="followup.item_pressed",
        key=f"pressing-letter:{letter.pk}",
    )
    audit.record_many(
        "followup.item_pressed",
        [(item.task, _facts(item, document, pressing, at)) for item in items],
        by=by,
        at=at,
        cause={"document": document.pk, "document_label": str(document)},
    )


def _facts(
    item: work.WorkItem, document: documents.Document, pressing: Pressing, at: datetime
) -> dict[str, str]:
    row = pressing_text.owed(item, on=timezone.localdate(at))
    late = "chưa quá hạn"
    if row.days_late is not None:
        late = f"đã {calendars.overdue_words(row.days_late)}" if row.days_late else "vừa quá hạn"
    return {
        "letter": str(document),
        "standing": late,
        "answer_by": pressing.answer_by.isoformat(),
    }


def _still_owed(letter: PressingLetter) -> list[work.WorkItem]:
    """The items that are still owed now; the others are marked with why they are left out."""
    rows = letter.pressed.select_related("item__task", "item__source_document").defer(
        "item__source_document__text", "item__source_document__pages"
    )
    kept, gone = [], []
    for pressed in rows.order_by("item__due_at", "item_id"):
        item = pressed.item
        if item.state in PRESSABLE:
            kept.append(item)
        else:
            pressed.left_out = _LEFT_OUT.get(work.State(item.state), "đã khép lại")
            gone.append(pressed)
    PressedItem.objects.bulk_update(gone, ["left_out"])
    return kept


@transaction.atomic
def _fail(pressing_id: int, run: int, letter_id: int, failure: str) -> bool:
    if _mine(pressing_id, run) is None:
        return False
    PressingLetter.objects.filter(pk=letter_id, status=PressingLetter.Status.WAITING).update(
        status=PressingLetter.Status.FAILED, failure=failure[:500]
    )
    return True


@transaction.atomic
def _finish(pressing_id: int, run: int, *, at: datetime) -> None:
    pressing = _mine(pressing_id, run)
    if pressing is None:
        return
    count = pressing.letters.filter(status=PressingLetter.Status.ISSUED).count()
    pressing.status, pressing.finished_at = Pressing.Status.ISSUED, at
    pressing.save(update_fields=["status", "finished_at"])
    audit.record("followup.pressing_issued", pressing, by=None, at=at, facts={"count": count})


def _mine(pressing_id: int, run: int) -> Pressing | None:
    """The round, locked while one letter goes out, if this run still has it."""
    rows = Pressing.objects.select_for_update(no_key=True, of=("self",))
    return (
        rows.select_related(
            "unit", "started_by__person", "signer__person", "signer__post__unit", "drafting_unit"
        )
        .filter(pk=pressing_id)
        .begun_as(run)
        .first()
    )
