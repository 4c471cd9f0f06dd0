import re
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories.tasks import TaskFactory
from tests.tasks.conftest import Cast

from baro.kernel.audit.models import AuditEvent
from baro.kernel.errors import DomainError
from baro.org import api as org
from baro.tasks import api as tasks
from baro.tasks import lists
from baro.tasks.operations import do_in_turn
from baro.work import api as work

REASON = "Việc không còn cần làm"


@pytest.fixture
def three(cast: Cast, noon: datetime) -> list[tasks.Task]:
    """Two of the ward's own, one that the stranger's side gave."""
    own = [
        TaskFactory.create(item__issuer_unit=cast.committee, item__lead_unit=cast.ward_committee)
        for _ in range(2)
    ]
    return [*own, TaskFactory.create(item__lead_unit=cast.ward_committee)]


def _address(act: str) -> str:
    return reverse("tasks:task-bulk", args=[act])


def _keys(found: list[tasks.Task]) -> list[int]:
    return [task.pk for task in found]


def _states(found: list[tasks.Task]) -> list[str]:
    rows = work.WorkItem.objects.in_bulk(_keys(found))
    return [rows[task.pk].state for task in found]


def test_rows_are_looked_at_before_anything_is_done(
    cast: Cast, three: list[tasks.Task], client: Client
) -> None:
    client.force_login(_who_sees_all(cast))

    page = client.post(_address("thu-hoi"), {"viec": _keys(three), "loc": "xem=bang"})

    text = page.content.decode()
    assert page.status_code == 200
    assert "2 nhiệm vụ thu hồi được; 1 nhiệm vụ có điều vướng" in text
    assert "thuộc quyền của" in text
    assert set(_states(three)) == {"issued"}


def _who_sees_all(cast: Cast) -> org.User:
    """Gives work for the committee, and sees what others gave to the ward."""
    org.RoleGrant.objects.create(
        person=cast.issuer.person,
        role=org.Role.INSPECTOR,
        unit=cast.city,
        valid_from=timezone.localdate() - timedelta(days=1),
        order_number="1/QĐ",
    )
    return cast.issuer


def test_what_is_refused_stays_and_the_rest_is_done_with_its_own_trace(
    cast: Cast, three: list[tasks.Task], client: Client
) -> None:
    client.force_login(_who_sees_all(cast))
    form = {"viec": _keys(three), "loc": "", "buoc": "2", "reason": REASON}

    text = client.post(_address("thu-hoi"), form).content.decode()

    assert "Đã thu hồi 2 nhiệm vụ" in text
    assert "Chỉ bên giao việc" in text
    assert _states(three) == ["withdrawn", "withdrawn", "issued"]
    traces = AuditEvent.objects.filter(name="tasks.task_withdrawn", facts__reason=REASON)
    assert set(traces.values_list("target_id", flat=True)) == set(_keys(three[:2]))
    again = client.post(_address("thu-hoi"), form).content.decode()
    assert "đã được thu hồi trước đó" in again


@pytest.mark.parametrize(
    ("act", "facts", "error"),
    [
        ("thu-hoi", {"reason": " "}, "Hãy ghi lý do thu hồi."),
        ("doi-han", {"due_on": "01/01/2020", "reason": REASON}, "Hạn mới phải từ hôm nay"),
        ("theo-doi", {"unit": "Sở Không Có"}, "Không có đơn vị nào tên là"),
        ("phan-cong", {"seat": "0"}, "is-invalid"),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_is_done(
    act: str,
    facts: dict[str, str],
    error: str,
    cast: Cast,
    three: list[tasks.Task],
    client: Client,
) -> None:
    client.force_login(cast.issuer)

    page = client.post(_address(act), {"viec": _keys(three[:2]), "buoc": "2", **facts})

    assert page.status_code == 422
    assert error in page.content.decode()
    assert not AuditEvent.objects.filter(target_id__in=_keys(three)).exists()


def test_a_new_day_a_watcher_and_hands_are_given_to_all_rows_of_a_list(
    cast: Cast, three: list[tasks.Task], client: Client
) -> None:
    due_on = timezone.localdate() + timedelta(days=30)
    seat = org.assignable_people(cast.ward_committee, on=timezone.localdate()).get(
        person=cast.officer.person_id
    )
    every = {"tat-ca": "1", "loc": "trangthai=issued,received", "buoc": "2"}
    client.force_login(cast.issuer)
    client.post(_address("doi-han"), {**every, "due_on": f"{due_on:%d/%m/%Y}", "reason": REASON})
    client.post(_address("theo-doi"), {**every, "unit": cast.department.name})
    client.force_login(cast.receiver)
    text = client.post(_address("phan-cong"), {**every, "seat": seat.pk}).content.decode()

    assert "Đã phân công 3 nhiệm vụ" in text
    own = work.WorkItem.objects.filter(pk__in=_keys(three[:2]))
    assert {timezone.localdate(item.due_at) for item in own if item.due_at} == {due_on}
    assert all(item.original_due_at != item.due_at for item in own)
    watching = work.WorkParty.objects.filter(unit=cast.department, part="watcher")
    assert set(watching.values_list("item_id", flat=True)) == set(_keys(three[:2]))
    assert {item.assignee_id for item in own} == {cast.officer.person_id}


def test_nobody_reaches_rows_that_they_do_not_see(
    cast: Cast, three: list[tasks.Task], client: Client
) -> None:
    form = {"viec": _keys(three), "buoc": "2", "reason": REASON}
    client.force_login(cast.stranger)
    assert client.post(_address("thu-hoi"), form).status_code == 422
    client.force_login(cast.officer)
    assert client.post(_address("thu-hoi"), form).status_code == 403
    client.force_login(cast.issuer)
    assert client.post(_address("khong-co"), form).status_code == 404

    assert set(_states(three)) == {"issued"}


def test_an_act_that_breaks_off_leaves_nothing_of_itself(three: list[tasks.Task]) -> None:
    def half(task: tasks.Task) -> None:
        work.WorkItem.objects.filter(pk=task.pk).update(title="Nửa chừng")
        if task == three[0]:
            raise DomainError("Không làm tiếp được.")

    outcomes = do_in_turn(three[:2], half)

    assert [outcome.refusal for outcome in outcomes] == ["Không làm tiếp được.", ""]
    titles = work.WorkItem.objects.in_bulk(_keys(three[:2]))
    assert [titles[task.pk].title == "Nửa chừng" for task in three[:2]] == [False, True]


def test_nothing_and_too_much_are_refused(
    cast: Cast, three: list[tasks.Task], client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(cast.issuer)
    assert "Chưa chọn nhiệm vụ nào" in client.post(_address("thu-hoi"), {}).content.decode()

    monkeypatch.setattr(lists.rows, "MOST_CHOSEN", 1)
    many = client.post(_address("thu-hoi"), {"viec": _keys(three[:2])}).content.decode()
    assert re.search(r"nhiều nhất 1 nhiệm vụ, ở đây có nhiều hơn thế", many)
