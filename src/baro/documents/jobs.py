"""Background work of the registers."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils import timezone

from baro.documents.operations import intakes
from baro.kernel import relay
from baro.kernel.audit import AuditEvent

_KEPT = timedelta(days=30)
_SILENCE = timedelta(minutes=15)


@relay.on("documents.intake_queued", one_at_a_time=True)
def read_intakes(event_ids: Sequence[int]) -> None:
    """Read what is too slow to wait for; a file that is gone or read already is passed over."""
    events = AuditEvent.objects.filter(pk__in=event_ids).order_by("pk")
    for intake_id in events.values_list("target_id", flat=True):
        intakes.read_intake(intake_id=intake_id, now=timezone.now)


@relay.every("*/5 * * * *")
def fail_abandoned_readings(at: datetime) -> None:
    """Should a reading be lost in spite of all, its taker is told and may have it read again."""
    intakes.fail_abandoned_readings(silent_since=at - _SILENCE, at=at)


@relay.daily(at="02:10")
def discard_stale_intakes(at: datetime) -> None:
    """What nobody registered within a month is no longer kept."""
    intakes.discard_stale_intakes(received_before=at - _KEPT, at=at)
