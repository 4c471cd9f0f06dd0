"""Trying again by hand what gave up."""

from datetime import datetime

from django.db import transaction

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import can_manage_system, require
from baro.notices.models import Letter
from baro.org import api as org


class LetterNotInTrouble(DomainError):
    pass


@transaction.atomic
def retry_letter(*, letter: Letter, by: org.User, at: datetime) -> Letter:
    """Send a letter that gave up, was refused, or of which nobody knows, on its way once more."""
    letter = Letter.objects.select_for_update(no_key=True).get(pk=letter.pk)
    require(can_manage_system(by), "Chỉ quản trị hệ thống gửi lại được thư báo.")
    if not letter.is_troubled:
        raise LetterNotInTrouble("Thư này không ở trạng thái cần gửi lại.")

    letter.state, letter.attempts, letter.next_try_at = Letter.State.WAITING, 0, at
    letter.save(update_fields=["state", "attempts", "next_try_at"])
    audit.record("notices.letter_retried", letter, by=by, at=at)
    return letter
