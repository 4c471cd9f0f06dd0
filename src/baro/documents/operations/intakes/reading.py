"""The long reading of a stored file, in the background: page by page, stopped when asked.

Each step is its own short transaction, so that the page shows how far it is. A run that was
overtaken (stopped, or begun anew after its worker died) finds nothing to write to, and ends.
"""

import logging
from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from baro.documents.extraction.refusals import ReadingStopped
from baro.documents.models import Intake
from baro.documents.operations.papers import Paper, read_through
from baro.documents.operations.secrecy import SecretRefused
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.files import api as files

log = logging.getLogger(__name__)
_MOST_RESTARTS = 3
_DIED = (
    "Máy chủ đã phải dừng giữa chừng nhiều lần khi đọc tệp này. Ông/bà cho đọc lại, hoặc tách tệp "
    "thành nhiều phần nhỏ rồi gửi từng phần."
)
_BROKE = (
    "Chương trình gặp lỗi khi đọc tệp này; tệp vẫn được giữ. Ông/bà cho đọc lại, hoặc gửi bản khác "
    "của văn bản."
)
Now = Callable[[], datetime]


def read_intake(*, intake_id: int, now: Now) -> None:
    """Read one queued file to its end; whatever comes of it stands in its row afterwards."""
    intake = _begin(intake_id, at=now())
    if intake is None:
        return
    try:
        paper = _read(intake, now)
    except DomainError as refusal:
        _end(intake, refusal, at=now())
    except Exception as error:  # one file must not stop the worker; its text stays out of the log
        log.error("Reading of intake %s ended in %s", intake_id, _kind_and_place(error))  # noqa: TRY400
        _fail(intake, _BROKE, at=now())
    else:
        _finish(intake, paper, at=now())


def fail_abandoned_readings(*, silent_since: datetime, at: datetime) -> int:
    """Show what no reader has touched for long as failed, with a retry; says how many."""
    silent = Intake.objects.filter(state=Intake.State.READING, progress_at__lt=silent_since)
    return sum(_fail(intake, _DIED, at=at) for intake in silent.order_by("pk"))


@transaction.atomic
def _begin(intake_id: int, *, at: datetime) -> Intake | None:
    rows = Intake.objects.select_for_update(of=("self",)).select_related("file", "received_by")
    intake = rows.filter(pk=intake_id).first()
    if intake is None or not intake.may_become(Intake.State.READING):
        return None
    if intake.is_reading:
        intake.restarts += 1
    if intake.restarts > _MOST_RESTARTS:
        _fail(intake, _DIED, at=at)
        return None
    intake.state, intake.progress_at = Intake.State.READING, at
    intake.run += 1
    intake.save()
    return intake


def _read(intake: Intake, now: Now) -> Paper:
    mine = Intake.objects.filter(pk=intake.pk).begun_as(intake.run)

    def on_page(done: int, total: int) -> None:
        mine.update(pages_done=done, pages_total=total, progress_at=now())

    def should_stop() -> bool:
        return not mine.exists()

    assert intake.file is not None  # noqa: S101 - only files are queued
    with files.open_file(intake.file) as file:
        content = file.read()
    return read_through(content, intake.file_name, on_page=on_page, should_stop=should_stop)


def _end(intake: Intake, refusal: DomainError, *, at: datetime) -> None:
    """A reading that was stopped leaves nothing to say: whoever stopped it has left the trace."""
    if isinstance(refusal, SecretRefused):
        _remove(intake, refusal.grade, at=at)
    elif not isinstance(refusal, ReadingStopped):
        _fail(intake, refusal.message, at=at)


@transaction.atomic
def _finish(intake: Intake, paper: Paper, *, at: datetime) -> None:
    if not _still_mine(intake):
        return
    intake.state, intake.text = Intake.State.READY, paper.text
    intake.pages, intake.notes = paper.pages, list(paper.notes)
    intake.attachment_count, intake.progress_at = paper.attachment_count, at
    fields = ["state", "text", "pages", "notes", "attachment_count", "progress_at"]
    intake.save(update_fields=fields)
    audit.record("documents.intake_read", intake, by=None, at=at, cause={"run": intake.run})


@transaction.atomic
def _fail(intake: Intake, reason: str, *, at: datetime) -> bool:
    if not _still_mine(intake):
        return False
    intake.state, intake.failure = Intake.State.FAILED, reason[:500]
    intake.save(update_fields=["state", "failure"])
    facts = {"reason": intake.failure}
    audit.record("documents.intake_failed", intake, by=None, at=at, facts=facts)
    return True


@transaction.atomic
def _remove(intake: Intake, grade: str, *, at: datetime) -> None:
    """Row and bytes go; the trace keeps who and when, and no word of the paper or of its name."""
    if not _still_mine(intake):
        return
    facts = {"grade": grade, "taker": intake.received_by_id, "taken_in": at.isoformat()}
    audit.record("documents.secret_intake_removed", intake, by=None, at=at, facts=facts)
    Intake.objects.filter(pk=intake.pk).delete()
    if intake.file:
        files.remove_file(intake.file)


def _still_mine(intake: Intake) -> bool:
    rows = Intake.objects.select_for_update(of=("self",)).filter(pk=intake.pk)
    return rows.begun_as(intake.run).exists()


def _kind_and_place(error: Exception) -> str:
    place = error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    where = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else "nowhere"
    return f"{type(error).__name__} at {where}"
