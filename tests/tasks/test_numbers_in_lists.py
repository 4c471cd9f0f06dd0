"""A number typed in the search of the list finds what bears it, or says where that is."""

import re
from datetime import datetime, timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from tests.tasks.conftest import Cast

from baro.org import api as org
from baro.tasks import api as tasks
from baro.work import api as work


@pytest.fixture
def whole(cast: Cast, noon: datetime) -> work.WorkItem:
    """One task given to the ward and to another body."""
    spec = cast.spec(lead_codes=(cast.ward_committee.code, cast.department.code))
    return tasks.issue_tasks(specs=[spec], by=cast.issuer, at=noon)[0].item


def _page(client: Client, reader: org.User, asked: str) -> str:
    client.force_login(reader)
    return client.get(f"{reverse('tasks:task-list')}?{asked}").content.decode()


def _rows(page: str) -> list[str]:
    return re.findall(r'class="item-number">([^<]+)<', page)


def test_the_number_of_what_many_received_is_told_with_the_way_to_it(
    cast: Cast, client: Client, whole: work.WorkItem
) -> None:
    for typed in (whole.number, str(int(whole.number[-6:]))):
        for look in ("danh-sach", "bang", "the", "lich"):
            page = _page(client, cast.issuer, f"xem={look}&q={typed}")

            assert f'<a href="{reverse("tasks:task", args=[whole.pk])}">{whole.number}' in page
            assert "giao chung cho nhiều đơn vị. Danh sách đếm việc của từng đơn vị" in page
    led = re.search(r'href="([^"]+)">Xem việc của từng đơn vị<', page)
    assert led
    client.force_login(cast.issuer)
    parts = _rows(client.get(unescape(led[1])).content.decode())
    assert set(parts) == set(whole.children.values_list("number", flat=True))


def test_who_holds_one_part_is_led_to_it(cast: Cast, client: Client, whole: work.WorkItem) -> None:
    part = whole.children.get(lead_unit=cast.ward_committee)

    page = _page(client, cast.receiver, f"q={whole.number}")

    assert f"{whole.number} giao chung cho nhiều đơn vị và do bên giao mở." in page
    assert f'href="{reverse("tasks:task", args=[part.pk])}">{part.number}' in page
    assert reverse("tasks:task", args=[whole.pk]) not in page
    assert 'ti-hash"' not in _page(client, cast.stranger, f"q={whole.number}")


@pytest.mark.parametrize("order", ["", "han", "so"])
def test_the_end_of_a_number_finds_the_row_itself_and_nothing_is_told(
    cast: Cast, client: Client, task: tasks.Task, noon: datetime, order: str
) -> None:
    number = task.item.number

    page = _page(client, cast.receiver, f"sapxep={order}&q={int(number[-6:])}")

    assert _rows(page) == [number]
    assert 'ti-hash"' not in page
    query = work.read_query({"q": str(int(number[-6:]))})
    assert work.tally_of(cast.receiver, query, at=noon).total == 1


def test_what_was_taken_back_or_is_filtered_out_is_told_and_led_to(
    cast: Cast, client: Client, task: tasks.Task, noon: datetime
) -> None:
    number = task.item.number
    other = _page(client, cast.receiver, f"q={number}&trangthai=done")
    tasks.withdraw_tasks(
        tasks=[task], reason="Giao nhầm.", by=cast.issuer, at=noon + timedelta(hours=1)
    )

    taken_back = _page(client, cast.receiver, f"q={number}")

    assert "không khớp các điều kiện lọc khác đang chọn" in other
    assert "đã thu hồi, nên danh sách chỉ có khi lọc theo trạng thái ấy" in taken_back
    for page in (other, taken_back):
        assert _rows(page) == []
        assert f'href="{reverse("tasks:task", args=[task.pk])}"' in page
    asked_for = _page(client, cast.receiver, f"q={number}&trangthai=withdrawn")
    assert _rows(asked_for) == [number]
    assert 'ti-hash"' not in asked_for


@pytest.mark.parametrize("cooperates", [False, True])
def test_the_page_of_a_part_leads_to_the_whole_or_says_why_it_does_not(
    cast: Cast, client: Client, whole: work.WorkItem, cooperates: bool
) -> None:
    if cooperates:
        whole.parties.create(unit=cast.ward_committee, part="cooperating")
    part = whole.children.get(lead_unit=cast.ward_committee)
    link = f'<a href="{reverse("tasks:task", args=[whole.pk])}">Thuộc {whole.number}</a>'
    why = "Nhiệm vụ chung ấy do bên giao theo dõi; ông/bà xem được phần này."

    for reader, may_open in ((cast.issuer, True), (cast.receiver, cooperates)):
        client.force_login(reader)
        page = client.get(reverse("tasks:task", args=[part.pk])).content.decode()

        assert (link in page) is may_open
        assert (why in page) is not may_open
