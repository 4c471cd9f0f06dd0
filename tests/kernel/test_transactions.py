"""Operations happen whole or not at all, and once more when the database broke one off."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import DatabaseError, OperationalError, connection, transaction
from django.utils import timezone
from tests.kernel.cutting import cut_before

from baro.kernel.errors import DomainError
from baro.kernel.transactions import whole, whole_or_again


def _session(data: str) -> Session:
    return Session.objects.create(pk=data, session_data=data, expire_date=timezone.now())


def _write(session: Session, data: str) -> None:
    Session.objects.filter(pk=session.pk).update(session_data=data)


@pytest.mark.django_db(transaction=True)
def test_two_who_wait_for_each_other_both_come_to_an_end() -> None:
    first, second = _session("Một"), _session("Hai")
    line = threading.Barrier(2)
    tries: list[str] = []

    def write(own: Session, other: Session, mark: str) -> None:
        @whole
        def act() -> None:
            tries.append(mark)
            _write(own, mark)
            if tries.count(mark) == 1:
                line.wait(timeout=20)
            _write(other, mark)

        try:
            act()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda given: write(*given), [(first, second, "a"), (second, first, "b")]))

    assert len(tries) == 3
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.session_data == second.session_data == tries[-1]


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


@pytest.mark.django_db(transaction=True)
def test_a_part_that_cannot_be_undone_any_more_is_not_called_refused() -> None:
    """Else whoever goes on after a refusal would acknowledge what was lost with it."""
    session = _session("Cũ")

    def act() -> None:
        _write(session, "Mới")
        raise DomainError("Không được.")

    with pytest.raises(OperationalError), cut_before("ROLLBACK TO SAVEPOINT"), transaction.atomic():
        whole_or_again(act)
    connection.close()

    session.refresh_from_db()
    assert session.session_data == "Cũ"


@pytest.mark.django_db
def test_what_is_refused_is_undone_alone() -> None:
    session = _session("Cũ")

    @whole
    def inner() -> None:
        _write(session, "Mới")
        raise DomainError("Không được.")

    @whole
    def outer() -> None:
        _write(session, "Nửa chừng")
        inner()

    with transaction.atomic():
        with pytest.raises(DomainError):
            outer()
        session.refresh_from_db()
        assert session.session_data == "Cũ"


@pytest.mark.django_db
def test_nobody_goes_on_after_a_refusal_inside_an_operation_as_if_nothing_was() -> None:
    session = _session("Cũ")

    @whole
    def inner() -> None:
        raise DomainError("Không được.")

    @whole
    def outer() -> None:
        try:
            inner()
        except DomainError:
            _write(session, "Vẫn ghi")

    with pytest.raises(DatabaseError):
        outer()
