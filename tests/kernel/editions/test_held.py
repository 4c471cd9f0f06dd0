"""Held answers are never older than the moment at which the edition was asked."""

from collections.abc import Callable
from datetime import date
from threading import Thread
from uuid import uuid4

import pytest
from django.db import connection, transaction
from pytest_django import DjangoAssertNumQueries

from baro.kernel.calendar.models import CalendarOverride
from baro.kernel.editions import TOKENS, Edition, begin_request, end_request, held, note, unmoved

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)
SWAP_DAY = date(2026, 8, 31)  # shipped


@pytest.fixture
def kinds() -> Callable[[date], list[str]]:
    """How a day is worked, held; a new shelf for each test."""

    @held(Edition.Group.RULES)
    def kinds(day: date) -> list[str]:
        return list(CalendarOverride.objects.filter(day=day).values_list("kind", flat=True))

    return kinds


def test_what_did_not_change_is_asked_only_for_its_edition(
    kinds: Callable[[date], list[str]], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = kinds(DAY)

    with django_assert_num_queries(1) as asked:
        assert kinds(DAY) is first
    assert "kernel_edition" in asked[0]["sql"]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda: _say("off"), id="insert"),
        pytest.param(lambda: CalendarOverride.objects.update(kind="worked"), id="update"),
        pytest.param(lambda: CalendarOverride.objects.all().delete(), id="delete"),
        pytest.param(lambda: _truncated(), id="truncate"),
    ],
)
def test_every_way_to_change_the_table_is_seen_at_once(
    kinds: Callable[[date], list[str]], change: Callable[[], object]
) -> None:
    before = kinds(SWAP_DAY)

    change()

    found = CalendarOverride.objects.filter(day=SWAP_DAY).values_list("kind", flat=True)
    assert kinds(SWAP_DAY) == list(found)
    assert kinds(SWAP_DAY) is not before


def test_what_was_undone_is_never_handed_out(kinds: Callable[[date], list[str]]) -> None:
    assert kinds(DAY) == []

    with transaction.atomic():
        _say("off")
        assert kinds(DAY) == ["off"]
        transaction.set_rollback(True)

    assert kinds(DAY) == []
    _say("morning")
    assert kinds(DAY) == ["morning"]


@pytest.mark.usefixtures("reading")
def test_a_request_that_reads_asks_for_the_editions_once(
    kinds: Callable[[date], list[str]], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    kinds(DAY)

    with django_assert_num_queries(0):
        kinds(DAY)


def test_a_request_that_writes_asks_each_time(kinds: Callable[[date], list[str]]) -> None:
    begin_request({"REQUEST_METHOD": "POST"})
    assert kinds(DAY) == []

    _say("off")

    assert kinds(DAY) == ["off"]
    end_request()


@pytest.mark.django_db(transaction=True)
def test_what_another_connection_commits_is_seen_by_the_next_question(
    kinds: Callable[[date], list[str]],
) -> None:
    assert kinds(DAY) == []

    other = Thread(target=_in_a_connection_of_its_own)
    other.start()
    other.join()

    assert kinds(DAY) == ["off"]


def test_what_rests_on_two_groups_is_worked_out_again_when_either_changes() -> None:
    @held(Edition.Group.RULES, Edition.Group.LISTS)
    def answer() -> object:
        return object()

    Edition.objects.update_or_create(group="lists", defaults={"token": uuid4()})
    for change in (
        lambda: _say("off"),
        lambda: Edition.objects.filter(group="lists").update(token=uuid4()),
    ):
        first = answer()
        assert answer() is first
        change()
        assert answer() is not first

    Edition.objects.filter(group="lists").delete()
    assert answer() is not answer()


def test_without_a_known_edition_nothing_is_held(kinds: Callable[[date], list[str]]) -> None:
    Edition.objects.all().delete()

    assert kinds(DAY) is not kinds(DAY)


def _say(kind: str) -> None:
    CalendarOverride.objects.create(day=DAY, kind=kind, name="Thử", legal_basis="Thử")


def _truncated() -> None:
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE kernel_calendaroverride")


def _in_a_connection_of_its_own() -> None:
    _say("off")
    connection.close()


def test_an_act_that_moves_nothing_asks_once_and_no_longer_than_it_lasts(
    kinds: Callable[[date], list[str]], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    kinds(DAY)

    with django_assert_num_queries(1), unmoved():
        kinds(DAY)
        kinds(DAY)
    _say("off")

    assert kinds(DAY) == ["off"]


def test_such_an_act_goes_by_what_its_request_was_told_at_the_start_but_once_only(
    kinds: Callable[[date], list[str]], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    kinds(DAY)
    begin_request({"REQUEST_METHOD": "POST"})
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {TOKENS}")
        note(cursor.fetchone()[0])

    with django_assert_num_queries(0), unmoved():
        kinds(DAY)
    with django_assert_num_queries(1), unmoved():
        kinds(DAY)
    end_request()


def test_what_does_not_ask_is_held_only_where_one_edition_is_gone_by(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    @held(Edition.Group.RULES, asks=False)
    def days() -> int:
        return CalendarOverride.objects.count()

    with django_assert_num_queries(2):
        days()
        days()
    with django_assert_num_queries(2), unmoved():  # the edition, then what it is asked for
        days()
        days()
