"""The sweeper: what should have been sent against what was, named row by row."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.db.migrations.recorder import MigrationRecorder
from tests.followup.towns import START, at, give_task, lay_out_town

from baro.followup import jobs
from baro.followup.models import Reminder, ReminderComparison, ReminderProgress
from baro.followup.operations.comparing import compare
from baro.followup.operations.reminding import remind
from baro.followup.queries.ladder_page import is_reminding_time, reminders_look
from baro.work import api as work

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> SimpleNamespace:
    town = lay_out_town()
    remind(at=START)
    return town


def test_what_was_sent_as_it_should_is_well(town: SimpleNamespace) -> None:
    for _ in range(3):
        give_task(town)
    for day in (9, 15):
        remind(at=at(day))

    found = compare(at=at(15, 17))

    assert (found.expected, found.is_well) == (6, True)


def test_what_is_missing_is_named(town: SimpleNamespace) -> None:
    task = give_task(town)
    for day in (9, 15):
        remind(at=at(day))
    Reminder.objects.filter(planned_at__date=date(2026, 9, 9)).delete()

    found = compare(at=at(15, 17))

    assert found.missing == [
        {
            "item": task.pk,
            "number": task.item.number,
            "rung": "Trước hạn 7 ngày làm việc",
            "planned_on": "2026-09-09",
            "why": "Chưa thấy gửi.",
        }
    ]
    assert found.extra == []


def test_what_may_still_be_on_its_way_is_not_missing(town: SimpleNamespace) -> None:
    give_task(town)
    remind(at=at(8))

    assert compare(at=at(9, 8)).is_well
    assert not compare(at=at(9, 9)).is_well


def test_what_should_not_have_been_sent_is_named(town: SimpleNamespace) -> None:
    """One row of a rung that has not come, and one that went out after the end."""
    early, closed = give_task(town), give_task(town)
    remind(at=at(9))
    row = Reminder.objects.get(item=early.pk)
    row.pk, row.occurrence, row.planned_at, row.fired_at = None, 5, at(9, 9), at(9, 10)
    row.save()
    work.WorkItem.objects.filter(pk=closed.pk).update(
        state="done", delivered_at=at(8), closed_at=at(8, 10)
    )

    found = compare(at=at(9, 17))

    assert {(each["item"], each["why"].split()[1]) for each in found.extra} == {
        (early.pk, "gửi"),
        (closed.pk, "gửi"),
    }
    assert [each["item"] for each in found.missing] == []


def test_a_long_list_of_faults_is_cut_and_counted(town: SimpleNamespace) -> None:
    for _ in range(201):
        give_task(town)

    found = compare(at=at(9, 17))

    assert len(found.missing) == 201
    assert found.missing[-1] == {"more": 1}
    assert (found.missing_total, found.extra_total) == (201, 0)


def test_only_some_may_ask_for_it_and_old_ones_go(town: SimpleNamespace) -> None:
    with pytest.raises(PermissionDenied):
        compare(at=at(9), by=town.wards_head)

    compare(at=at(9), by=town.giver)
    compare(at=at(9) + timedelta(days=100))

    assert ReminderComparison.objects.count() == 1


def test_the_health_page_says_how_reminding_goes(town: SimpleNamespace) -> None:
    remind(at=at(9, 9))
    compare(at=at(9, 9))

    assert reminders_look(at(9, 9)).is_well
    assert not reminders_look(at(9, 11)).is_well
    assert "Đã nhắc đến 09:00 ngày 09/09/2026" in reminders_look(at(9, 9)).text
    ReminderProgress.objects.all().delete()
    assert reminders_look(at(9, 9)).is_well is None
    assert reminders_look(at(9, 9)).text == "Chưa nhắc lần nào."


@pytest.mark.parametrize(
    ("installed_at", "first"), [(at(8, 8), 8), (at(8, 18), 9), (at(1) - timedelta(days=60), 1)]
)
def test_the_first_comparison_is_waited_for_until_the_first_days_end(
    town: SimpleNamespace, installed_at: datetime, first: int
) -> None:
    """Old reminders brought into a new installation do not make its first comparison late."""
    MigrationRecorder.Migration.objects.filter(app="followup").update(applied=installed_at)
    ReminderProgress.objects.update(through_at=at(first, 17))

    before, after = reminders_look(at(first, 17)), reminders_look(at(first, 19))

    assert before.is_well is None
    assert before.text == (
        f"Đã nhắc đến 17:00 ngày 0{first}/09/2026. "
        f"Chưa đối chiếu lần nào, lần đầu lúc 17:40 ngày 0{first}/09/2026."
    )
    assert after.is_well is False
    assert "lần đầu lẽ ra lúc 17:40" in after.text


@pytest.mark.parametrize(
    ("moment", "is_worked"),
    [
        ("2026-09-09 08:00", True),
        ("2026-09-09 07:55", False),
        ("2026-09-09 12:30", False),
        ("2026-09-09 16:55", True),
        ("2026-09-09 17:00", False),
        ("2026-09-12 10:00", False),
        ("2026-08-22 10:00", True),
        ("2026-09-02 10:00", False),
    ],
)
def test_reminders_come_in_working_hours(moment: str, is_worked: bool) -> None:
    assert is_reminding_time(datetime.fromisoformat(f"{moment}+07:00")) is is_worked


def test_the_job_keeps_to_working_hours(town: SimpleNamespace) -> None:
    give_task(town)

    jobs.remind_people(at(9, 7))
    jobs.remind_people(at(12, 10))  # a Saturday
    assert not Reminder.objects.exists()
    jobs.remind_people(at(9, 8))
    jobs.compare_reminders(at(9, 17))

    assert Reminder.objects.count() == 1
    assert ReminderComparison.objects.get().is_well
