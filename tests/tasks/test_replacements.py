"""Another task in the place of one: for whoever still has it, part for part."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories.org import UnitFactory
from tests.tasks.conftest import Cast

from baro.notices import api as notices
from baro.tasks import api as tasks
from baro.tasks import queries
from baro.tasks.specs import CooperatingPart
from baro.work import api as work


@pytest.fixture
def collective(cast: Cast, noon: datetime) -> tasks.Task:
    """For the ward and the department, with a part for a unit that leads nothing."""
    codes = (cast.ward_committee.code, cast.department.code)
    helper = CooperatingPart(UnitFactory.create(parent=cast.committee).code, "Cho số liệu")
    spec = cast.spec(lead_codes=codes, cooperating=(helper,))
    [task] = tasks.issue_tasks(specs=[spec], by=cast.issuer, at=noon)
    return task


def _replace(client: Client, cast: Cast, task: tasks.Task) -> tasks.Task:
    client.force_login(cast.issuer)
    due = timezone.localdate() + timedelta(days=20)
    facts = {
        "title": "Rà soát lại sổ hộ tịch",
        "expected_product": "Báo cáo",
        "due_on": f"{due:%d/%m/%Y}",
        "reason": "Đổi ngày.",
    }
    response = client.post(reverse("tasks:task-replacement", args=[task.pk]), facts)
    assert response.status_code == 302
    task.refresh_from_db()
    assert task.replaced_by is not None
    return task.replaced_by


def test_each_unit_of_many_gets_the_new_task_in_place_of_its_own(
    client: Client, cast: Cast, collective: tasks.Task
) -> None:
    new = _replace(client, cast, collective)

    assert new.item.is_collective
    children = {child.lead_unit_id: child for child in new.item.children.all()}
    assert set(children) == {cast.ward_committee.pk, cast.department.pk}
    for old in tasks.Task.objects.filter(item__parent=collective.pk).select_related("item"):
        assert old.item.state == work.State.REPLACED
        assert old.replaced_by_id == children[old.item.lead_unit_id].pk
    [told] = notices.Notice.objects.filter(
        person=cast.receiver.person_id, kind="withdrawn", done_at__isnull=True
    )
    assert children[cast.ward_committee.pk].number in told.title
    [part] = new.item.parties.filter(part="cooperating")
    assert part.duty == "Cho số liệu"


def test_who_has_finished_does_not_get_it_again(
    client: Client, cast: Cast, collective: tasks.Task, noon: datetime
) -> None:
    [done] = tasks.Task.objects.filter(
        item__parent=collective.pk, item__lead_unit=cast.ward_committee
    )
    tasks.receive_task(task=done, by=cast.receiver, at=noon)
    tasks.deliver_task(task=done, text="Xong.", by=cast.receiver, at=noon)
    tasks.accept_task(task=done, by=cast.issuer, at=noon)

    new = _replace(client, cast, collective)

    assert not new.item.is_collective
    assert new.item.lead_unit == cast.department
    done.item.refresh_from_db()
    assert done.item.is_done


def test_the_part_that_is_owed_goes_along_and_both_histories_tell(
    client: Client, cast: Cast, noon: datetime
) -> None:
    helper = CooperatingPart(cast.department.code, "Góp ý")
    [task] = tasks.issue_tasks(
        specs=[cast.spec(cooperating=(helper,), due_on=date(2026, 9, 18))], by=cast.issuer, at=noon
    )
    new = _replace(client, cast, task)

    [part] = new.item.parties.filter(part="cooperating")
    assert (part.unit, part.duty) == (cast.department, "Góp ý")
    before = [entry.sentence for entry in queries.history_of(task)]
    after = [entry.sentence for entry in queries.history_of(new)]
    assert f"{cast.issuer} thay bằng nhiệm vụ {new.item.number}, lý do: Đổi ngày." in before
    assert f"{cast.issuer} giao việc này thay cho {task.item.number}, lý do: Đổi ngày." in after
