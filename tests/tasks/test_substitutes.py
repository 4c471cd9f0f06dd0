"""While somebody is away, the one who stands for them does their work, and says so."""

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from tests.factories.org import UserFactory
from tests.tasks.conftest import Cast

from baro.kernel.audit import AuditEvent
from baro.notices.api import Notice
from baro.org import api as org
from baro.tasks import api as tasks
from baro.work import api as work


@pytest.fixture
def deputy(cast: Cast, noon: datetime) -> org.User:
    """A servant of the ward who stands for its chair until the year's end."""
    user = UserFactory.create(role="civil_servant", unit=cast.division)
    org.give_substitution(
        giver=cast.receiver.person,
        substitute=user.person,
        valid_from=timezone.localdate(noon),
        last_day=date(2099, 12, 31),
        order_number="12/TB-UBND",
        by=None,
        at=noon,
    )
    return user


def test_the_substitute_receives_and_delivers_on_behalf_of_who_is_away(
    cast: Cast, deputy: org.User, noon: datetime
) -> None:
    [task] = tasks.issue_tasks(specs=[cast.spec()], by=cast.issuer, at=noon)
    colleague = UserFactory.create(role="civil_servant", unit=cast.division)
    with pytest.raises(PermissionDenied):
        tasks.receive_task(task=task, by=colleague, at=noon)

    told = {n.person_id: n.title for n in Notice.objects.filter(kind="given")}
    assert told[deputy.person_id].startswith(f"Thay {cast.receiver}: ")
    assert cast.receiver.person_id in told

    rows = [row for one in work.inbox_of(deputy, at=noon).sections for row in one.rows]
    assert [(row.item.pk, row.behalf) for row in rows] == [(task.pk, str(cast.receiver))]

    task = tasks.receive_task(task=task, by=deputy, at=noon)
    tasks.deliver_task(task=task, text="Đã xong.", by=deputy, at=noon)
    labels = AuditEvent.objects.filter(name__in=["tasks.task_received", "tasks.task_delivered"])
    assert {event.actor_label for event in labels} == {f"{deputy} (thay mặt {cast.receiver})"}
    assert {event.actor_id for event in labels} == {deputy.pk}


def test_what_is_ones_own_is_done_in_ones_own_name(
    cast: Cast, deputy: org.User, noon: datetime
) -> None:
    [task] = tasks.issue_tasks(specs=[cast.spec()], by=cast.issuer, at=noon)
    task = tasks.receive_task(task=task, by=cast.receiver, at=noon)
    task = tasks.assign_task(task=task, person=deputy.person, by=cast.receiver, at=noon)

    tasks.deliver_task(task=task, text="Đã xong.", by=deputy, at=noon + timedelta(hours=1))

    delivered = AuditEvent.objects.get(name="tasks.task_delivered")
    assert delivered.actor_label == str(deputy)
    assert work.inbox_of(cast.receiver, at=noon).section("others").total == 1


def test_what_was_assigned_to_who_is_away_is_in_the_hands_of_the_substitute(
    cast: Cast, deputy: org.User, noon: datetime
) -> None:
    [task] = tasks.issue_tasks(specs=[cast.spec()], by=cast.issuer, at=noon)
    task = tasks.receive_task(task=task, by=cast.receiver, at=noon)
    task = tasks.assign_task(task=task, person=cast.receiver.person, by=cast.receiver, at=noon)

    tasks.deliver_task(task=task, text="Đã xong.", by=deputy, at=noon)

    label = AuditEvent.objects.get(name="tasks.task_delivered").actor_label
    assert label == f"{deputy} (thay mặt {cast.receiver})"
