"""Taking a paper in: read, shown with its head, and kept until it is registered or put away."""

from datetime import datetime
from typing import Unpack

from django.db import transaction
from django.utils import timezone

from baro.documents import policies
from baro.documents.models import Document, Intake
from baro.documents.operations.details import DocumentDetails
from baro.documents.operations.numbers import WHO_REGISTERS
from baro.documents.operations.papers import make_ready
from baro.documents.operations.registration import register_document
from baro.kernel import audit
from baro.kernel.files import api as files
from baro.kernel.policies import require
from baro.org import api as org


@transaction.atomic
def take_in_document(
    *,
    content: bytes | None = None,
    file_name: str = "",
    text: str | None = None,
    by: org.User,
    at: datetime,
) -> Intake:
    """Take a file or a pasted text in for checking. A text with a secrecy mark leaves no row."""
    require(policies.can_register_somewhere(by, on=timezone.localdate(at)), WHO_REGISTERS)
    paper = make_ready(content=content, file_name=file_name, text=text)

    stored = None
    if paper.content is not None:
        stored = files.store_file(paper.content, name=paper.file_name, at=at)
    intake = Intake.objects.create(
        file=stored, file_name=paper.file_name, text=paper.text, received_at=at, received_by=by
    )
    audit.record("documents.document_taken_in", intake, by=by, at=at)
    return intake


@transaction.atomic
def register_intake(
    *,
    intake: Intake,
    register: str,
    owner_unit: org.Unit,
    by: org.User,
    at: datetime,
    **details: Unpack[DocumentDetails],
) -> Document:
    """Enter what was taken in into a register; the intake is gone afterwards."""
    intake = Intake.objects.select_for_update(of=("self",)).select_related("file").get(pk=intake.pk)
    require(intake.received_by_id == by.pk)

    document = register_document(
        register=register,
        owner_unit=owner_unit,
        content=_content(intake),
        file_name=intake.file_name,
        text=None if intake.file else intake.text,
        by=by,
        at=at,
        **details,
    )
    intake.delete()
    return document


@transaction.atomic
def discard_intake(*, intake: Intake, by: org.User, at: datetime) -> None:
    """Put the paper away without registering it."""
    intake = Intake.objects.select_for_update().get(pk=intake.pk)
    require(intake.received_by_id == by.pk)

    audit.record("documents.intake_discarded", intake, by=by, at=at)
    intake.delete()


@transaction.atomic
def discard_stale_intakes(*, received_before: datetime, at: datetime) -> int:
    """Put away what was taken in long ago and never registered; the answer says how many."""
    stale = Intake.objects.select_for_update().filter(received_at__lt=received_before)
    found = list(stale.order_by("pk"))

    audit.record_many("documents.intake_discarded", [(i, {}) for i in found], by=None, at=at)
    Intake.objects.filter(pk__in=[intake.pk for intake in found]).delete()
    return len(found)


def _content(intake: Intake) -> bytes | None:
    if intake.file is None:
        return None
    with files.open_file(intake.file) as file:
        return file.read()
