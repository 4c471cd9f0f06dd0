import re
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.factories.org import UserFactory
from tests.factories.work import WorkItemFactory
from tests.tasks.conftest import Cast

from baro.org import api as org
from baro.tasks import lists
from baro.tasks.lists import cards
from baro.tasks.lists.calendars import calendar_of
from baro.tasks.lists.cards import cards_of
from baro.tasks.lists.matrices import matrix_of
from baro.work import api as work

DAY = timedelta(days=1)


@pytest.fixture
def overseer(cast: Cast) -> org.User:
    return UserFactory.create(role="office_specialist", unit=cast.committee, oversees=cast.city)


@pytest.fixture
def ledger(cast: Cast, noon: datetime) -> None:
    """Two wards' and the city's own work in several states and cells, and what is not counted."""
    for state, due, count in [
        ("received", -3, 2),
        ("received", 5, 3),
        ("done", 5, 2),
        ("issued", None, 1),
        ("unclear", 9, 1),
    ]:
        for unit in (cast.ward_committee, cast.department):
            for _ in range(count):
                WorkItemFactory.create(
                    issuer_unit=cast.committee,
                    lead_unit=unit,
                    state=state,
                    due_at=noon + due * DAY if due is not None else None,
                )
    WorkItemFactory.create(lead_unit=cast.department, state="withdrawn")
    WorkItemFactory.create(lead_unit=cast.committee, is_collective=True)


def _address(query: str = "") -> str:
    return f"{reverse('tasks:task-list')}?{query}"


