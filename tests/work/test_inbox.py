from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories.org import UserFactory
from tests.factories.work import WorkItemFactory
from tests.work.conftest import Cast

from baro.org import api as org
from baro.work import api as work

FUTURE = timedelta(days=30)


@pytest.fixture
def give(cast: Cast, noon: datetime) -> Callable[..., work.WorkItem]:
    """An item from the city to the ward, received, due in a month, unless said otherwise."""

    def create(**values: Any) -> work.WorkItem:
        usual = {
            "issuer_unit": cast.committee,
            "lead_unit": cast.ward_committee,
            "state": "received",
            "due_at": noon + FUTURE,
        }
        return WorkItemFactory.create(**{**usual, **values})

    return create


def _codes(user: org.User, item: work.WorkItem, at: datetime) -> list[str]:
    """The sections in which the item stands for this user."""
    sections = work.inbox_of(user, at=at).sections
    return [s.code for s in sections if item.pk in [row.item.pk for row in s.rows]]


@pytest.mark.parametrize(
    ("values", "section"),
    [
        ({"due_in": timedelta(hours=-1)}, "overdue"),
        ({"due_in": timedelta(hours=-1), "state": "returned"}, "overdue"),
        ({"due_in": timedelta(hours=11)}, "today"),
        ({"due_in": timedelta(days=1)}, "week"),
        ({"due_in": timedelta(days=4, hours=11)}, "week"),
        ({"due_in": timedelta(days=4, hours=13)}, "later"),
        ({"due_in": FUTURE}, "later"),
        ({"due_in": None}, "later"),
        ({"state": "issued", "due_in": FUTURE}, "waiting"),
        ({"state": "issued", "due_in": timedelta(hours=1)}, "today"),
        ({"state": "returned", "due_in": FUTURE}, "returned"),
        ({"state": "delivered", "due_in": timedelta(hours=-1)}, "others"),
        ({"state": "unclear", "due_in": FUTURE}, "others"),
    ],
)
def test_what_a_unit_owes_stands_in_one_section_of_its_head(
    cast: Cast, noon: datetime, give: Any, values: dict[str, Any], section: str
) -> None:
    due_in = values.pop("due_in")
    item = give(due_at=None if due_in is None else noon + due_in, **values)

    assert _codes(cast.receiver, item, noon) == [section]


@pytest.mark.parametrize(
    ("values", "section"),
    [
        ({"state": "delivered"}, "waiting"),
        ({"state": "unclear"}, "waiting"),
        ({"is_extension_asked": True}, "waiting"),
        ({"state": "issued"}, "others"),
        ({"state": "received"}, "others"),
    ],
)
def test_what_a_unit_gave_waits_for_its_answer_or_for_others(
    cast: Cast, noon: datetime, give: Any, values: dict[str, Any], section: str
) -> None:
    assert _codes(cast.issuer, give(**values), noon) == [section]


def test_one_notice_to_many_units_is_one_line_until_a_unit_asks_for_something(
    cast: Cast, noon: datetime, give: Any
) -> None:
    gathered = give(lead_unit=cast.committee, is_collective=True)
    running, done = give(parent=gathered), give(parent=gathered, state="done")
    give(parent=gathered, state="withdrawn")

    [row] = work.inbox_of(cast.issuer, at=noon).section("others").rows
    assert row.item.pk == gathered.pk
    assert (row.item.children_done, row.item.children_total) == (1, 2)
    assert _codes(cast.issuer, running, noon) == _codes(cast.issuer, done, noon) == []

    delivered = give(parent=gathered, state="delivered")
    assert _codes(cast.issuer, delivered, noon) == ["waiting"]
    assert _codes(cast.receiver, running, noon) == ["later"]


def test_a_collective_item_without_children_yet_counts_none(
    cast: Cast, noon: datetime, give: Any
) -> None:
    give(lead_unit=cast.committee, is_collective=True)

    [row] = work.inbox_of(cast.issuer, at=noon).section("others").rows

    assert (row.item.children_done, row.item.children_total) == (0, 0)


