from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from baro.kernel import audit
from baro.kernel.audit.models import AuditEvent, AuditSeal
from baro.kernel.audit.operations import seal_day
from baro.kernel.audit.seals import first_broken_seal
from baro.kernel.rules.models import Rule

pytestmark = pytest.mark.django_db


@pytest.fixture
def rule() -> Rule:
    return Rule.objects.create(key="t.rule", title="Quy định")


@pytest.fixture
def sealed(rule: Rule, noon: datetime) -> list[AuditSeal | None]:
    """Two days with two traces each, sealed in the night after."""
    seals = []
    for day in (noon, noon + timedelta(days=1)):
        for _ in range(2):
            audit.record("test.first", rule, by=None, at=day, facts={"đơn vị": "Sở Nội vụ"})
        seals.append(seal_day(day=day.date(), at=day + timedelta(hours=13)))
    return seals


def test_each_seal_covers_its_day_and_rests_on_the_one_before(
    sealed: list[AuditSeal], noon: datetime
) -> None:
    assert [seal.event_count for seal in sealed] == [2, 2]
    assert sealed[0].sha256 != sealed[1].sha256
    assert first_broken_seal() is None


def test_a_day_is_sealed_once(sealed: list[AuditSeal], noon: datetime) -> None:
    assert seal_day(day=sealed[1].day, at=noon) is None
    assert AuditSeal.objects.count() == 2


def test_a_day_on_which_nothing_happened_needs_no_seal(
    sealed: list[AuditSeal], noon: datetime
) -> None:
    assert seal_day(day=sealed[1].day + timedelta(days=1), at=noon) is None


def test_what_happens_after_midnight_belongs_to_the_next_seal(rule: Rule, noon: datetime) -> None:
    audit.record("test.first", rule, by=None, at=noon)
    audit.record("test.first", rule, by=None, at=noon + timedelta(hours=12, minutes=1))

    seal = seal_day(day=noon.date(), at=noon + timedelta(hours=13))

    assert seal is not None
    assert seal.event_count == 1


@pytest.mark.parametrize("crime", ["UPDATE {table} SET facts = '{{}}'", "DELETE FROM {table}"])
def test_a_past_changed_behind_our_back_breaks_its_seal(
    sealed: list[AuditSeal], crime: str
) -> None:
    table = AuditEvent._meta.db_table
    first = AuditEvent.objects.order_by("pk").first()
    assert first is not None
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(crime.format(table=table) + " WHERE id = %s", [first.pk])

    assert first_broken_seal() == sealed[0]


def test_a_day_taken_out_with_its_seal_breaks_the_next(sealed: list[AuditSeal]) -> None:
    with connection.cursor() as cursor:
        for model in (AuditEvent, AuditSeal):
            cursor.execute(f"ALTER TABLE {model._meta.db_table} DISABLE TRIGGER USER")
    AuditEvent.objects.filter(pk__lte=sealed[0].last_event_id).delete()
    AuditSeal.objects.filter(pk=sealed[0].pk).delete()

    assert first_broken_seal() == sealed[1]


def test_a_seal_cannot_be_replaced(sealed: list[AuditSeal]) -> None:
    with pytest.raises(DatabaseError, match="append_only"), transaction.atomic():
        AuditSeal.objects.update(sha256="0" * 64)
