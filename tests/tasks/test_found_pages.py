"""A list with words: the last given first, page by page, and counted only where it is little."""

import re
from datetime import datetime, timedelta
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.factories.org import AppointmentFactory, PersonFactory, PostFactory
from tests.factories.work import WorkItemFactory
from tests.tasks.conftest import Cast

from baro.kernel.search import api as search
from baro.kernel.search import queries
from baro.tasks.lists import finding, paging
from baro.work import api as work
from baro.work.queries.sight import marks_of


@pytest.fixture
def found(cast: Cast, noon: datetime) -> list[int]:
    """Eleven items with the words for the ward, the last given first; one that is taken back."""
    keys = []
    for day in range(12):
        item = WorkItemFactory.create(
            title="Rà soát hộ tịch",
            issuer_unit=cast.committee,
            lead_unit=cast.ward_committee,
            issued_at=noon - timedelta(days=20 * day),
            state="withdrawn" if day == 4 else "issued",
        )
        marks = marks_of(item, item.parties.values_list("unit_id", flat=True))
        search.index(item, title=item.title, at=item.issued_at, marks=marks)
        keys += [] if day == 4 else [item.pk]
    return keys


@pytest.mark.parametrize("ahead", [1, 4])
def test_each_page_shows_what_follows_and_says_how_many_there_are(
    cast: Cast, found: list[int], noon: datetime, monkeypatch: pytest.MonkeyPatch, ahead: int
) -> None:
    monkeypatch.setattr(finding, "_AHEAD", ahead)
    query = work.read_query({"q": "ra soat"})

    seen, number = list[int](), 1
    while True:
        page = finding.found_page(query, cast.receiver, noon, number=number, size=4)
        seen += page.keys
        assert page.number == number
        assert page.total == 11 or (page.is_more and page.total < 11)
        if not page.has_next:
            break
        number += 1

    assert seen == found
    assert (page.total, page.is_more, number) == (11, False, 3)
    last = finding.found_page(query, cast.receiver, noon, number=70, size=4)
    assert (last.number, last.keys) == (3, page.keys)


def test_other_conditions_narrow_what_is_found(
    cast: Cast, found: list[int], noon: datetime
) -> None:
    since = f"{noon - timedelta(days=70):%Y-%m-%d}"
    for conditions, expected in (
        ({"tu": since}, found[:4]),
        ({"den": since}, found[4:]),
        ({"trangthai": "received"}, []),
        ({"donvi": cast.ward_committee.code}, found),
        ({"donvi": cast.committee.code}, []),
    ):
        query = work.read_query({"q": "ra soat", **conditions})
        page = finding.found_page(query, cast.receiver, noon, number=1, size=50)
        assert list(page.keys) == expected, conditions
        everything = work.filtered(
            work.WorkItem.objects.visible_to(cast.receiver).counted(), query, at=noon
        )
        assert set(page.keys) == set(everything.values_list("pk", flat=True))


def test_a_stranger_finds_nothing(cast: Cast, found: list[int], noon: datetime) -> None:
    query = work.read_query({"q": "ra soat"})

    assert finding.found_page(query, cast.stranger, noon, number=1, size=50).keys == ()


def test_the_page_leads_to_the_next_and_says_its_order(
    cast: Cast, client: Client, found: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "ROWS", 4)
    client.force_login(cast.receiver)
    address = reverse("tasks:task-list") + "?q=ra+soat"

    first = client.get(address).content.decode()
    second = client.get(address + "&trang=2").content.decode()

    assert "1–4 trong 11 nhiệm vụ" in first
    assert "trang=2" in first
    assert "5–8 trong 11 nhiệm vụ" in second
    assert "Mới giao trước" in first
    assert "Kết quả tìm “ra soat”, mới nhất trước." in first
    assert "mới nhất trước" not in client.get(address + "&sapxep=so").content.decode()
    last = client.get(address + "&trang=9").content.decode()
    assert "9–11 trong 11 nhiệm vụ" in last
    assert "Danh sách chỉ có 3 trang. Đây là trang cuối." in last


