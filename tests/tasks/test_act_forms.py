"""The fields of an act come when somebody opens it, at the act's own address."""

from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories.org import UserFactory
from tests.tasks.conftest import Cast

from baro.kernel.errors import DomainError
from baro.org import api as org
from baro.tasks import api as tasks

FRAGMENT = {"HX-Request": "true"}


def _get(by: org.User, code: str, task: tasks.Task, *, fragment: bool) -> tuple[int, str]:
    client = Client()
    client.force_login(by)
    address = reverse(f"tasks:{code}", args=[task.pk])
    response = client.get(address, headers=FRAGMENT if fragment else {})
    return response.status_code, response.content.decode()


def test_the_page_brings_no_fields_that_nobody_asked_for(cast: Cast, received: tasks.Task) -> None:
    _, page = _get(cast.receiver, "task", received, fragment=False)

    address = reverse("tasks:task-progress", args=[received.pk])
    assert f'hx-get="{address}"' in page
    assert f'<a href="{address}">' in page
    assert 'name="done"' not in page


def test_an_opened_act_brings_its_fields_alone(cast: Cast, received: tasks.Task) -> None:
    status, form = _get(cast.receiver, "task-progress", received, fragment=True)

    assert status == 200
    assert 'name="done"' in form
    assert "<html" not in form


def test_without_scripts_the_task_comes_with_the_act_open(cast: Cast, received: tasks.Task) -> None:
    _, page = _get(cast.receiver, "task-progress", received, fragment=False)

    assert "<html" in page
    assert 'name="done"' in page
    assert 'name="text"' not in page.partition('id="task-delivery"')[2].partition("</details>")[0]


def test_what_can_no_longer_be_done_is_said(cast: Cast, task: tasks.Task, noon: datetime) -> None:
    tasks.withdraw_tasks(tasks=[task], by=cast.issuer, reason="Trùng việc", at=noon)

    status, form = _get(cast.receiver, "task-progress", task, fragment=True)

    assert status == 200
    assert "không còn làm được" in form
    assert "<form" not in form


@pytest.mark.parametrize("fragment", [True, False])
def test_a_stranger_learns_nothing(cast: Cast, received: tasks.Task, *, fragment: bool) -> None:
    status, page = _get(UserFactory.create(), "task-progress", received, fragment=fragment)

    assert status == 404
    assert received.item.title not in page


def test_a_refused_file_has_to_be_chosen_again(cast: Cast, received: tasks.Task) -> None:
    client = Client()
    client.force_login(cast.receiver)
    file = SimpleUploadedFile("danh-sach.txt", "Danh sách 12 vụ việc".encode())

    response = client.post(
        reverse("tasks:task-delivery", args=[received.pk]),
        {"text": "Danh sách", "link": "https://sai dia chi", "file": file},
    )

    page = response.content.decode()
    assert response.status_code == 422
    assert page.count("Tệp “danh-sach.txt” không giữ lại được") == 2  # above, and at the field
    assert 'hx-preserve="true"' in page
    assert not received.deliveries.exists()


def test_a_file_at_fault_is_named_once_and_not_kept(cast: Cast, received: tasks.Task) -> None:
    client = Client()
    client.force_login(cast.receiver)

    response = client.post(
        reverse("tasks:task-delivery", args=[received.pk]),
        {"text": "Danh sách", "file": SimpleUploadedFile("rong.docx", b"")},
        headers=FRAGMENT,
    )

    form = response.content.decode()
    assert response.status_code == 422
    assert form.count("“rong.docx”: Tệp rỗng (0 byte).") == 2
    assert form.count("Hãy chọn lại tệp.") == 2
    assert "không giữ lại được" not in form
    assert "hx-preserve" not in form


def test_a_refused_act_answers_with_its_own_form_alone(cast: Cast, received: tasks.Task) -> None:
    client = Client()
    client.force_login(cast.receiver)
    address = reverse("tasks:task-delivery", args=[received.pk])
    typed = {"text": "Danh sách đã lập", "link": "https://sai dia chi"}

    refusal = client.post(address, typed, headers=FRAGMENT)

    form = refusal.content.decode()
    assert refusal.status_code == 422
    assert refusal["HX-Retarget"] == "#form-task-delivery"
    assert form.count("<form") == 1
    assert 'id="form-task-delivery"' in form
    assert "Danh sách đã lập" in form
    assert "<html" in client.post(address, typed).content.decode()


def test_what_can_no_longer_be_done_is_told_beside_the_task_as_it_is_now(
    cast: Cast, received: tasks.Task, noon: datetime
) -> None:
    tasks.withdraw_tasks(tasks=[received], by=cast.issuer, reason="Trùng việc", at=noon)
    client = Client()
    client.force_login(cast.receiver)

    address = reverse("tasks:task-progress", args=[received.pk])
    refusal = client.post(address, {"done": "Đã rà soát 5 tổ dân phố"}, headers=FRAGMENT)

    page = refusal.content.decode()
    assert refusal.status_code == 422
    assert "HX-Retarget" not in refusal
    assert f'id="task-{received.pk}"' in page
    assert "Chưa thực hiện được." in page
    assert "Đã rà soát 5 tổ dân phố" in page


def test_recalling_after_the_deadline_says_what_it_costs(
    cast: Cast, received: tasks.Task, noon: datetime
) -> None:
    now = timezone.now()
    next_month = timezone.localdate(now) + timedelta(days=30)
    [early] = tasks.issue_tasks(specs=[cast.spec(due_on=next_month)], by=cast.issuer, at=now)
    tasks.receive_task(task=early, by=cast.receiver, at=now)
    for task, at in ((received, noon), (early, now)):
        tasks.deliver_task(task=task, text="Báo cáo.", by=cast.receiver, at=at)

    _, late_form = _get(cast.receiver, "task-recall", received, fragment=True)
    _, early_form = _get(cast.receiver, "task-recall", early, fragment=True)

    assert "Hạn 18/09/2026 đã qua: rút lại thì việc thành quá hạn" in late_form
    assert "đã qua" not in early_form


def test_the_issuer_moves_the_deadline_from_the_page_of_the_task(
    cast: Cast, received: tasks.Task
) -> None:
    client, today = Client(), timezone.localdate()
    client.force_login(cast.issuer)
    address = reverse("tasks:task-deadline", args=[received.pk])
    assert address in client.get(reverse("tasks:task", args=[received.pk])).content.decode()

    gone = f"{today - timedelta(days=1):%d/%m/%Y}"
    refused = client.post(address, {"due_on": gone, "reason": "Đổi kế hoạch"})
    assert refused.status_code == 422
    assert "Hạn mới phải từ hôm nay" in refused.content.decode()
    with pytest.raises(DomainError, match="Hạn mới phải từ hôm nay"):
        tasks.reschedule_task(
            task=received,
            due_on=today - timedelta(days=1),
            reason="Đổi",
            by=cast.issuer,
            at=timezone.now(),
        )

    day = today + timedelta(days=9)
    moved = client.post(address, {"due_on": f"{day:%d/%m/%Y}", "reason": "Đổi kế hoạch"})
    assert moved.status_code == 302
    received.item.refresh_from_db()
    assert received.item.due_at is not None
    assert timezone.localdate(received.item.due_at) == day
    client.force_login(cast.receiver)
    assert address not in client.get(reverse("tasks:task", args=[received.pk])).content.decode()
