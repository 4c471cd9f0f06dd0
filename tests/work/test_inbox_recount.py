"""What a person's list shows and counts, beside a plain recount of the whole ledger."""

import random
from collections.abc import Iterable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.org import PersonFactory, UserFactory
from tests.factories.work import WorkItemFactory
from tests.work.conftest import Cast

from baro.org import api as org
from baro.org.models import Substitution
from baro.work import api as work
from baro.work.queries import inbox_sections
from baro.work.queries.inbox import CALM_ROWS, TITLES

DOING = {"issued", "received", "returned"}
CALM = {"later", "others"}


@pytest.mark.parametrize("seed", range(6))
def test_every_section_equals_a_recount(cast: Cast, noon: datetime, seed: int) -> None:
    people = _people(cast, noon)
    _random_ledger(cast, people, noon, random.Random(seed))  # noqa: S311 - rows, no secrets

    for reader in people:
        fresh = org.User.objects.get(pk=reader.pk)
        acts_for = inbox_sections.acting_units(fresh, at=noon)
        expected = _recount(acts_for, noon)
        shown = work.inbox_of(fresh, at=noon, limit=10)

        for section in shown.sections:
            keys = expected[section.code]
            most = min(10, CALM_ROWS) if section.code in CALM else 10
            assert section.total == len(keys), section.code
            assert not section.is_more
            assert [row.item.pk for row in section.rows] == keys[:most], section.code
            whole = inbox_sections.section_lines(
                acts_for, section.code, at=noon, first=1, last=len(keys) + 1
            )
            assert [line.pk for line in whole] == keys


def test_more_than_can_be_counted_is_called_more(
    cast: Cast, noon: datetime, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox_sections, "MOST", 3)
    monkeypatch.setattr("baro.work.queries.inbox.MOST", 3)
    units = {"issuer_unit": cast.committee, "lead_unit": cast.ward_committee}
    for days in range(1, 4):
        WorkItemFactory.create(**units, due_at=noon + timedelta(days=days))
    exact = work.inbox_of(cast.issuer, at=noon).section("others")
    assert (exact.total_words, exact.is_more, len(exact.rows)) == ("3", False, 3)

    WorkItemFactory.create(**units, due_at=noon + timedelta(days=9))
    more = work.inbox_of(cast.issuer, at=noon).section("others")
    assert (more.total_words, more.is_more, more.total) == ("hơn 3", True, 3)

    client.force_login(cast.issuer)
    page = client.get(reverse("work:inbox"), {"nhom": "others"}).content.decode()
    assert "Ở đây có hơn 3 việc." in page
    assert page.count('id="item-') == 3


def test_a_section_is_leafed_through_to_its_end(cast: Cast, noon: datetime, client: Client) -> None:
    for days in range(60):
        WorkItemFactory.create(
            issuer_unit=cast.committee,
            lead_unit=cast.ward_committee,
            state="received",
            due_at=noon + timedelta(days=400 + days),
        )
    client.force_login(cast.receiver)

    first = client.get(reverse("work:inbox")).content.decode()
    assert f"Hiện {CALM_ROWS} việc gần hạn nhất." in first
    assert "Xem cả 60" in first
    second = client.get(reverse("work:inbox"), {"nhom": "later", "trang": "2"}).content.decode()
    assert second.count('id="item-') == 10
    assert "51–60 trong 60 việc" in second


def _people(cast: Cast, at: datetime) -> list[org.User]:
    chairman = UserFactory.create(role="leader", unit=cast.committee, scope=cast.city)
    away = UserFactory.create(role="civil_servant", unit=cast.division)
    Substitution.objects.create(
        giver=away.person,
        substitute=cast.officer.person,
        valid_from=at.date(),
        valid_to=at.date() + timedelta(days=9),
        order_number="12/QĐ",
        given_by=cast.issuer,
        given_at=at,
    )
    asked = (cast.issuer, cast.receiver, cast.head_of_division, cast.officer, cast.stranger)
    return [*asked, chairman, away]


