"""Telling who stands for whom, from when to when: `org` stands below and cannot tell it itself."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from baro.kernel.audit import AuditEvent
from baro.kernel.ui.filters import day
from baro.notices.operations.telling import Telling, tell_many
from baro.org import api as org

_KIND = "standing_in"
# A worker that was down makes up for so many days.
_LOOKED_BACK = timedelta(days=7)


@transaction.atomic
def tell_given(*, event_ids: Sequence[int], at: datetime) -> list[int]:
    """Tell the substitute and who is away what was agreed, but not who did it."""
    return tell_many([_given(one, by) for one, by in _meant(event_ids)], at=at)


@transaction.atomic
def tell_ended(*, event_ids: Sequence[int], at: datetime) -> list[int]:
    """Tell both that it was ended before its last day."""
    return tell_many([_ended(one, by) for one, by in _meant(event_ids)], at=at)


@transaction.atomic
def tell_run_out(*, at: datetime) -> list[int]:
    """Tell both, on the day after the last one; an end before time was told when it came."""
    today = timezone.localtime(at).date()
    over = org.Substitution.objects.filter(valid_to__lte=today, valid_to__gt=today - _LOOKED_BACK)
    found = over.select_related("giver", "substitute").in_bulk()
    ended = AuditEvent.objects.filter(
        name="org.substitution_ended",
        target_type=org.Substitution._meta.label_lower,
        target_id__in=found,
    )
    told = set(ended.values_list("target_id", flat=True))
    return tell_many([_ended(one, None) for key, one in found.items() if key not in told], at=at)


def _given(given: org.Substitution, by: org.User | None) -> Telling:
    return _telling(
        given,
        "given",
        f"{given.substitute} thay {given.giver} từ {day(given.valid_from)} đến hết "
        f"{day(given.last_day)}, theo văn bản {given.order_number}.",
        "Trong những ngày này, người thay làm được những gì chức danh của người vắng cho phép; "
        "việc chờ người vắng cũng đến người thay.",
        by,
    )


def _ended(given: org.Substitution, by: org.User | None) -> Telling:
    if given.valid_from == given.valid_to:
        title = f"Việc {given.substitute} thay {given.giver} đã được hủy trước khi có hiệu lực."
        return _telling(given, "ended", title, "", by)
    title = f"{given.substitute} thôi thay {given.giver} từ {day(given.valid_to)}."
    body = "Người thay không còn xem và làm thay được việc của người vắng."
    return _telling(given, "ended", title, body, by)


def _telling(
    given: org.Substitution, part: str, title: str, body: str, by: org.User | None
) -> Telling:
    people = [given.substitute, given.giver]
    key = f"substitution:{given.pk}:{part}"
    return Telling(_KIND, people, given, title, body, f"org.substitution_{part}", key, by)


def _meant(event_ids: Sequence[int]) -> list[tuple[org.Substitution, org.User | None]]:
    events = AuditEvent.objects.filter(pk__in=event_ids).order_by("pk")
    found = org.Substitution.objects.select_related("giver", "substitute")
    known = found.in_bulk([event.target_id for event in events])
    actors = org.User.objects.in_bulk([e.actor_id for e in events if e.actor_id])
    return [
        (known[e.target_id], actors.get(e.actor_id or 0)) for e in events if e.target_id in known
    ]
