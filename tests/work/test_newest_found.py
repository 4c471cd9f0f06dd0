"""The last given items with some words: the same as a look at every item that one may see."""

import random
from datetime import datetime, timedelta

import pytest
from tests.factories.org import UserFactory
from tests.factories.work import WorkItemFactory
from tests.work.conftest import Cast

from baro.kernel.search import api as search
from baro.kernel.search import queries
from baro.org import api as org
from baro.work import api as work
from baro.work.queries.sight import marks_of

WORDS = ("rà soát", "báo cáo", "kế hoạch", "đất đai", "hộ tịch")


@pytest.fixture
def ledger(cast: Cast, noon: datetime) -> list[work.WorkItem]:
    """Items of several years, hands and units, some watched, some taken back."""
    dice = random.Random(5)  # noqa: S311 - a test's dice
    units = [cast.committee, cast.ward_committee, cast.division, cast.stranger_unit]
    items = []
    for _ in range(70):
        item = WorkItemFactory.create(
            title=" ".join(dice.choices(WORDS, k=2)),
            issuer_unit=dice.choice(units),
            lead_unit=dice.choice(units),
            assigned_unit=dice.choice([None, None, cast.division]),
            assignee=dice.choice([None, None, cast.officer.person, cast.stranger.person]),
            state=dice.choice([work.State.ISSUED, work.State.DONE, work.State.WITHDRAWN]),
            issued_at=noon - timedelta(days=dice.choice([0, 1, 20, 300, dice.randrange(900)])),
        )
        if dice.random() < 0.3:
            watcher = dice.choice(units)
            item.parties.get_or_create(unit=watcher, part="watcher")
        marks = marks_of(item, item.parties.values_list("unit_id", flat=True))
        search.index(item, title=item.title, at=item.issued_at, marks=marks)
        items.append(item)
    return items


@pytest.mark.parametrize("is_marked", [True, False])
def test_whoever_asks_finds_what_they_may_see_the_last_given_first(
    cast: Cast,
    ledger: list[work.WorkItem],
    noon: datetime,
    monkeypatch: pytest.MonkeyPatch,
    is_marked: bool,
) -> None:
    monkeypatch.setattr(queries, "_SPARE", 0)
    if not is_marked:
        monkeypatch.setattr("baro.work.queries.sight._MOST_MARKS", 0)
    head_of_city = UserFactory.create(role="leader", unit=cast.city, is_head=True)
    readers = (cast.issuer, cast.receiver, cast.head_of_division, cast.officer, cast.stranger)

    seen = 0
    for user in (*readers, head_of_city):
        for items in (work.WorkItem.objects.all(), work.WorkItem.objects.counted().open()):
            for words in ("bao cao", "báo cáo đất", '"rà soát báo cáo"', "k", "không có"):
                expected = _by_a_look_at_all(items, user, words)
                for limit in (1, 3, 100):
                    keys = work.newest_found(items, words, user=user, at=noon, limit=limit)
                    assert keys == expected[:limit]
                seen += len(expected)
    assert seen > 100


def test_what_comes_into_somebodys_hands_is_found_by_them_from_then_on(
    cast: Cast, item: work.WorkItem, noon: datetime
) -> None:
    search.index(
        item,
        title=item.title,
        at=item.issued_at,
        marks=marks_of(item, item.parties.values_list("unit_id", flat=True)),
    )
    assert _found(cast.officer, noon) == []

    work.assign_item(item=item, person=cast.officer.person, by=cast.receiver, at=noon)
    assert _found(cast.officer, noon) == [item.pk]
    assert _found(cast.head_of_division, noon) == [item.pk]

    work.assign_item(item=item, unit=cast.ward_committee, by=cast.receiver, at=noon)
    assert _found(cast.officer, noon) == []


def test_a_watcher_finds_what_they_may_see(cast: Cast, item: work.WorkItem, noon: datetime) -> None:
    search.index(
        item,
        title=item.title,
        at=item.issued_at,
        marks=marks_of(item, item.parties.values_list("unit_id", flat=True)),
    )
    assert _found(cast.stranger, noon) == []

    work.add_watcher(item=item, unit=cast.stranger_unit, by=cast.issuer, at=noon)

    assert _found(cast.stranger, noon) == [item.pk]


def test_a_new_item_is_found_by_those_who_have_a_part_in_it(cast: Cast, noon: datetime) -> None:
    spec = work.NewItem(
        kind="task",
        title="Rà soát hộ tịch",
        issuer_unit=cast.committee,
        lead_unit=cast.ward_committee,
        words="Nghị quyết phân cấp",
    )
    [item] = work.open_items(specs=[spec], by=cast.issuer, at=noon)

    assert _found(cast.receiver, noon) == _found(cast.issuer, noon) == [item.pk]
    assert _found(cast.receiver, noon, "phan cap") == _found(cast.issuer, noon, item.number)
    assert _found(cast.stranger, noon) == []


def _found(user: org.User, at: datetime, words: str = "ra soat") -> list[int]:
    return work.newest_found(work.WorkItem.objects.all(), words, user=user, at=at, limit=9)


def _by_a_look_at_all(items: work.WorkItemQuerySet, user: org.User, words: str) -> list[int]:
    visible = set(items.visible_to(user).values_list("pk", flat=True))
    matching = search.all_keys(work.WorkItem, words) or []
    rows = work.WorkItem.objects.filter(pk__in=visible & set(matching))
    return [row.pk for row in sorted(rows, key=lambda r: (-r.issued_at.timestamp(), r.pk))]
