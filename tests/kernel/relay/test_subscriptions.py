from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from baro.kernel import audit, relay
from baro.kernel.audit.models import AuditEvent
from baro.kernel.relay.api import (
    JobHasNotFailed,
    failed_jobs,
    queue_state,
    rescue_stalled_jobs,
    retry_failed_job,
)
from baro.kernel.rules.models import Rule

pytestmark = pytest.mark.django_db(transaction=True)
EVENT = "relaytest.rule_touched"
_heard: list[Sequence[int]] = []
_broken = [False]


@relay.on(EVENT)
def _listen(event_ids: Sequence[int]) -> None:
    if _broken[0]:
        raise RuntimeError("The line is down.")
    _heard.append(event_ids)


@relay.on(EVENT)
def _listen_too(event_ids: Sequence[int]) -> None:
    """A second subscriber has a job of its own."""


@pytest.fixture(autouse=True)
def _quiet_line() -> Iterator[None]:
    _heard.clear()
    _broken[0] = False
    yield
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")


@pytest.fixture
def rule() -> Rule:
    return Rule.objects.create(key="t.rule", title="Một quy định để thử")


def test_a_committed_event_leaves_one_job_for_each_subscriber(rule: Rule, noon: datetime) -> None:
    with transaction.atomic():
        event = audit.record(EVENT, rule, by=None, at=noon)

    jobs = _jobs()
    assert [job.args for job in jobs] == [{"event_ids": [event.pk]}] * 2
    assert {job.task_name.rsplit(".", 1)[-1] for job in jobs} == {"_listen", "_listen_too"}


def test_a_rolled_back_event_leaves_nothing(rule: Rule, noon: datetime) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        audit.record(EVENT, rule, by=None, at=noon.replace(hour=1 // 0))
    with transaction.atomic():
        audit.record(EVENT, rule, by=None, at=noon)
        transaction.set_rollback(True)

    assert _jobs() == []
    assert not AuditEvent.objects.about(rule).exists()


def test_many_events_share_jobs_of_bounded_size(noon: datetime) -> None:
    rules = Rule.objects.bulk_create(Rule(key=f"t.{n}", title=f"{n}") for n in range(1001))

    events = audit.record_many(EVENT, [(rule, {}) for rule in rules], by=None, at=noon)

    heard = [job.args["event_ids"] for job in _jobs() if job.task_name.endswith("_listen")]
    assert [len(part) for part in heard] == [500, 500, 1]
    assert [pk for part in heard for pk in part] == [event.pk for event in events]


def test_the_worker_runs_the_job(rule: Rule, noon: datetime) -> None:
    event = audit.record(EVENT, rule, by=None, at=noon)

    _work()

    assert _heard == [[event.pk]]
    assert {job.status for job in _jobs()} == {"succeeded"}


def test_a_failing_job_is_tried_again_later(rule: Rule, noon: datetime) -> None:
    _broken[0] = True
    audit.record(EVENT, rule, by=None, at=noon)

    _work()

    (job,) = (job for job in _jobs() if job.task_name.endswith("_listen"))
    assert (job.status, job.attempts) == ("todo", 1)
    assert job.scheduled_at is not None
    assert failed_jobs() == ()


def test_a_job_that_gave_up_is_seen_and_runs_again_on_request(
    rule: Rule, noon: datetime, administrator: Any
) -> None:
    job_id = _given_up(rule, noon)

    (failed,) = failed_jobs()
    assert (failed.id, failed.attempts) == (job_id, 7)
    assert failed.failed_at is not None
    assert queue_state(at=noon).failed == 1

    job = retry_failed_job(job_id=job_id, by=administrator, at=noon)
    _broken[0] = False
    _work()

    assert len(_heard) == 1
    assert failed_jobs() == ()
    assert audit.history(job)[0].text.startswith("Trần Văn Quản đã cho chạy lại công việc nền")


def test_only_an_administrator_runs_a_job_again(rule: Rule, noon: datetime, stranger: Any) -> None:
    job_id = _given_up(rule, noon)

    with pytest.raises(PermissionDenied):
        retry_failed_job(job_id=job_id, by=stranger, at=noon)


def test_a_job_is_run_again_once(rule: Rule, noon: datetime, administrator: Any) -> None:
    job_id = _given_up(rule, noon)
    retry_failed_job(job_id=job_id, by=administrator, at=noon)

    with pytest.raises(JobHasNotFailed):
        retry_failed_job(job_id=job_id, by=administrator, at=noon)
    with pytest.raises(JobHasNotFailed):
        retry_failed_job(job_id=-1, by=administrator, at=noon)


def _given_up(rule: Rule, at: datetime) -> int:
    """A job whose last attempt fails now."""
    _broken[0] = True
    audit.record(EVENT, rule, by=None, at=at)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET attempts = 6")
    _work()
    return next(job.pk for job in _jobs() if job.task_name.endswith("_listen"))


def _jobs() -> list[ProcrastinateJob]:
    return list(ProcrastinateJob.objects.filter(task_name__startswith=EVENT).order_by("pk"))


def _work() -> None:
    connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
    with app.replace_connector(connector) as worker:
        worker.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)


def test_the_jobs_of_a_worker_that_died_are_put_back_until_it_is_no_use(
    rule: Rule, noon: datetime
) -> None:
    audit.record_many(EVENT, [(rule, {})] * 2, by=None, at=noon)
    audit.record(EVENT, rule, by=None, at=noon)
    once, often, alive, *_ = (job.pk for job in _jobs())
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (%s)", [noon])
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing'")
        cursor.execute("UPDATE procrastinate_jobs SET attempts = 5 WHERE id = %s", [often])
        cursor.execute(
            "UPDATE procrastinate_jobs SET worker_id = (SELECT max(id) FROM procrastinate_workers)"
            " WHERE id NOT IN (%s, %s)",
            [once, often],
        )

    assert rescue_stalled_jobs(at=noon) == 2

    states = {job.pk: job.status for job in _jobs()}
    assert (states[once], states[often], states[alive]) == ("todo", "failed", "doing")
    assert rescue_stalled_jobs(at=noon + timedelta(minutes=5)) == len(states) - 2
