from datetime import datetime, timedelta

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from baro.kernel import audit, jobs
from baro.kernel.audit.models import AuditEvent, AuditSeal
from baro.kernel.rules.models import Rule

pytestmark = pytest.mark.django_db


@pytest.fixture
def rule(noon: datetime) -> Rule:
    rule = Rule.objects.create(key="t.rule", title="Quy định")
    audit.record("test.first", rule, by=None, at=noon)
    return rule


def test_the_night_seals_the_day_before(rule: Rule, noon: datetime) -> None:
    jobs.seal_traces(noon + timedelta(hours=13))

    assert AuditSeal.objects.get().day == noon.date()


def test_whole_seals_pass_the_weekly_look(rule: Rule, noon: datetime) -> None:
    jobs.seal_traces(noon + timedelta(hours=13))

    jobs.look_over_seals(noon)


def test_a_broken_seal_makes_the_job_fail(rule: Rule, noon: datetime) -> None:
    jobs.seal_traces(noon + timedelta(hours=13))
    table = AuditEvent._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(f"UPDATE {table} SET actor_label = 'Ai đó'")  # noqa: S608

    with pytest.raises(jobs.SealBroken, match="09/09/2026"):
        jobs.look_over_seals(noon)


def test_finished_jobs_are_cleared_away(noon: datetime) -> None:
    jobs.clear_finished_jobs(noon)

    job = ProcrastinateJob.objects.get()
    assert job.task_name.endswith("remove_old_jobs")
    assert job.args == {"max_hours": 168}
