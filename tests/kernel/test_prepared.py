"""Statements that are worked out once."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import QuerySet
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext
from tests.factories.org import UnitFactory, UserFactory

from baro.kernel.audit import AuditEvent
from baro.kernel.prepared import CannotBePrepared, change, insert, insert_facts, prepared
from baro.org.models import Unit, UnitVersion, User

pytestmark = pytest.mark.django_db


@prepared(username=str)
def _accounts(*, username: str) -> QuerySet[User]:
    return User.objects.filter(username=username, is_active=True).select_related("person")


@prepared(keys=list[int], on=date)
def _standing(*, keys: list[int], on: date) -> QuerySet[UnitVersion]:
    return UnitVersion.objects.standing(on=on).filter(unit__in=keys).order_by("unit")


@prepared(code=str)
def _codes(*, code: str) -> "QuerySet[Unit, tuple[int, str]]":
    return Unit.objects.filter(code=code).values_list("pk", "name")


@prepared(key=int)
def _locked(*, key: int) -> QuerySet[User]:
    return User.objects.select_for_update().filter(pk=key)


def test_it_gives_what_the_question_gives_each_time_with_other_values() -> None:
    first, second = UserFactory.create(), UserFactory.create()

    for _ in range(3):
        for user in (first, second):
            [found] = _accounts(username=user.username)
            assert found == user
            with CaptureQueriesContext(connection) as queries:
                assert found.person == user.person
            assert len(queries) == 0
    assert _accounts(username="không có") == []


def test_lists_of_any_length_are_one_statement() -> None:
    units = [UnitFactory.create() for _ in range(3)]
    on = date(2026, 9, 9)

    for count in (0, 1, 3):
        keys = [unit.pk for unit in units[:count]]
        wanted = list(UnitVersion.objects.standing(on=on).filter(unit__in=keys).order_by("unit"))
        assert _standing(keys=keys, on=on) == wanted


def test_lists_of_values_come_as_they_are() -> None:
    unit = UnitFactory.create()

    assert _codes(code=unit.code) == [(unit.pk, unit.name)]


def test_the_server_prepares_what_comes_again() -> None:
    user = UserFactory.create()
    for _ in range(3):
        _accounts(username=user.username)

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%%org_user%%'"
        )
        [count] = cursor.fetchone()

    assert count


def test_captures_see_them_like_any_statement() -> None:
    with CaptureQueriesContext(connection) as queries:
        for _ in range(4):
            _accounts(username="ai.do")

    assert len(queries) == 4
    assert all("org_user" in query["sql"] for query in queries)


def test_a_question_that_works_with_its_value_is_refused() -> None:
    @prepared(name=str)
    def shortened(*, name: str) -> QuerySet[Any]:
        return Unit.objects.filter(name=name[:2])

    @prepared(name=str)
    def shaped(*, name: str) -> QuerySet[Any]:
        return Unit.objects.filter(name__startswith=name)

    @prepared(name=str, code=str)
    def forgetful(*, name: str, code: str) -> QuerySet[Any]:
        return Unit.objects.filter(name=name)

    for question in (shortened, shaped):
        with pytest.raises(CannotBePrepared):
            question(name="Sở")
    assert (
        prepared("code", name=str, code=str)(lambda *, name, code: Unit.objects.filter(name=name))(
            name="Sở", code=""
        )
        == []
    )
    with pytest.raises(CannotBePrepared, match="not asked for"):
        forgetful(name="Sở", code="S")


def test_a_question_whose_words_or_constants_go_by_its_value_is_refused() -> None:
    @prepared(key=int)
    def so_many(*, key: int) -> QuerySet[Any]:
        return Unit.objects.filter(pk=key)[:key]

    @prepared(key=int)
    def reckoned(*, key: int) -> QuerySet[Any]:
        return Unit.objects.filter(pk=key, parent_id=key + 7)

    for question in (so_many, reckoned):
        with pytest.raises(CannotBePrepared):
            question(key=1)


@pytest.mark.django_db(transaction=True)
def test_rows_are_locked_inside_a_transaction_only() -> None:
    user = UserFactory.create()
    with transaction.atomic():  # from now on it is built, and Django does not look at it again
        assert _locked(key=user.pk) == [user]

    with pytest.raises(TransactionManagementError):
        _locked(key=user.pk)


def test_rows_are_laid_down_as_they_are() -> None:
    at = datetime(2026, 9, 9, 5, 0, 0, 123456, tzinfo=UTC)
    told = {"text": 'Một "dấu" \\', "day": date(2026, 9, 9), "many": [1, None]}
    rows = [
        AuditEvent(
            name="a.b",
            target_type="x.y",
            target_id=key,
            target_label="Việc",
            at=at,
            facts=told,
            cause={},
        )
        for key in (7, 8)
    ]

    insert(rows)

    first, second = AuditEvent.objects.order_by("pk")
    assert (first.pk, second.pk) == (rows[0].pk, rows[1].pk)
    assert (first.target_id, second.target_id) == (7, 8)
    assert first.at == at
    assert first.facts == {**told, "day": "2026-09-09"}
    assert first.actor_id is None
    assert not rows[0]._state.adding


@pytest.mark.parametrize("told", ["chỉ là lời", "", 7, [], [{"a": "b"}]])
def test_a_document_of_any_shape_is_laid_down_as_it_is(told: Any) -> None:
    at = datetime(2026, 9, 9, tzinfo=UTC)
    insert([AuditEvent(name="a.b", target_type="x.y", target_id=1, at=at, facts=told, cause={})])

    assert AuditEvent.objects.get().facts == told


def test_rows_that_nobody_holds_are_laid_down_by_their_columns_and_defaults() -> None:
    at, unit = datetime(2026, 9, 9, tzinfo=UTC), UnitFactory.create()
    same = {"name": "a.b", "target_type": "x.y", "target_label": "", "actor_label": "", "at": at}

    keys = insert_facts(AuditEvent, ({**same, "target_id": key} for key in (7, unit.pk)))

    found = AuditEvent.objects.in_bulk(keys)
    assert [found[key].target_id for key in keys] == [7, unit.pk]
    assert [(found[key].facts, found[key].actor_id) for key in keys] == [({}, None)] * 2
    assert insert_facts(AuditEvent, []) == []
    with pytest.raises(TypeError, match="colour"):
        insert_facts(AuditEvent, [{**same, "target_id": 7, "colour": "red"}])


def test_only_the_named_fields_of_a_row_are_changed() -> None:
    user = UserFactory.create(email="truoc@example.vn")
    user.email, user.is_staff = "sau@example.vn", True

    change(user, "email")

    user.refresh_from_db()
    assert (user.email, user.is_staff) == ("sau@example.vn", False)


def test_a_row_that_is_gone_is_not_changed_in_silence() -> None:
    user = UserFactory.create()
    user.pk += 1

    with pytest.raises(DatabaseError):
        change(user, "email")
