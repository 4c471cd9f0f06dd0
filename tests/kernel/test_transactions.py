"""Operations happen whole or not at all, and once more when the database broke one off."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import DatabaseError, OperationalError, connection, transaction
from tests.factories.org import UnitFactory

from baro.kernel.errors import DomainError
from baro.kernel.transactions import whole, whole_or_again
from baro.org.models import Unit


def _rename(unit: Unit, name: str) -> None:
    Unit.objects.filter(pk=unit.pk).update(name=name)


@pytest.mark.django_db(transaction=True)
def test_two_who_wait_for_each_other_both_come_to_an_end() -> None:
    first, second = UnitFactory.create(name="Một"), UnitFactory.create(name="Hai")
    line = threading.Barrier(2)
    tries: list[str] = []

    def write(own: Unit, other: Unit, mark: str) -> None:
        @whole
        def act() -> None:
            tries.append(mark)
            _rename(own, mark)
            if tries.count(mark) == 1:
                line.wait(timeout=20)
            _rename(other, mark)

        try:
            act()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda given: write(*given), [(first, second, "a"), (second, first, "b")]))

    assert len(tries) == 3
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.name == second.name == tries[-1]


@pytest.mark.django_db(transaction=True)
def test_any_other_trouble_is_told_at_once() -> None:
    tries = []

    def act() -> None:
        tries.append(1)
        raise OperationalError("gone")

    with pytest.raises(OperationalError):
        whole_or_again(act)

    assert len(tries) == 1


@pytest.mark.django_db(transaction=True)
def test_inside_a_transaction_that_is_broken_off_nothing_is_done_again() -> None:
    class BrokenOff(Exception):
        sqlstate = "40P01"

    tries: list[Any] = []

    def act() -> None:
        tries.append(1)
        raise OperationalError("deadlock") from BrokenOff()

    with pytest.raises(OperationalError), transaction.atomic():
        whole_or_again(act)
    assert len(tries) == 1

    with pytest.raises(OperationalError):
        whole_or_again(act)
    assert len(tries) == 6


@pytest.mark.django_db
def test_what_is_refused_is_undone_alone() -> None:
    unit = UnitFactory.create(name="Cũ")

    @whole
    def inner() -> None:
        _rename(unit, "Mới")
        raise DomainError("Không được.")

    @whole
    def outer() -> None:
        _rename(unit, "Nửa chừng")
        inner()

    with transaction.atomic():
        with pytest.raises(DomainError):
            outer()
        unit.refresh_from_db()
        assert unit.name == "Cũ"


@pytest.mark.django_db
def test_nobody_goes_on_after_a_refusal_inside_an_operation_as_if_nothing_was() -> None:
    unit = UnitFactory.create()

    @whole
    def inner() -> None:
        raise DomainError("Không được.")

    @whole
    def outer() -> None:
        try:
            inner()
        except DomainError:
            _rename(unit, "Vẫn ghi")

    with pytest.raises(DatabaseError):
        outer()