def test_the_parts_of_own_work_wait_one_by_one(cast: Cast, noon: datetime, give: Any) -> None:
    own = give()
    part = give(
        parent=own, is_internal=True, issuer_unit=cast.ward_committee, lead_unit=cast.division
    )

    assert _codes(cast.receiver, part, noon) == ["others"]


@pytest.mark.parametrize("state", ["done", "withdrawn", "replaced"])
def test_what_is_closed_is_in_nobodys_way(
    cast: Cast, noon: datetime, give: Any, state: str
) -> None:
    item = give(state=state)

    assert _codes(cast.receiver, item, noon) == _codes(cast.issuer, item, noon) == []


def test_what_was_passed_on_is_the_work_of_whoever_has_it(
    cast: Cast, noon: datetime, give: Any
) -> None:
    item = give(assigned_unit=cast.division, assignee=cast.officer.person)

    assert _codes(cast.officer, item, noon) == ["later"]
    assert _codes(cast.head_of_division, item, noon) == []
    assert _codes(cast.receiver, item, noon) == ["others"]


def test_a_division_has_what_was_given_to_it_and_to_nobody_in_it(
    cast: Cast, noon: datetime, give: Any
) -> None:
    item = give(assigned_unit=cast.division)

    assert _codes(cast.head_of_division, item, noon) == ["later"]
    assert _codes(cast.receiver, item, noon) == ["others"]
    assert _codes(cast.officer, item, noon) == []


def test_a_head_does_not_have_the_lists_of_all_below(cast: Cast, noon: datetime, give: Any) -> None:
    inner = give(issuer_unit=cast.ward_committee, lead_unit=cast.division, state="delivered")
    chairman = UserFactory.create(role="leader", unit=cast.committee, scope=cast.city)

    assert _codes(cast.head_of_division, inner, noon) == ["others"]
    assert _codes(cast.receiver, inner, noon) == ["waiting"]
    assert _codes(chairman, inner, noon) == []
    assert _codes(chairman, give(issuer_unit=cast.ward, state="delivered"), noon) == []


def test_who_acts_for_the_city_acts_for_its_bodies(cast: Cast, noon: datetime, give: Any) -> None:
    chairman = UserFactory.create(role="leader", unit=cast.committee, scope=cast.city)

    assert _codes(chairman, give(state="delivered"), noon) == ["waiting"]


def test_a_cooperating_unit_finds_its_part_until_it_is_finished(
    cast: Cast, noon: datetime, give: Any, client: Client
) -> None:
    item = give(lead_unit=cast.committee)
    party = work.WorkParty.objects.create(item=item, unit=cast.ward_committee, part="cooperating")

    assert _codes(cast.receiver, item, noon) == ["waiting"]
    [row] = work.inbox_of(cast.receiver, at=noon).section("waiting").rows
    assert row.owes_part
    assert [action.label for action in row.actions if action.is_next] == ["Xong phần phối hợp"]
    [row] = work.inbox_of(cast.issuer, at=noon).section("later").rows
    assert not row.owes_part
    assert "task-part" not in [action.code for action in row.actions]
    client.force_login(cast.receiver)
    for address in (reverse("work:inbox"), reverse("work:inbox") + "?nhom=waiting"):
        page = client.get(address).content.decode()
        assert "Phần phối hợp" in page
        assert f'href="{reverse("tasks:task", args=[item.pk])}#task-part"' in page

    party.done_at = noon
    party.save()
    assert _codes(cast.receiver, item, noon) == []


def test_a_row_tells_what_can_be_done_and_how_many_days_are_left(
    cast: Cast, noon: datetime, give: Any
) -> None:
    give(state="issued", due_at=noon - timedelta(days=2))

    [row] = work.inbox_of(cast.receiver, at=noon).section("overdue").rows

    assert row.days == -2
    assert row.cell == work.Cell.RUNNING_OVERDUE
    assert [action.code for action in row.actions] == ["task-receipt", "task-assignment"]
    assert row.actions[0].url_name == "tasks:task-receipt"


