"""The kernel's own periodic work."""

from datetime import datetime, timedelta

from procrastinate.contrib.django import app

from baro.kernel import relay
from baro.kernel.audit.operations import seal_day

_KEPT_HOURS = 24 * 7


@relay.daily(at="00:45")
def seal_traces(at: datetime) -> None:
    seal_day(day=at.date() - timedelta(days=1), at=at)


@relay.daily(at="01:15")
def clear_finished_jobs(at: datetime) -> None:
    """Finished jobs of the last week are kept for looking things up; failed ones stay."""
    app.configure_task("builtin:procrastinate.builtin_tasks.remove_old_jobs").defer(
        max_hours=_KEPT_HOURS
    )
