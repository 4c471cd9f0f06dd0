import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.work import WorkItemFactory
from tests.tasks.conftest import Cast


def _titles(client: Client, query: str = "") -> list[str]:
    page = client.get(reverse("tasks:task-list") + query).content.decode()
    return re.findall(r'class="item-title"[^>]*>([^<]+)<', page)


def test_open_work_comes_first_by_its_deadline_then_what_was_closed_last(
    cast: Cast, client: Client, noon: datetime
) -> None:
    day = timedelta(days=1)
    wanted: dict[str, dict[str, Any]] = {
        "closed first": {"state": "done", "due_at": noon, "closed_at": noon - 2 * day},
        "open later": {"due_at": noon + 9 * day},
        "closed last": {"state": "done", "due_at": noon - 9 * day, "closed_at": noon - day},
        "open sooner": {"due_at": noon + day},
        "open without a day": {"due_at": None},
    }
    for title, values in wanted.items():
        WorkItemFactory.create(
            title=title, issuer_unit=cast.committee, lead_unit=cast.ward_committee, **values
        )
    client.force_login(cast.issuer)

    assert _titles(client) == [
        "open sooner",
        "open later",
        "open without a day",
        "closed last",
        "closed first",
    ]


def test_a_list_without_rows_says_so(cast: Cast, client: Client) -> None:
    client.force_login(cast.issuer)

    page = client.get(reverse("tasks:task-list") + "?q=khong-co").content.decode()

    assert "Không có nhiệm vụ nào khớp" in page


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("xem=zzz", "Không có cách xem “zzz”. Đang xem theo danh sách."),
        ("sapxep=zzz", "Không sắp xếp được theo “zzz”."),
        ("xem=bang&cot=so,zzz,ten", "Bảng không có cột “zzz”."),
        ("xem=the&nhom=zzz", "Không chia cột được theo “zzz”."),
        ("xem=ma-tran&hang=zzz", "Không chia hàng được theo “zzz”."),
        ("xem=lich&ky=zzz", "“zzz” không phải là một tháng hay một tuần."),
        ("xem=lich&ky=2026-W99", "“2026-W99” không phải là một tháng hay một tuần."),
        ("o=paused&ds=987654", "Danh sách đã lưu này không còn, hoặc không dành cho ông/bà."),
    ],
)
def test_a_way_of_showing_that_nobody_knows_is_told(
    cast: Cast, client: Client, asked: str, sentence: str
) -> None:
    client.force_login(cast.receiver)

    assert sentence in client.get(f"{reverse('tasks:task-list')}?{asked}").content.decode()


@pytest.mark.parametrize(
    "asked",
    [
        "xem=bang&cot=so,ten&sapxep=-han",
        "xem=the&nhom=o",
        "xem=ma-tran&hang=giao&nhom=trangthai",
        "xem=lich&ky=2026-W38",
        "xem=lich&ky=2026-09",
        "trang=1",
    ],
)
def test_what_is_known_is_not_told(cast: Cast, client: Client, asked: str) -> None:
    client.force_login(cast.receiver)

    page = client.get(f"{reverse('tasks:task-list')}?{asked}").content.decode()
    assert 'class="notice' not in page.partition('id="main"')[2].partition("list-tools")[0]
