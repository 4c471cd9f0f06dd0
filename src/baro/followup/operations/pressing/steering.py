"""Letting a round out, stopping it on the way, and going on."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from baro.followup import policies
from baro.followup.models import Pressing, PressingLetter
from baro.followup.operations.pressing.guards import (
    WHO_ISSUES,
    PressingMovedOn,
    locked,
    refuse_words,
)
from baro.followup.operations.pressing.preparing import PressingText, revise_pressing
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.org import api as org


class SignerMissing(DomainError):
    pass


@transaction.atomic
def start_pressing(*, pressing: Pressing, by: org.User, at: datetime) -> Pressing:
    """Have the letters issued that are still to go out, by a job, one after the other.

    Also goes on after a stop, and tries again what could not be issued.
    """
    pressing = locked(pressing)
    today = timezone.localdate(at)
    require(policies.can_issue_pressing(by, pressing, on=today), WHO_ISSUES)
    if not pressing.may_become(Pressing.Status.ISSUING):
        raise PressingMovedOn("Đợt đôn đốc này đang được phát hành.")
    refuse_words(pressing.opening, pressing.ask, pressing.answer_by, on=today)
    _refuse_signer(pressing, today)
    left = pressing.letters.filter(
        status__in=[PressingLetter.Status.WAITING, PressingLetter.Status.FAILED]
    )
    count = left.update(status=PressingLetter.Status.WAITING, failure="")
    if not count:
        raise PressingMovedOn("Mọi công văn của đợt này đã phát hành.")

    pressing.status, pressing.progress_at, pressing.finished_at = Pressing.Status.ISSUING, at, None
    pressing.started_at, pressing.started_by = at, by
    pressing.save()
    audit.record("followup.pressing_started", pressing, by=by, at=at, facts={"count": count})
    return pressing


@transaction.atomic
def revise_and_start(
    *, pressing: Pressing, text: PressingText, by: org.User, at: datetime
) -> Pressing:
    """Let out exactly what stands on the writer's screen."""
    pressing = revise_pressing(pressing=pressing, text=text, by=by, at=at)
    return start_pressing(pressing=pressing, by=by, at=at)


@transaction.atomic
def stop_pressing(*, pressing: Pressing, by: org.User, at: datetime) -> Pressing:
    """Stop between two letters; what went out stays, the rest waits."""
    pressing = locked(pressing)
    require(policies.can_issue_pressing(by, pressing, on=timezone.localdate(at)), WHO_ISSUES)
    if not pressing.may_become(Pressing.Status.STOPPED):
        raise PressingMovedOn("Đợt đôn đốc này không còn đang phát hành nên không dừng được nữa.")

    pressing.status = Pressing.Status.STOPPED
    pressing.save(update_fields=["status"])
    audit.record("followup.pressing_stopped", pressing, by=by, at=at)
    return pressing


def _refuse_signer(pressing: Pressing, today: date) -> None:
    if pressing.signer is None:
        raise SignerMissing("Chưa chọn người ký công văn.", field="signer")
    if not pressing.signer.is_live(on=today):
        raise SignerMissing(
            f"{pressing.signer.person} không còn giữ chức danh {pressing.signer.post.title}. "
            "Ông/bà chọn lại người ký.",
            field="signer",
        )