@pytest.mark.usefixtures("reading")
def test_thirty_items_cost_as_many_queries_as_three(
    cast: Cast, noon: datetime, give: Any, django_assert_num_queries: Any
) -> None:
    for days in range(-15, 15):
        give(due_at=noon + timedelta(days=days))
        give(issuer_unit=cast.ward_committee, lead_unit=cast.division, state="delivered")
        give(issuer_unit=cast.ward_committee, lead_unit=cast.ward_committee, is_collective=True)
    reader = org.User.objects.get(pk=cast.receiver.pk)
    work.inbox_of(reader, at=noon, limit=5)  # what seldom changes is held from here on

    with django_assert_num_queries(3):  # all sections, arrivals, other rooms' asks:
        inbox = work.inbox_of(reader, at=noon, limit=5)

    assert inbox.section("overdue").total == 15
    assert len(inbox.section("overdue").rows) == 5
    assert inbox.section("waiting").total == 30


def test_a_stranger_has_an_empty_list_with_words_in_it(
    cast: Cast, noon: datetime, give: Any
) -> None:
    give()

    sections = work.inbox_of(cast.stranger, at=noon).sections

    assert [section.total for section in sections] == [0] * 7
    assert all(section.empty_words.endswith(".") for section in sections)


def test_the_number_of_what_is_late_says_that_it_leaves_out_parts_in_the_work_of_others(
    cast: Cast, client: Client, noon: datetime, give: Any
) -> None:
    long_ago = timezone.now() - timedelta(days=20)
    item = give(lead_unit=cast.stranger_unit, due_at=long_ago, title="Rà soát cùng sở")
    work.WorkParty.objects.create(item=item, unit=cast.ward_committee, part="cooperating")
    client.force_login(cast.receiver)

    page = client.get(reverse("work:inbox")).content.decode()

    index = page.partition('class="inbox-index"')[2].partition("</nav>")[0]
    assert "<strong>0</strong><span>Việc chủ\u00a0trì quá\u00a0hạn</span>" in index
    assert "<strong>1</strong><span>Chờ tôi</span>" in index
    waiting = page.partition('id="waiting"')[2].partition("</section>")[0]
    assert "tone-running_overdue" in waiting
    assert "Phần phối hợp" in waiting
    assert "Phần phối hợp nằm ở nhóm “Chờ tôi”" in page


def test_a_section_that_there_is_not_is_told(cast: Cast, client: Client) -> None:
    client.force_login(cast.receiver)

    page = client.get(f"{reverse('work:inbox')}?nhom=zzz").content.decode()

    assert "Không có nhóm việc “zzz”. Đây là tất cả các nhóm." in page
    assert "Không có nhóm việc" not in client.get(reverse("work:inbox")).content.decode()


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"state": "issued"}, "Giao hôm nay"),
        ({"state": "issued", "days": 1}, "giao {:%d/%m/%Y}"),
        ({"state": "received"}, ""),
        ({"state": "received", "days": 1}, ""),
    ],
)
def test_what_came_today_and_nobody_received_yet_is_marked(
    cast: Cast, client: Client, give: Any, values: dict[str, Any], told: str
) -> None:
    now = timezone.now()
    issued_at = now - timedelta(days=values.pop("days", 0))
    item = give(issued_at=issued_at, due_at=now + FUTURE, **values)
    client.force_login(cast.receiver)

    page = client.get(reverse("work:inbox")).content.decode()

    row = page.partition(f'id="item-{item.pk}"')[2].partition("</li>")[0]
    assert item.number in row
    assert ("Giao hôm nay" in row) is (told == "Giao hôm nay")
    expected = told.format(timezone.localtime(issued_at))
    assert expected in row
    assert told or "giao 2" not in row.lower()
