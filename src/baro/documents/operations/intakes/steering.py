"""The taker's word in the middle of a long reading: stop, and try again."""

from datetime import datetime

from django.db import transaction

from baro.documents.models import Intake
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.org import api as org


class IntakeMovedOn(DomainError):
    pass


@transaction.atomic
def cancel_reading(*, intake: Intake, by: org.User, at: datetime) -> Intake:
    """Stop between two pages; the file stays, so that it can be read later."""
    intake = _locked(intake, by)
    if not intake.may_become(Intake.State.CANCELLED):
        raise IntakeMovedOn("Văn bản này không còn trong lúc đọc nên không dừng được nữa.")

    intake.state = Intake.State.CANCELLED
    intake.save(update_fields=["state"])
    audit.record("documents.reading_cancelled", intake, by=by, at=at)
    return intake


@transaction.atomic
def retry_reading(*, intake: Intake, by: org.User, at: datetime) -> Intake:
    """Queue a file again that was not read, or whose reading was stopped."""
    intake = _locked(intake, by)
    if not intake.may_become(Intake.State.WAITING):
        raise IntakeMovedOn("Văn bản này đang được đọc hoặc đã đọc xong, không cần đọc lại.")

    intake.state = Intake.State.WAITING
    intake.failure, intake.restarts = "", 0
    intake.pages_done = 0
    intake.progress_at = at
    intake.save()
    audit.record("documents.intake_queued", intake, by=by, at=at)
    return intake


def _locked(intake: Intake, by: org.User) -> Intake:
    intake = Intake.objects.select_for_update(of=("self",)).get(pk=intake.pk)
    require(intake.received_by_id == by.pk)
    return intake
