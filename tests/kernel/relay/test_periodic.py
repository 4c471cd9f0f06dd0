from datetime import datetime

from procrastinate.contrib.django import app

from baro.kernel import relay
from baro.kernel.calendar.api import CITY

_runs: list[datetime] = []


@relay.daily(at="05:30")
def _wake(at: datetime) -> None:
    _runs.append(at)


@relay.every("*/15 * * * *")
def _look(at: datetime) -> None:
    """Looks around four times an hour."""


def test_a_daily_job_is_planned_in_the_citys_time() -> None:
    assert _crons()[f"every:{__name__}._wake"] == "30 22 * * *"


def test_a_frequent_job_keeps_its_expression() -> None:
    assert _crons()[f"every:{__name__}._look"] == "*/15 * * * *"


def test_the_job_is_told_the_moment_it_was_planned_for() -> None:
    planned = datetime(2026, 9, 9, 5, 30, tzinfo=CITY)

    app.tasks[f"every:{__name__}._wake"](timestamp=int(planned.timestamp()))

    assert _runs == [planned]


def test_the_kernels_own_daily_work_is_planned() -> None:
    assert {name for name in _crons() if "kernel.jobs" in name} == {
        "every:baro.kernel.jobs.seal_traces",
        "every:baro.kernel.jobs.clear_finished_jobs",
        "every:baro.kernel.jobs.clear_kept_replies",
        "every:baro.kernel.jobs.clear_sent_webhooks",
        "every:baro.kernel.jobs.tell_other_systems",
        "every:baro.kernel.jobs.look_over_seals",
        "every:baro.kernel.jobs.rescue_stalled_jobs",
        "every:baro.kernel.jobs.start_file_sweep",
    }


def _crons() -> dict[str, str]:
    periodic = app.periodic_registry.periodic_tasks
    return {task.task.name: task.cron for task in periodic.values()}
