"""The kernel's own periodic work."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

from baro.kernel import relay
from baro.kernel.audit.models import AuditEvent
from baro.kernel.audit.operations import seal_day
from baro.kernel.audit.seals import first_broken_seal
from baro.kernel.files import api as files
from baro.kernel.relay import api as relay_api
from baro.kernel.rest.operations import forget_replies
from baro.kernel.webhooks import operations as webhooks

_KEPT_HOURS = 24 * 7


class SealBroken(Exception):
    """Somebody changed the past with the database's own powers."""


@relay.daily(at="00:45")
def seal_traces(at: datetime) -> None:
    seal_day(day=at.date() - timedelta(days=1), at=at)


@relay.every("30 19 * * 6")
def look_over_seals(at: datetime) -> None:
    """Weekly; a broken seal stays on the health page as a job that failed."""
    broken = first_broken_seal()
    if broken:
        raise SealBroken(f"{broken}: dấu vết không còn như khi niêm phong.")


@relay.every("0 20 * * 5")
def start_file_sweep(at: datetime) -> None:
    """Every Saturday at three in the morning, by the city's clock."""
    files.start_sweep(by=None, at=at)


@relay.on("kernel.file_sweep_started", one_at_a_time=True)
def walk_through_store(event_ids: Sequence[int]) -> None:
    """Goes on where a walk that was cut off has stopped."""
    started = AuditEvent.objects.filter(pk__in=event_ids).values("target_id")
    for sweep in files.FileSweep.objects.filter(pk__in=started, ended_at__isnull=True):
        while files.sweep_batch(sweep=sweep, at=timezone.now()):
            pass
        files.finish_sweep(sweep=sweep, at=timezone.now())


@relay.every("* * * * *")
def rescue_stalled_jobs(at: datetime) -> None:
    """A worker that was killed leaves its jobs behind as if they were still under way."""
    relay_api.rescue_stalled_jobs(at=at)


@relay.every("* * * * *")
def tell_other_systems(at: datetime) -> None:
    """Within a minute of what happened."""
    webhooks.send_waiting(at=timezone.now())


@relay.daily(at="01:15")
def clear_finished_jobs(at: datetime) -> None:
    """Finished jobs of the last week are kept for looking things up; failed ones stay."""
    app.configure_task("builtin:procrastinate.builtin_tasks.remove_old_jobs").defer(
        max_hours=_KEPT_HOURS
    )


@relay.daily(at="01:25")
def clear_kept_replies(at: datetime) -> None:
    """A caller who is unsure asks again within hours; a week is plenty."""
    forget_replies(answered_before=at - timedelta(hours=_KEPT_HOURS))


@relay.daily(at="01:35")
def clear_sent_webhooks(at: datetime) -> None:
    """A month is enough for looking up what another system was told."""
    webhooks.forget_sent(answered_before=at - timedelta(days=30))
