"""What a receiver sees of a document: its own task, and not the drafts that lie behind it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories.tasks import TaskDraftFactory
from tests.tasks.conftest import Cast

from baro.tasks import api as tasks


@pytest.fixture
def draft(cast: Cast) -> tasks.TaskDraft:
    """One of the notice's drafts is given to the ward and the department, this one is not."""
    due = timezone.localdate() + timedelta(days=10)
    leads = (cast.ward_committee.code, cast.department.code)
    tasks.issue_tasks(
        specs=[cast.spec(lead_codes=leads, due_on=due)], by=cast.issuer, at=timezone.now()
    )
    return TaskDraftFactory.create(document=cast.notice, title="Điều chưa ngã ngũ")


def test_the_receiver_finds_its_own_task_beside_the_document(
    client: Client, cast: Cast, draft: tasks.TaskDraft
) -> None:
    client.force_login(cast.receiver)

    page = client.get(reverse("tasks:document-drafts", args=[cast.notice.pk])).content.decode()

    assert "Rà soát cơ sở dữ liệu hộ tịch" in page
    assert "Chưa có nhiệm vụ nào" not in page
    assert page.count("item-title") == 1


def test_the_issuer_finds_the_collective_task_once(
    client: Client, cast: Cast, draft: tasks.TaskDraft
) -> None:
    client.force_login(cast.issuer)

    page = client.get(reverse("tasks:document-drafts", args=[cast.notice.pk])).content.decode()

    assert page.count("item-title") == 1
    assert "nhiều đơn vị" in page
    assert "Rà soát 1 nhiệm vụ dự thảo" in page


def test_drafts_are_the_matter_of_those_who_keep_the_register(
    client: Client, cast: Cast, draft: tasks.TaskDraft
) -> None:
    assert draft in tasks.TaskDraft.objects.visible_to(cast.issuer)
    assert not tasks.TaskDraft.objects.visible_to(cast.receiver).exists()
    client.force_login(cast.receiver)

    review = client.get(reverse("tasks:document-review", args=[cast.notice.pk]))

    assert review.status_code == 403
    assert "Điều chưa ngã ngũ" not in review.content.decode()
    assert client.get(reverse("tasks:draft", args=[draft.pk])).status_code == 404