def _random_ledger(cast: Cast, people: list[org.User], at: datetime, chance: random.Random) -> None:
    units = [cast.committee, cast.ward_committee, cast.division, cast.stranger_unit, cast.ward]
    doers = [None, None, *(user.person for user in people), PersonFactory.create()]
    made: list[work.WorkItem] = []
    for _ in range(150):
        state = chance.choice([*work.State.values, "received", "received", "delivered"])
        due_in = chance.choice([None, *range(-72, 400, 7)])
        parent = chance.choice([None, None, *made[-3:]])
        item = WorkItemFactory.create(
            issuer_unit=chance.choice(units),
            lead_unit=chance.choice(units),
            assigned_unit=chance.choice([None, None, *units]),
            assignee=chance.choice(doers),
            state=state,
            due_at=None if due_in is None else at + timedelta(hours=due_in),
            is_collective=parent is None and chance.random() < 0.2,
            is_internal=chance.random() < 0.2,
            is_extension_asked=chance.random() < 0.2,
            parent=parent,
        )
        made.append(item)
        for unit in chance.sample(units, chance.choice([0, 0, 1, 2])):
            done_at = chance.choice([None, None, at])
            work.WorkParty.objects.create(item=item, unit=unit, part="cooperating", done_at=done_at)


def _recount(acts_for: inbox_sections.ActsFor, at: datetime) -> dict[str, list[int]]:
    """Item by item, in the words of the rules and in no hurry."""
    found: dict[str, list[int]] = {code: [] for code in TITLES}
    for item in work.WorkItem.objects.filter(closed_at=None).order_by("due_at", "pk"):
        for code in set(_sections_of(item, acts_for, at)):
            found[code].append(item.pk)
    return found


def _sections_of(
    item: work.WorkItem, acts_for: inbox_sections.ActsFor, at: datetime
) -> Iterable[str]:
    mine = _is_mine(item, acts_for)
    given = item.issuer_unit_id in acts_for.issuing and not item.is_collective
    is_done_here = item.state in {"delivered", "unclear"}
    if mine and item.state in DOING:
        yield _by_day(item, at)
    if given and (is_done_here or item.is_extension_asked):
        yield "waiting"
    if item.parties.filter(part="cooperating", done_at=None, unit__in=acts_for.lead).exists():
        yield "waiting"
    if (mine and is_done_here and not given) or _is_passed_on(item, acts_for):
        yield "others"
    if item.issuer_unit_id in acts_for.issuing and _is_with_others(item, acts_for):
        yield "others"


def _is_mine(item: work.WorkItem, acts_for: inbox_sections.ActsFor) -> bool:
    if item.is_collective:
        return False
    if item.assignee_id is not None:
        return item.assignee_id in acts_for.people
    return (item.assigned_unit_id or item.lead_unit_id) in acts_for.lead


def _is_passed_on(item: work.WorkItem, acts_for: inbox_sections.ActsFor) -> bool:
    if item.is_collective or item.lead_unit_id not in acts_for.lead:
        return False
    if item.assignee_id is not None:
        return item.assignee_id not in acts_for.people
    return item.assigned_unit_id is not None and item.assigned_unit_id not in acts_for.lead


def _is_with_others(item: work.WorkItem, acts_for: inbox_sections.ActsFor) -> bool:
    if item.state not in DOING:
        return False
    if item.is_collective:
        return True
    is_top = item.parent_id is None or item.is_internal
    return is_top and not item.is_extension_asked and item.lead_unit_id not in acts_for.lead


def _by_day(item: work.WorkItem, at: datetime) -> str:
    sunday = (at - timedelta(days=at.weekday() - 6)).date()
    if item.due_at is not None:
        day = item.due_at.astimezone(at.tzinfo).date()
        if item.due_at < at:
            return "overdue"
        if day <= sunday:
            return "today" if day == at.date() else "week"
    return {"issued": "waiting", "returned": "returned", "received": "later"}[item.state]
