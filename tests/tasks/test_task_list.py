import re
from datetime import datetime, timedelta
from typing import Any

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
