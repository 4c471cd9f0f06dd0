import re
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories.org import UserFactory
from tests.factories.work import WorkItemFactory

from baro.kernel.files import api as files
from baro.kernel.files.models import FileSweep
from baro.kernel.health.checks import checks

pytestmark = pytest.mark.django_db
_FAILED_JOB = """
    INSERT INTO procrastinate_jobs (queue_name, task_name, status, args, attempts)
    VALUES ('events', 'tasks.task_issued:nobody', 'failed', '{}', 6) RETURNING id
"""


def test_liveness_needs_no_account_and_no_database(
    client: Client, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(0):
        response = client.get(reverse("kernel:liveness"))

    assert (response.status_code, response.content) == (200, b"ok")
    assert response["Content-Type"] == "text/plain"


def test_the_health_page_is_closed_to_strangers(client: Client) -> None:
    assert client.get(reverse("kernel:health")).status_code == 302


def test_an_administrator_sees_what_failed_and_runs_it_again(client: Client) -> None:
    client.force_login(UserFactory.create(role="system_admin"))
    with connection.cursor() as cursor:
        cursor.execute(_FAILED_JOB)
        (job_id,) = cursor.fetchone()

    page = client.get(reverse("kernel:health")).content.decode()
    again = client.post(reverse("kernel:job-retry", args=[job_id]), follow=True)
    twice = client.post(reverse("kernel:job-retry", args=[job_id]))

    assert "tasks.task_issued:nobody" in page
    assert "Chưa có tiến trình nền nào chạy." in page
    assert "tasks.task_issued:nobody" not in again.content.decode()
    assert twice.status_code == 422


def test_others_are_told_who_may_see_it(client: Client) -> None:
    client.force_login(UserFactory.create(role="unit_head"))

    responses = [
        client.get(reverse("kernel:health")),
        client.post(reverse("kernel:job-retry", args=[1])),
    ]

    assert [response.status_code for response in responses] == [403, 403]
    assert "Chỉ quản trị hệ thống" in responses[0].content.decode()


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


def test_what_was_never_looked_at_is_not_called_well(client: Client) -> None:
    found = {check.name: check for check in checks(at=timezone.now())}

    for name in ("Nội dung tệp", "Nhắc việc", "Số đếm nhiệm vụ", "Thư báo"):
        assert (found[name].is_well, found[name].word) == (None, "Chưa kiểm tra"), name
    client.force_login(UserFactory.create(role="system_admin"))
    page = client.get(reverse("kernel:health")).content.decode()
    told = re.findall(r'state-tag-dot" aria-hidden="true"></span>([^<]+)<', page)
    assert set(told) == {"Tốt", "Cần xem", "Chưa kiểm tra"}
    assert told == [check.word for check in checks(at=timezone.now())]


def test_files_that_were_read_again_are_well_and_unfolded_slips_are_not() -> None:
    files.start_sweep(by=UserFactory.create(role="system_admin"), at=timezone.now())
    FileSweep.objects.update(ended_at=timezone.now())
    WorkItemFactory.create()

    found = {check.name: check for check in checks(at=timezone.now())}
    assert found["Nội dung tệp"].is_well is True
    assert found["Số đếm nhiệm vụ"].is_well is False
