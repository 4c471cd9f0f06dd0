"""Tasks that no paper ordered: who promised or ordered what, and its confirmation."""

from datetime import date, datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone
from tests.factories.org import UserFactory
from tests.tasks.conftest import Cast

from baro.notices.models import Notice
from baro.org import api as org
from baro.tasks import api as tasks
from baro.tasks import operations, queries
from baro.tasks.models import Task, TaskOrigin
from baro.tasks.operations.origins import NotWaiting
from baro.tasks.specs import Origin


@pytest.fixture
def chairman(cast: Cast) -> org.User:
    return UserFactory.create(role="leader", unit=cast.committee)


def _spoken(cast: Cast, chairman: org.User, noon: datetime, **changes: Any) -> Task:
    origin = Origin(
        kind="spoken",
        said_on=date(2026, 9, 8),
        said_by="Chủ tịch UBND thành phố",
        words="Rà soát ngay các điểm úng ngập, báo cáo trước thứ Sáu.",
        occasion="Đi kiểm tra hiện trường",
        confirmer=org.powers_of(chairman, on=noon.date()).posts[0],
    )
    spec = cast.spec(source_document=None, source_clause="", quote="", origin=origin, **changes)
    [task] = tasks.issue_tasks(specs=[spec], by=cast.issuer, at=noon)
    return task


def test_a_spoken_order_asks_who_gave_it_to_confirm(
    cast: Cast, chairman: org.User, noon: datetime
) -> None:
    task = _spoken(cast, chairman, noon)

    asked = Notice.objects.get(kind="unconfirmed")
    assert asked.person == chairman.person
    told = [entry.sentence for entry in queries.history_of(task)]
    assert any("Chủ tịch UBND thành phố: Rà soát ngay" in sentence for sentence in told)

    operations.confirm_order(task=task, by=chairman, at=noon)

    origin = TaskOrigin.objects.get()
    assert (origin.confirmed_by, origin.waits_for_confirmation) == (chairman, False)
    assert Notice.objects.get(pk=asked.pk).done_at is not None


def test_somebody_else_confirms_by_a_paper_alone(
    cast: Cast, chairman: org.User, noon: datetime
) -> None:
    task = _spoken(cast, chairman, noon)

    with pytest.raises(PermissionDenied):
        operations.confirm_order(task=task, by=cast.issuer, at=noon)
    operations.confirm_order(task=task, document=cast.notice, by=cast.issuer, at=noon)

    assert TaskOrigin.objects.get().confirmed_in == cast.notice


def test_it_is_confirmed_once(cast: Cast, chairman: org.User, noon: datetime) -> None:
    task = _spoken(cast, chairman, noon)
    operations.confirm_order(task=task, by=chairman, at=noon)

    with pytest.raises(NotWaiting):
        operations.confirm_order(task=task, by=chairman, at=noon)


def test_a_task_without_a_spoken_order_has_nothing_to_confirm(
    cast: Cast, client: Client, noon: datetime
) -> None:
    [task] = tasks.issue_tasks(specs=[cast.spec()], by=cast.issuer, at=noon)
    client.force_login(cast.issuer)

    answer = client.post(f"/nhiem-vu/{task.pk}/xac-nhan/")

    assert answer.status_code == 422
    assert "không chờ xác nhận" in answer.content.decode()


@pytest.mark.parametrize(
    ("change", "lack"),
    [
        ({"said_by": " "}, "chưa ghi ai hứa"),
        ({"words": ""}, "chưa ghi lời hứa"),
        ({"said_on": date(2026, 9, 10)}, "chưa tới"),
        ({"kind": "spoken"}, "chưa chọn người xác nhận"),
    ],
)
def test_a_promise_without_its_facts_is_not_given(
    cast: Cast, noon: datetime, change: dict[str, Any], lack: str
) -> None:
    facts: dict[str, Any] = {
        "kind": "council",
        "said_on": date(2026, 9, 8),
        "said_by": "Giám đốc Sở Xây dựng",
        "words": "Quý IV hoàn thành.",
    }
    spec = cast.spec(origin=Origin(**{**facts, **change}))

    with pytest.raises(tasks.ThreeClaritiesMissing, match=lack):
        tasks.issue_tasks(specs=[spec], by=cast.issuer, at=noon)


def test_a_promise_is_given_and_shown_on_screen(cast: Cast, client: Client) -> None:
    client.force_login(cast.issuer)
    due = timezone.localdate().replace(year=timezone.localdate().year + 1)
    facts = {
        "title": "Mở rộng đường vào trường học",
        "leads": cast.ward_committee.name,
        "expected_product": "Báo cáo kết quả",
        "due_on": f"{due:%d/%m/%Y}",
        "issuer_unit": cast.committee.pk,
        "inspector": org.Appointment.objects.get(person=cast.issuer.person).pk,
        "minutes_per_unit": 60,
        "origin_kind": "council",
        "said_by": "Giám đốc Sở Xây dựng",
        "said_to": "Đại biểu HĐND thành phố",
        "said_words": "Sẽ mở rộng đường trong năm tới.",
    }

    refused = client.post("/nhiem-vu/giao/", facts)
    assert "Hãy ghi ngày hứa hoặc chỉ đạo." in refused.content.decode()

    shown = client.post("/nhiem-vu/giao/", {**facts, "said_on": "01/09/2026"}, follow=True)
    words = shown.content.decode()
    assert "Sẽ mở rộng đường trong năm tới." in words
    assert "Trả lời chất vấn tại kỳ họp HĐND" in words
