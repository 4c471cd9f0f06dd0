from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from baro.kernel.health.checks import checks

pytestmark = pytest.mark.django_db


def test_liveness_needs_no_account_and_no_database(
    client: Client, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(0):
        response = client.get(reverse("kernel:liveness"))

    assert (response.status_code, response.content) == (200, b"ok")
    assert response["Content-Type"] == "text/plain"


@pytest.mark.parametrize("name", ["kernel:health"])
def test_the_health_page_is_closed_to_strangers(client: Client, name: str) -> None:
    assert client.get(reverse(name)).status_code == 302


def test_a_worker_that_never_ran_is_noticed() -> None:
    found = {check.name: check for check in checks(at=timezone.now())}

    assert found["Cơ sở dữ liệu"].is_well
    assert "PostgreSQL" in found["Cơ sở dữ liệu"].text
    assert not found["Tiến trình nền"].is_well


def test_a_store_that_cannot_be_written_is_noticed(settings: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    settings.FILE_STORE = tmp_path / "file"

    store = next(check for check in checks(at=timezone.now()) if check.name == "Kho tệp")

    assert not store.is_well