@pytest.mark.parametrize("look", lists.LOOKS)
def test_every_look_shows_the_same_rows_in_as_many_queries_for_three_as_for_thirty(
    look: str,
    cast: Cast,
    overseer: org.User,
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    def fill(count: int) -> None:
        for _ in range(count):
            WorkItemFactory.create(lead_unit=cast.ward_committee, issuer_unit=cast.committee)

    fill(3)
    client.force_login(overseer)
    address = _address(f"xem={look}&ky=2026-09&o=running_overdue,running_in_time")
    client.get(address)
    with django_assert_num_queries(_QUERIES[look]):
        assert client.get(address).status_code == 200
    fill(12 if look == "the" else 27)  # a column with more than twenty is counted by itself
    client.get(address)
    with django_assert_num_queries(_QUERIES[look]):
        page = client.get(address).content.decode()

    assert "Rà soát cơ sở dữ liệu hộ tịch" in page or look == "ma-tran"


# Session with editions, bell and person; then the rows. Their cells, which the sums do
# not tell of these conditions, come by a request of their own.
_QUERIES = {"danh-sach": 5, "bang": 5, "the": 10, "lich": 7, "tien-do": 5, "ma-tran": 5}


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize("down", ["xa", "donvi", "giao"])
@pytest.mark.parametrize("across", ["o", "trangthai"])
def test_the_numbers_of_the_matrix_add_up_and_each_opens_its_rows(
    down: str, across: str, overseer: org.User, noon: datetime
) -> None:
    query = work.query_of(f"xem=ma-tran&hang={down}&nhom={across}")

    found = matrix_of(query, overseer, noon, None)

    assert found["whole"].count == work.tally(lists.listed(overseer, query, at=noon), at=noon).total
    assert found["whole"].count == 18
    assert sum(row.total.count for row in found["matrix"]) == 18
    assert sum(number.count for number in found["totals"]) == 18
    numbers = [number for row in found["matrix"] for number in (*row.numbers, row.total)]
    for number in (*numbers, *found["totals"], found["whole"]):
        opened = lists.listed(overseer, work.query_of(number.href), at=noon)
        assert opened.count() == number.count, number.href


@pytest.mark.usefixtures("ledger")
def test_a_column_of_the_board_is_the_list_narrowed_to_it(
    overseer: org.User, noon: datetime
) -> None:
    for across in ("trangthai", "o"):
        found = cards_of(work.query_of(f"xem=the&nhom={across}"), overseer, noon, None)
        for column in found["columns"]:
            opened = lists.listed(overseer, work.query_of(column.href), at=noon)
            assert opened.count() == column.count == len(column.cards)
        assert sum(column.count for column in found["columns"]) == 18


@pytest.mark.usefixtures("ledger")
def test_a_column_that_the_sums_know_is_told_exactly_and_not_counted(
    overseer: org.User, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cards, "MOST_CARDS", 1)
    monkeypatch.setattr(cards, "MOST_COUNTED", 2)
    query = work.query_of("xem=the&nhom=o")
    figures = lists.figures_of(query, overseer, at=noon)

    with CaptureQueriesContext(connection) as counting:
        counted = cards_of(query, overseer, noon, None)["columns"]
    with CaptureQueriesContext(connection) as telling:
        told = cards_of(query, overseer, noon, None, figures)["columns"]

    assert any(column.is_more for column in counted)
    assert not any(column.is_more for column in told)
    assert {column.value: column.count for column in told} == figures.by_cell
    assert len(telling) < len(counting)


def test_a_card_moves_only_by_what_its_person_may_do(
    cast: Cast, client: Client, noon: datetime
) -> None:
    item = WorkItemFactory.create(issuer_unit=cast.committee, lead_unit=cast.ward_committee)
    query = work.query_of("xem=the")
    [card] = [
        c for column in cards_of(query, cast.receiver, noon, None)["columns"] for c in column.cards
    ]

    assert card.moves["received"]["post"] == reverse("tasks:task-receipt", args=[item.pk])
    assert "withdrawn" not in card.moves
    for user, moves in ((cast.officer, set()), (cast.issuer, {"withdrawn", "replaced"})):
        columns = cards_of(query, user, noon, None)["columns"]
        assert {m for column in columns for c in column.cards for m in c.moves} == moves


@pytest.mark.usefixtures("ledger")
def test_a_day_of_the_calendar_tells_all_that_is_due_on_it(
    overseer: org.User, noon: datetime
) -> None:
    found = calendar_of(work.query_of("xem=lich&ky=2026-09"), overseer, noon, None)
    days = {day.day.isoformat(): day for week in found["weeks"] for day in week}

    assert {name: day.count for name, day in days.items() if day.count} == {
        "2026-09-06": 4,
        "2026-09-14": 10,
        "2026-09-18": 2,
    }
    assert days["2026-09-09"].is_today
    assert days["2026-09-12"].is_off
    assert len(days["2026-09-14"].rows) == 4
    busy = lists.listed(overseer, work.query_of(days["2026-09-14"].href), at=noon)
    assert busy.count() == 10
    week = calendar_of(work.query_of("xem=lich&ky=2026-W38"), overseer, noon, None)
    assert [day.count for day in week["weeks"][0]] == [10, 0, 0, 0, 2, 0, 0]
    assert calendar_of(work.query_of("ky=2026-W99"), overseer, noon, None)["is_week"]


@pytest.mark.usefixtures("ledger")
def test_an_unknown_condition_is_told_and_a_chip_takes_one_value_away(
    overseer: org.User, client: Client
) -> None:
    client.force_login(overseer)

    page = client.get(_address("mau=do&o=paused,undated&donvi=cua-toi")).content.decode()

    assert "Danh sách không lọc theo “mau”" in page
    chips = re.findall(r'class="chip" href="([^"]+)"', page)
    assert "?o=undated&amp;donvi=cua-toi" in chips
    assert 'data-canonical-address="?o=paused,undated&amp;donvi=cua-toi"' in page


def test_a_list_is_saved_opened_changed_and_taken_away_on_its_pages(
    cast: Cast, client: Client
) -> None:
    client.force_login(cast.receiver)
    facts = {"name": "Việc của phường", "reach": "unit", "query": "?o=paused&xem=bang"}
    saved_at = client.post(reverse("tasks:saved-lists"), facts)
    saved = work.SavedList.objects.get()

    assert saved_at["Location"] == _address(f"o=paused&xem=bang&ds={saved.pk}")
    assert client.get(_address(f"ds={saved.pk}"))["Location"] == saved_at["Location"]
    changed = client.get(_address(f"o=undated&ds={saved.pk}")).content.decode()
    assert "Đang xem khác với danh sách “Việc của phường”" in changed
    assert client.post(reverse("tasks:saved-lists"), facts).status_code == 422
    client.post(
        reverse("tasks:saved-list", args=[saved.pk]), {"query": "o=undated", "chi-dieu-kien": "1"}
    )
    client.post(reverse("tasks:saved-list-opening", args=[saved.pk]))
    assert client.get(reverse("tasks:task-list"))["Location"] == _address(
        f"o=undated&ds={saved.pk}"
    )
    assert client.get(_address("ds=tat-ca")).status_code == 200
    counts = client.get(reverse("tasks:saved-list-counts")).content.decode()
    assert "<span>Việc của phường</span><b>0</b>" in counts

    client.force_login(cast.stranger)
    assert client.get(reverse("tasks:saved-list", args=[saved.pk])).status_code == 404
    client.force_login(cast.officer)
    assert client.get(reverse("tasks:saved-list", args=[saved.pk])).status_code == 200
    assert client.post(reverse("tasks:saved-list-removal", args=[saved.pk])).status_code == 403
    client.force_login(cast.receiver)
    client.post(reverse("tasks:saved-list-removal", args=[saved.pk]))
    assert not work.SavedList.objects.exists()


def test_the_panel_offers_what_holds_first_and_loses_nothing(cast: Cast, client: Client) -> None:
    client.force_login(cast.receiver)

    page = client.get(
        reverse("tasks:task-filters") + "?donvi=LA&han=2026-02&xem=bang&sapxep=-han"
    ).content.decode()

    assert (
        '<input class="form-check-input" type="checkbox" name="donvi" value="LA" checked>' in page
    )
    assert '<option value="2026-02" selected>Tháng 2/2026</option>' in page
    assert '<input type="hidden" name="sapxep" value="-han">' in page
