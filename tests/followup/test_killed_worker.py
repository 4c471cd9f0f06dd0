"""A real worker, killed in the middle of reminding and started again; and two at once."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.followup.towns import START, at, give_task, lay_out_town

from baro.followup.models import Reminder
from baro.followup.operations.reminding import remind
from baro.kernel.audit import AuditEvent
from baro.kernel.relay.api import rescue_stalled_jobs
from baro.notices.api import Notice

pytestmark = pytest.mark.django_db(transaction=True)
JOB = "every:baro.followup.jobs.remind_people"
WORKER = """
import django
django.setup()
from django.conf import settings
settings.DATABASES["default"]["NAME"] = {name!r}
from baro.config.worker_app import worker_app
worker = worker_app()
worker.periodic_registry.periodic_tasks.clear()  # only what the test asks for, at its moment
worker.run_worker(queues=["periodic"], wait=False)
"""
_BLOCKED = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = %s"


def test_a_worker_killed_in_the_middle_leaves_nothing_and_the_next_does_it_once() -> None:
    town = lay_out_town()
    remind(at=START)
    tasks = [give_task(town) for _ in range(5)]
    app.configure_task(JOB).defer(timestamp=int(at(9, 9).timestamp()))

    with _trail_held():
        worker = _worker()
        _wait_until(lambda: _count(_BLOCKED, [_database()]) > 0)
        worker.send_signal(signal.SIGKILL)
        worker.wait(timeout=10)
    _wait_until(lambda: _count(_BLOCKED, [_database()]) == 0)

    assert worker.returncode == -signal.SIGKILL
    assert not Reminder.objects.exists()
    assert ProcrastinateJob.objects.get(task_name=JOB).status == "doing"
    _let_heartbeats_end()
    assert rescue_stalled_jobs(at=at(9, 10)) == 1
    assert _worker().wait(timeout=30) == 0
    assert ProcrastinateJob.objects.get(task_name=JOB).status == "succeeded"
    rows = Reminder.objects.values_list("item", "is_caught_up")
    assert sorted(rows) == [(task.pk, False) for task in tasks]
    assert Notice.objects.count() == 5
    assert AuditEvent.objects.filter(name="followup.task_reminded").count() == 5


def test_two_workers_at_once_remind_once() -> None:
    town = lay_out_town()
    remind(at=START)
    for _ in range(20):
        give_task(town)
    gate = Barrier(2)

    def run(minute: int) -> Any:
        try:
            gate.wait(timeout=10)
            return remind(at=at(9, 9).replace(minute=minute))
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(run, [0, 5]))

    assert Reminder.objects.count() == Notice.objects.count() == 20


def _worker() -> "subprocess.Popen[bytes]":
    """The worker of the product, on the database of this test; it ends when the queue is empty."""
    program = WORKER.format(name=_database())
    return subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", program],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": "src:."},
    )


@contextmanager
def _trail_held() -> Any:
    """Nobody can write a trace: whoever reminds stands still with half of it done."""
    other = connection.copy()
    other.set_autocommit(False)
    try:
        with other.cursor() as cursor:
            cursor.execute("LOCK TABLE kernel_auditevent IN SHARE MODE")
        yield
    finally:
        other.rollback()
        other.close()


def _let_heartbeats_end() -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = %s", [START])


def _database() -> str:
    return str(connection.settings_dict["NAME"])


def _count(question: str, values: list[Any]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        [found] = cursor.fetchone() or (0,)
    return int(found)


def _wait_until(is_so: Callable[[], bool]) -> None:
    """The other process tells by the database alone; half a minute is far too long for it."""
    ends_at = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < ends_at, "the worker did not come so far"
        time.sleep(0.05)
