"""A paper leaves the desk: into a register, or put away."""

from datetime import datetime
from typing import Unpack

from django.db import transaction

from baro.documents.models import Document, Intake
from baro.documents.operations.details import DocumentDetails
from baro.documents.operations.papers import Paper
from baro.documents.operations.registration import register_paper
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.org import api as org


class IntakeNotRead(DomainError):
    pass


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
    """Enter what was taken in into a register, as it was read; the intake is gone afterwards."""
    intake = Intake.objects.select_for_update(of=("self",)).select_related("file").get(pk=intake.pk)
    require(intake.received_by_id == by.pk)
    if not intake.is_ready:
        raise IntakeNotRead("Văn bản này chưa đọc xong nên chưa vào sổ được.")

    document = register_paper(
        paper=_paper(intake), register=register, owner_unit=owner_unit, by=by, at=at, **details
    )
    if intake.notes:
        facts = {"notes": " ".join(intake.notes)}
        audit.record("documents.document_text_noted", document, by=by, at=at, facts=facts)
    intake.delete()
    return document


@transaction.atomic
def discard_intake(*, intake: Intake, by: org.User, at: datetime) -> None:
    """Put the paper away without registering it; a reading under way stops by itself."""
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


def _paper(intake: Intake) -> Paper:
    return Paper(
        text=intake.text,
        pages=intake.pages or [0],
        content=None,
        file_name=intake.file_name,
        stored=intake.file,
    )
