"""Which connection a question is asked on; with a real standby it is shown in tests/soak."""

from collections.abc import Iterator

import pytest
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, connections

from baro.kernel import standby
from baro.kernel.calendar.models import CalendarOverride
from baro.kernel.standby import reading, resting

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def other(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A second connection that stands for a standby which has caught up."""
    second = connection.copy()
    second.ensure_connection()
    second.alias = standby.ALIAS
    monkeypatch.setattr(reading, "_caught_up", lambda: second)
    monkeypatch.setattr(resting, "_until", [0.0])
    yield
    second.close()


def test_without_a_standby_the_primary_is_asked() -> None:
    assert not standby.is_configured()
    assert standby.read(_asked) == DEFAULT_DB_ALIAS


def test_all_of_a_question_is_asked_of_the_standby(other: None) -> None:
    assert standby.read(_asked) == standby.ALIAS
    assert _asked() == DEFAULT_DB_ALIAS


def test_what_others_write_meanwhile_is_not_half_seen() -> None:
    writer = connection.copy()

    def ask() -> tuple[int, int]:
        before = CalendarOverride.objects.count()
        with writer.cursor() as cursor:
            cursor.execute("DELETE FROM kernel_calendaroverride")
        return before, CalendarOverride.objects.count()

    try:
        before, after = standby.read(ask)
    finally:
        writer.close()

    assert before == after > 0
    assert not CalendarOverride.objects.exists()


def test_what_the_standby_breaks_off_the_primary_answers(other: None) -> None:
    asked = []

    def ask() -> str:
        asked.append(_asked())
        if asked == [standby.ALIAS]:
            raise DatabaseError("canceling statement due to conflict with recovery")
        return "answered"

    assert standby.read(ask) == "answered"
    assert asked == [standby.ALIAS, DEFAULT_DB_ALIAS]
    assert resting.is_resting()


def test_a_refusal_is_a_refusal_and_not_asked_again(other: None) -> None:
    asked = []

    def ask() -> None:
        asked.append(_asked())
        raise PermissionError

    with pytest.raises(PermissionError):
        standby.read(ask)
    assert asked == [standby.ALIAS]
    assert _asked() == DEFAULT_DB_ALIAS


def _asked() -> str:
    return str(connections[DEFAULT_DB_ALIAS].alias)