def test_words_that_occur_too_often_are_not_counted(
    cast: Cast, client: Client, found: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(cast.receiver)
    address = reverse("tasks:task-list-cells") + "?q=ra+soat"

    assert "quá nhiều" not in client.get(address).content.decode()
    monkeypatch.setattr(queries, "FEW", 5)
    assert "quá nhiều nhiệm vụ chứa các từ này để chia" in client.get(address).content.decode()


@pytest.mark.parametrize("look", ["danh-sach", "bang", "tien-do"])
def test_who_looks_for_a_person_is_led_to_the_work_of_that_person(
    cast: Cast, client: Client, found: list[int], look: str
) -> None:
    person = PersonFactory.create(full_name="Đỗ Thị Ngọc Lan")
    item = WorkItemFactory.create(lead_unit=cast.ward_committee, assignee=person)
    client.force_login(cast.receiver)
    address = f"{reverse('tasks:task-list')}?xem={look}&q="

    page = client.get(address + "do+thi+ngoc+lan").content.decode()

    assert "không tìm theo tên người" in page
    led = re.search(r'href="([^"]+)">Việc Đỗ Thị Ngọc Lan thực hiện<', page)
    assert led
    assert f"nguoi={person.pk}" in led[1]
    assert item.title in client.get(unescape(led[1])).content.decode()
    assert "Chọn người thực hiện" in client.get(address + "khong+ai+ten+vay").content.decode()
    assert "Ngọc Lan" not in client.get(address + "ra+soat").content.decode()


def test_people_are_asked_for_once_and_only_where_a_name_may_be_meant(
    cast: Cast, client: Client, found: list[int]
) -> None:
    client.force_login(cast.receiver)
    address = f"{reverse('tasks:task-list')}?q="

    def looks_at_names(words: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(address + words)
        about = [one["sql"] for one in asked if '"org_person"."words"::text LIKE' in one["sql"]]
        return len(about)

    assert looks_at_names("ra+soat") == 0
    assert looks_at_names("Ra+Soat") == 1
    assert looks_at_names("le+phi") == 1
    assert looks_at_names("lệ+phí") == 1
    assert looks_at_names("khong+ai+ten+vay") == 1
    assert looks_at_names("khong+ai+126") == 0


@pytest.mark.parametrize("typed", ["do thi hanh", "Đỗ Thị Hạnh", "Hạnh Thị Đỗ"])
@pytest.mark.parametrize("look", ["danh-sach", "the", "lich"])
def test_a_name_that_stands_in_titles_too_leads_to_the_person_above_the_rows(
    cast: Cast, client: Client, noon: datetime, typed: str, look: str
) -> None:
    person = PersonFactory.create(full_name="Đỗ Thị Hạnh")
    post = PostFactory.create(unit=cast.division, title="Phó trưởng phòng")
    AppointmentFactory.create(person=person, post=post)
    item = WorkItemFactory.create(
        title="Giải quyết đơn của bà Đỗ Thị Hạnh", lead_unit=cast.ward_committee
    )
    marks = marks_of(item, item.parties.values_list("unit_id", flat=True))
    search.index(item, title=item.title, at=item.issued_at, marks=marks)
    client.force_login(cast.receiver)

    page = client.get(f"{reverse('tasks:task-list')}?xem={look}&q={typed}").content.decode()

    assert "Có phải ông/bà tìm" in page
    assert f'<a href="{reverse("org:person", args=[person.pk])}">Đỗ Thị Hạnh</a>' in page
    assert "(Phó trưởng phòng, Phòng Kinh tế)?" in page
    assert f"nguoi={person.pk}" in page
    assert item.title in page or look == "lich"


def test_a_name_of_more_people_than_are_shown_leads_to_all_of_them(
    cast: Cast, client: Client
) -> None:
    PersonFactory.create_batch(4, full_name="Đỗ Thị Hạnh")
    client.force_login(cast.receiver)

    page = client.get(f"{reverse('tasks:task-list')}?q=do+thi+hanh").content.decode()

    assert page.count("Việc Đỗ Thị Hạnh thực hiện") == 3
    assert f"{reverse('org:unit-list')}?q=do+thi+hanh" in page
