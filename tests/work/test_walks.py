"""Walking a list: every row once, in every order, forwards, backwards and by number."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone
from tests.factories.org import UnitFactory, UserFactory
from tests.factories.work import WorkItemFactory

from baro.org import api as org
from baro.work import api as work

SIZE = 7
EVERY_ORDER = ["", *(f"{sign}{name}" for name in work.ORDERS for sign in ("", "-"))]


@pytest.fixture
def ledger(db: None, noon: datetime) -> list[work.WorkItem]:
    """Forty items with ties, without deadlines, open and closed, led by few units."""
    user, issuer = UserFactory.create(), UnitFactory.create()
    units = [UnitFactory.create() for _ in range(3)]
    return [
        WorkItemFactory.create(
            state=list(work.State)[n % 8],
            due_at=None if n % 5 == 0 else noon + timedelta(days=n % 3 - 1),
            issued_at=noon - timedelta(days=n % 4),
            last_update_at=noon - timedelta(hours=n % 4),
            lead_unit=units[n % 3],
            issuer_unit=issuer,
            issued_by=user,
        )
        for n in range(40)
    ]


def _walk(
    order: str = "", *, is_narrow: bool = False, key: str | None = None, **known: Any
) -> work.Walk:
    def rows(is_open: bool | None, _: datetime) -> work.WorkItemQuerySet:
        items = work.WorkItem.objects.all()
        return items if is_open is None else items.filter(closed_at__isnull=is_open)

    return work.Walk(rows, order, work.Known(**known), timezone.now(), is_narrow, key)


def _forwards(walk: work.Walk) -> Iterator[work.Stretch]:
    stretch = walk.at(0, SIZE)
    yield stretch
    while stretch.next_place:
        stretch = walk.after(stretch.next_place, SIZE)
        yield stretch


@pytest.mark.parametrize("key", [None, "kept"])
@pytest.mark.parametrize("is_narrow", [False, True])
@pytest.mark.parametrize("order", EVERY_ORDER)
def test_a_walk_comes_by_each_row_once_in_its_order(
    ledger: list[work.WorkItem], order: str, is_narrow: bool, key: str | None
) -> None:
    walk = _walk(order, is_narrow=is_narrow, key=key)
    wanted = list(work.ordered(work.WorkItem.objects.all(), order).values_list("pk", flat=True))

    pages = list(_forwards(walk))

    assert [key for page in pages for key in page.keys] == wanted
    assert [page.before for page in pages] == list(range(0, 40, SIZE))
    assert not any(page.is_moved for page in pages)


@pytest.mark.parametrize("key", [None, "kept"])
@pytest.mark.parametrize("order", EVERY_ORDER)
def test_the_way_back_shows_the_same_pages(
    ledger: list[work.WorkItem], order: str, key: str | None
) -> None:
    walk = _walk(order, key=key)
    pages = list(_forwards(walk))

    page, back = pages[-1], [pages[-1]]
    while page.previous_place:
        page = walk.before(page.previous_place, SIZE)
        back.append(page)

    assert [page.keys for page in reversed(back)] == [page.keys for page in pages]
    assert [page.before for page in reversed(back)] == [page.before for page in pages]
    assert not any(page.is_moved for page in back)


@pytest.mark.parametrize("order", EVERY_ORDER)
def test_a_jump_comes_to_where_walking_comes(ledger: list[work.WorkItem], order: str) -> None:
    walk = _walk(order)

    jumps = [walk.at(offset, SIZE) for offset in range(0, 40, SIZE)]

    told = [(jump.keys, jump.before, bool(jump.next_place)) for jump in jumps]
    pages = _forwards(walk)
    assert told == [(page.keys, page.before, bool(page.next_place)) for page in pages]
    assert walk.at(70, SIZE).keys == ()


@pytest.mark.parametrize("is_open", [True, False])
def test_a_walk_through_open_work_does_not_look_at_closed_work(
    ledger: list[work.WorkItem], is_open: bool, django_assert_num_queries: Any
) -> None:
    wanted = {item.pk for item in ledger if item.is_open is is_open and item.due_at}
    walk = _walk(is_open=is_open, is_dated=True)
    walk = replace(walk, rows=lambda *of: _walk().rows(*of).filter(due_at__isnull=False))

    with django_assert_num_queries(1):
        found = walk.at(0, 40)

    assert set(found.keys) == wanted


def test_a_row_that_moves_ahead_is_told_and_none_comes_twice(
    ledger: list[work.WorkItem], noon: datetime
) -> None:
    walk = _walk("han")
    first = walk.at(0, SIZE)
    second = walk.after(first.next_place, SIZE)
    unseen = work.WorkItem.objects.get(pk=walk.at(30, SIZE).keys[0])
    unseen.due_at = unseen.original_due_at = noon - timedelta(days=9)
    unseen.save()

    third = walk.after(second.next_place, SIZE)

    assert third.is_moved
    assert not set(third.keys) & {*first.keys, *second.keys}
    assert third.before == 2 * SIZE + 1


def test_two_rows_that_change_places_are_told_though_their_number_is_the_same(
    ledger: list[work.WorkItem], noon: datetime
) -> None:
    walk = _walk("han")
    first = walk.at(0, SIZE)
    for key, days in ((first.keys[0], 9), (walk.at(30, SIZE).keys[0], -9)):
        item = work.WorkItem.objects.get(pk=key)
        item.due_at = item.original_due_at = noon + timedelta(days=days)
        item.save()

    second = walk.after(first.next_place, SIZE)

    assert (second.before, second.is_moved) == (SIZE, True)


def test_after_a_jump_a_row_that_came_ahead_is_told(
    ledger: list[work.WorkItem], noon: datetime
) -> None:
    walk = _walk("han")
    jump = walk.at(2 * SIZE, SIZE)
    assert not walk.after(jump.next_place, SIZE).is_moved
    unseen = work.WorkItem.objects.get(pk=walk.at(30, SIZE).keys[0])
    unseen.due_at = unseen.original_due_at = noon - timedelta(days=9)
    unseen.save()

    assert walk.after(jump.next_place, SIZE).is_moved


def test_on_the_way_back_it_is_told_too_and_nothing_where_nothing_moved(
    ledger: list[work.WorkItem], noon: datetime
) -> None:
    walk = _walk("han")
    _, _, third, *_ = _forwards(walk)
    assert not walk.before(third.previous_place, SIZE).is_moved
    for key, days in ((walk.at(0, SIZE).keys[0], 9), (walk.at(30, SIZE).keys[0], -9)):
        item = work.WorkItem.objects.get(pk=key)
        item.due_at = item.original_due_at = noon + timedelta(days=days)
        item.save()

    second = walk.before(third.previous_place, SIZE)

    assert (second.before, second.is_moved) == (SIZE, True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "WyJdIl0",
        "e30",
        "WyIiLDksMCwwLDFd",
        "W10",
        "é",
        "A" * 500,
        "WyIiLDAsMCwwLHRydWUsMV0",
        "WyIiLDEsMCwwLDkyMjMzNzIwMzY4NTQ3NzU4MDhd",  # a key beyond what the database counts to
    ],
)
def test_a_broken_place_is_refused_in_a_sentence(ledger: list[work.WorkItem], text: str) -> None:
    with pytest.raises(work.FilterNotUnderstood, match="Hãy mở lại danh sách từ trang 1"):
        _walk().after(text, SIZE)


def test_a_text_that_no_database_keeps_is_no_place(ledger: list[work.WorkItem]) -> None:
    with pytest.raises(work.FilterNotUnderstood):
        _walk("so").after("WyJzbyIsMCwwLDAsIlx1MDAwMCIsNV0", SIZE)


def test_a_place_in_another_order_is_refused(ledger: list[work.WorkItem]) -> None:
    place = _walk("so").at(0, SIZE).next_place

    with pytest.raises(work.FilterNotUnderstood):
        _walk("-so").before(place, SIZE)


def test_what_is_asked_again_is_built_once_and_goes_by_the_new_moment(
    ledger: list[work.WorkItem], noon: datetime
) -> None:
    built = []

    def late(is_open: bool | None, at: datetime) -> work.WorkItemQuerySet:
        built.append(at)
        return _walk().rows(is_open, at).filter(due_at__lt=at)

    early = work.Walk(late, "han", work.Known(is_dated=True), noon, key="late")
    first = early.at(0, 40)
    times = len(built)
    later = replace(early, as_at=noon + timedelta(days=2)).at(0, 40)

    assert len(built) == times
    assert set(first.keys) == {item.pk for item in ledger if item.due_at and item.due_at < noon}
    assert set(later.keys) == {item.pk for item in ledger if item.due_at}


def test_who_loses_a_post_is_not_answered_by_what_was_built_before(
    noon: datetime, db: None
) -> None:
    user = UserFactory.create(role="leader", unit=UnitFactory.create())
    item = WorkItemFactory.create(lead_unit=user.person.appointments.get().post.unit)

    def seen(is_open: bool | None, at: datetime) -> work.WorkItemQuerySet:
        reader = org.User.objects.get(pk=user.pk)
        return work.WorkItem.objects.visible_to(reader, is_open=is_open)

    walk = work.Walk(seen, "", work.Known(), noon, key=user.person_id)
    assert walk.at(0, 5).keys == (item.pk,)

    user.person.appointments.all().delete()

    assert walk.at(0, 5).keys == ()
