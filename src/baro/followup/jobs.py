"""Background work of the follow-up."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils import timezone

from baro.followup.operations import pressing
from baro.followup.operations.comparing import compare
from baro.followup.operations.reminding import remind
from baro.followup.queries.ladder_page import COMPARED_AT, is_reminding_time
from baro.kernel import relay
from baro.kernel.audit import AuditEvent

_SILENCE = timedelta(minutes=15)


@relay.on("followup.pressing_started", one_at_a_time=True)
def issue_pressing_letters(event_ids: Sequence[int]) -> None:
    """Let the letters of a round out; what went out before is passed over."""
    events = AuditEvent.objects.filter(pk__in=event_ids).order_by("pk")
    for pressing_id in events.values_list("target_id", flat=True):
        pressing.issue_letters(pressing_id=pressing_id, now=timezone.now)


@relay.every("*/5 * * * *")
def stop_silent_pressings(at: datetime) -> None:
    """Should a round be lost in spite of all, its page says so and offers to go on."""
    pressing.stop_silent_pressings(silent_since=at - _SILENCE, at=at)


@relay.every("*/5 0-11 * * *")
def remind_people(at: datetime) -> None:
    """In the working hours of working days only; whatever came meanwhile is sent then."""
    if is_reminding_time(at):
        remind(at=at)


@relay.daily(at=f"{COMPARED_AT:%H:%M}")
def compare_reminders(at: datetime) -> None:
    """After a day's work: what should have been sent against what was."""
    compare(at=at)
