"""The pages of a list: where they stand, how they are named, and what is told of changes."""

import re
from datetime import datetime, timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.work import WorkItemFactory
from tests.tasks.conftest import Cast

from baro.org import api as org
from baro.tasks.lists import paging
from baro.work import api as work


@pytest.fixture
def reader(cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch) -> org.User:
    """Somebody with a list of seven tasks, three to a page."""
    monkeypatch.setattr(paging, "ROWS", 3)
    for day in range(7):
        WorkItemFactory.create(
            number=f"NV-2026-{day:06d}",
            lead_unit=cast.ward_committee,
            issuer_unit=cast.committee,
            due_at=datetime.now().astimezone() + timedelta(days=day + 1),
        )
    client.force_login(cast.receiver)
    return cast.receiver


def _page(client: Client, query: str) -> str:
    answer = client.get(f"{reverse('tasks:task-list')}{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def _numbers(page: str) -> list[int]:
    return [int(n) for n in re.findall(r'item-number">NV-2026-(\d+)', page)]


def _link(page: str, rel: str) -> str:
    found = re.search(rf'href="([^"]+)" rel="{rel}"', page)
    assert found
    return unescape(found[1])


@pytest.mark.usefixtures("reader")
def test_pages_follow_each_other_and_tell_where_they_stand(client: Client) -> None:
    first = _page(client, "?ds=tat-ca")
    second = _page(client, _link(first, "next"))
    third = _page(client, _link(second, "next"))

    assert [_numbers(page) for page in (first, second, third)] == [[0, 1, 2], [3, 4, 5], [6]]
    assert "1–3 trong 7 nhiệm vụ" in first
    assert "4–6 trong 7 nhiệm vụ" in second
    assert "7–7 trong 7 nhiệm vụ" in third
    assert 'rel="next"' not in third
    assert _numbers(_page(client, _link(third, "prev"))) == [3, 4, 5]
    assert _numbers(_page(client, "?ds=tat-ca&trang=3")) == [6]
    assert _numbers(_page(client, "?ds=tat-ca&trang=99")) == [6]


@pytest.mark.usefixtures("reader")
def test_a_list_that_is_counted_row_by_row_tells_no_more_than_it_knows(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "MOST_COUNTED", 5)

    page = _page(client, "?trangthai=issued")

    assert "1–3 trong hơn 5 nhiệm vụ" in page
    assert reverse("tasks:task-list-cells") in page
    cells = client.get(f"{reverse('tasks:task-list-cells')}?trangthai=issued").content.decode()
    assert re.search(r"Chưa xong, trong hạn</span> <b>7</b>", cells)


@pytest.mark.usefixtures("reader")
def test_a_row_that_jumped_over_the_reader_is_told(client: Client) -> None:
    first = _page(client, "?ds=tat-ca")
    item = work.WorkItem.objects.get(number="NV-2026-000005")
    item.due_at = item.original_due_at = datetime.now().astimezone() + timedelta(hours=1)
    item.save()

    second = _page(client, _link(first, "next"))

    assert "Có nhiệm vụ đã đổi chỗ trong danh sách" in second
    assert _numbers(second) == [3, 4, 6]
    assert "5–7 trong 7 nhiệm vụ" in second


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("name", ["sau", "truoc"])
def test_a_broken_place_is_answered_with_a_sentence(client: Client, name: str) -> None:
    answer = client.get(f"{reverse('tasks:task-list')}?ds=tat-ca&{name}=hong")

    assert answer.status_code == 422
    assert "Hãy mở lại danh sách từ trang 1" in answer.content.decode()
