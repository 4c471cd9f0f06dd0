"""Reminding: once, to whom, and never what needs none."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.org import (
    AppointmentFactory,
    PersonFactory,
    PostFactory,
)
from tests.factories.work import CITY, DUE_AT, WorkItemFactory
from tests.followup.towns import START, at, give_task, lay_out_town

from baro.followup.models import Reminder, ReminderProgress
from baro.followup.operations.reminding import BATCH, remind
from baro.kernel.audit import AuditEvent
from baro.notices.api import Notice
from baro.org import api as org
from baro.tasks import api as tasks
from baro.work import api as work

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> SimpleNamespace:
    town = lay_out_town()
    remind(at=START)
    return town


def _told(day: int) -> set[tuple[str, str]]:
    """Kind and name of everybody who was told something on a day of September."""
    found = Notice.objects.filter(told_at__date=date(2026, 9, day)).select_related("person")
    return {(notice.kind, notice.person.full_name) for notice in found}


def test_a_rung_comes_once_however_often_it_is_asked(town: SimpleNamespace) -> None:
    task = give_task(town)

    runs = [remind(at=at(15, 8)), remind(at=at(15, 9)), remind(at=at(15, 16))]

    assert [run.reminded + run.caught_up for run in runs if run] == [2, 0, 0]
    row = Reminder.objects.get(item=task.pk, planned_at__date=date(2026, 9, 15))
    assert (row.told_as, row.is_caught_up) == ("Trước hạn 3 ngày làm việc", False)
    assert row.people == [town.head_of_ward.pk]
    # The kind of thing that `work` shows: with another nobody could open what they were told of.
    assert set(Notice.objects.values_list("subject_type", flat=True)) == {"work.workitem", ""}
    [line] = tasks.history_of(task)[-1:]
    assert line.sentence.startswith("Nhắc việc (trước hạn 3 ngày làm việc): ")


def test_whom_the_rungs_reach(town: SimpleNamespace) -> None:
    task = give_task(town, assignee=town.officer)
    task.item.parties.create(unit=town.helper, part="cooperating")
    names = {
        name: person.full_name for name, person in vars(town).items() if name.startswith("head_of")
    }

    for day in range(8, 29):
        remind(at=at(day))

    officer, head = town.officer.full_name, names["head_of_ward"]
    assert _told(9) == {("reminded", officer), ("reminded", head)}
    assert _told(15) == {*_told(9), ("reminded", names["head_of_helper"])}
    assert {kind for kind, _ in _told(17)} == {kind for kind, _ in _told(18)} == {"due_now"}
    giver = town.giver.person.full_name
    overdue = {("overdue", officer), ("overdue", head), ("overdue", giver)}
    listed = {("leaders_list", giver), ("leaders_list", names["head_of_committee"])}
    assert _told(21) == overdue | listed
    assert _told(23) == {("still_overdue", name) for _, name in overdue}
    assert _told(25) == {("still_overdue", officer), ("still_overdue", head)}


def test_a_part_that_is_done_is_no_longer_reminded(town: SimpleNamespace) -> None:
    task = give_task(town)
    done = {"done_at": at(3), "done_note": "Đã gửi số liệu."}
    task.item.parties.create(unit=town.helper, part="cooperating", **done)

    remind(at=at(15))

    assert town.head_of_helper.full_name not in {name for _, name in _told(15)}


def test_the_seat_is_asked_on_the_day(town: SimpleNamespace) -> None:
    """Who headed the ward when the task was given has left; somebody acts, then nobody."""
    give_task(town)
    seat = org.Appointment.objects.get(person=town.head_of_ward)
    seat.valid_to = date(2026, 9, 10)
    seat.save(update_fields=["valid_to"])
    deputy = PersonFactory.create()
    AppointmentFactory.create(
        person=deputy, post=seat.post, nature="acting", valid_to=date(2026, 9, 16)
    )

    remind(at=at(15))
    remind(at=at(17))

    assert _told(15) == {("caught_up", deputy.full_name), ("reminded", deputy.full_name)}
    last = Reminder.objects.get(planned_at__date=date(2026, 9, 17))
    assert last.people == []
    assert "chức danh đang khuyết" in AuditEvent.objects.latest("pk").facts["people"]


def test_whoever_left_is_not_reminded_of_what_was_assigned(town: SimpleNamespace) -> None:
    gone = PersonFactory.create()
    AppointmentFactory.create(
        person=gone, post=PostFactory.create(unit=town.ward), valid_to=date(2026, 9, 5)
    )
    give_task(town, assignee=gone)

    remind(at=at(9))

    assert _told(9) == {("reminded", town.head_of_ward.full_name)}


@pytest.mark.parametrize(
    "item",
    [
        {"state": "unclear"},
        {"state": "delivered"},
        {"state": "done"},
        {"state": "withdrawn"},
        {"state": "replaced"},
        {"due_at": None},
        {"is_collective": True},
    ],
    ids=lambda item: next(iter(item.values())) or "undated",
)
def test_what_waits_for_nobody_is_left_in_peace(
    town: SimpleNamespace, item: dict[str, object]
) -> None:
    give_task(town, **item)

    for day in (9, 15, 17, 18, 21):
        remind(at=at(day))

    assert not Reminder.objects.exists()
    assert not Notice.objects.exists()


def test_a_moved_deadline_starts_the_rungs_anew_without_repeating(town: SimpleNamespace) -> None:
    """Three rungs for the first day; then a week more, granted two working days before it."""
    task = give_task(town)
    for day in (9, 15):
        remind(at=at(day))

    _grant(task, at(16, 10), DUE_AT + timedelta(days=7))
    for day in range(16, 26):
        remind(at=at(day))
    _grant(task, at(25, 10), DUE_AT)  # and back again: nothing of the first day comes twice
    remind(at=at(25, 11))
    remind(at=at(28))

    sent = [(row.due_on.day, row.fired_on.day) for row in Reminder.objects.filter(item=task.pk)]
    assert sent == [(18, 9), (18, 15), (25, 22), (25, 24), (25, 25)]


def _grant(task: tasks.Task, at: datetime, new_due_at: datetime) -> None:
    item = work.WorkItem.objects.get(pk=task.pk)
    assert item.due_at
    work.WorkExtension.objects.create(
        item=item,
        status="granted",
        old_due_at=item.due_at,
        proposed_due_at=new_due_at,
        grounds="Thiếu số liệu.",
        asked_at=at,
        asked_by=item.issued_by,
        new_due_at=new_due_at,
        decided_at=at,
        decided_by=item.issued_by,
    )
    work.WorkItem.objects.filter(pk=item.pk).update(due_at=new_due_at)


def test_what_came_back_goes_on_from_where_it_is(town: SimpleNamespace) -> None:
    """Handed in before two rungs, returned after them: neither is made up for."""
    task = give_task(town, state="delivered")
    for day in (9, 15):
        remind(at=at(day))

    task.deliveries.create(
        text="Báo cáo",
        status="returned",
        reason="Thiếu phụ lục.",
        handed_in_at=at(4),
        handed_in_by=town.giver,
        decided_at=at(16),
        decided_by=town.giver,
    )
    work.WorkItem.objects.filter(pk=task.pk).update(state="returned", delivered_at=None)
    remind(at=at(17))

    assert [row.told_as for row in Reminder.objects.all()] == ["Trước hạn 1 ngày làm việc"]


def test_after_a_standstill_each_person_hears_once_of_all_that_was_missed(
    town: SimpleNamespace,
) -> None:
    many = [give_task(town) for _ in range(12)]
    gap = WorkItemFactory.create(  # given while nothing ran: its early rungs were never due
        issuer_unit=town.committee, lead_unit=town.ward, issued_at=at(16, 15), due_at=DUE_AT
    )
    assert Reminder.objects.count() == 0

    run = remind(at=at(18))

    assert run
    assert (run.reminded, run.caught_up) == (13, 12 * 3 + 1)
    rows = Reminder.objects.filter(item=many[0].pk)
    assert [(row.planned_at.astimezone(CITY).day, row.is_caught_up) for row in rows] == [
        (9, True),
        (15, True),
        (17, True),
        (18, False),
    ]
    assert Reminder.objects.filter(item=gap).count() == 2
    notice = Notice.objects.get(kind="caught_up")
    assert notice.person == town.head_of_ward
    assert "từ 09/09/2026 đến 17/09/2026; 13 việc" in notice.title
    assert notice.body.endswith("và 3 việc khác.")
    assert Notice.objects.filter(kind="due_now").count() == 13
    assert remind(at=at(18, 9)) is not None
    assert Notice.objects.count() == 14


def test_a_ledger_that_is_older_than_its_ladder_is_not_flooded(town: SimpleNamespace) -> None:
    ReminderProgress.objects.all().delete()
    give_task(
        town, issued_at=datetime(2025, 1, 2, tzinfo=CITY), due_at=datetime(2025, 3, 3, tzinfo=CITY)
    )

    remind(at=at(10))

    rows = Reminder.objects.all()
    assert all(row.fired_on == date(2026, 9, 10) and not row.is_caught_up for row in rows)
    assert rows.count() <= 1


def test_of_two_rungs_on_one_day_a_person_hears_the_later(town: SimpleNamespace) -> None:
    """The deadline is a Sunday: one working day before it and the last one are both Friday."""
    give_task(town, due_at=datetime(2026, 9, 20, 23, 59, tzinfo=CITY))

    remind(at=at(17))
    remind(at=at(18))

    assert Reminder.objects.filter(fired_on=date(2026, 9, 18)).count() == 2
    notice = Notice.objects.get(kind="due_now")
    assert notice.title == "Hôm nay là ngày làm việc cuối cùng trước hạn 20/09/2026."


def test_a_run_that_is_cut_off_leaves_nothing_behind(
    town: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_task(town)

    monkeypatch.setattr("baro.followup.operations.reminding.tell_leaders", _fall)
    with pytest.raises(RuntimeError):
        remind(at=at(9))
    monkeypatch.undo()

    assert not Reminder.objects.exists()
    assert not Notice.objects.exists()
    remind(at=at(9, 9))
    assert Reminder.objects.count() == Notice.objects.count() == 1


def _fall(*_: object, **__: object) -> None:
    raise RuntimeError


def test_an_older_moment_does_nothing(town: SimpleNamespace) -> None:
    give_task(town)
    remind(at=at(9))

    assert remind(at=at(8)) is None


def test_a_batch_costs_the_same_for_many_as_for_few(town: SimpleNamespace) -> None:
    counts = []
    for many, day in ((3, 9), (60, 15)):
        for _ in range(many):
            give_task(town, assignee=town.officer)
        remind(at=at(day - 1))
        with CaptureQueriesContext(
            connection,
        ) as asked:
            run = remind(at=at(day))
        assert run
        assert run.reminded >= many
        counts.append(len(asked))

    few, more = counts
    assert more == few <= 30


@pytest.fixture
def _full_ledger(town: SimpleNamespace) -> None:
    """Twenty thousand open items; a fifth of them has a rung on 15/9."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(
            """INSERT INTO work_workitem (number, kind, title, state, is_collective, is_internal,
            issuer_unit_id, issued_by_id, issued_at, lead_unit_id, assignee_id, source_clause,
            start_at, original_due_at, due_at, is_paused, is_extension_asked, last_update_at)
            SELECT 'X-' || n, 'task', 'Rà soát', 'received', false, false, %s, %s, %s, %s, %s, '',
            %s, due, due, false, false, %s FROM (SELECT n,
            %s::timestamptz + make_interval(days => n %% 10) AS due
            FROM generate_series(1, 20000) n) rows""",
            [
                *(town.committee.pk, town.giver.pk, START, town.ward.pk, town.officer.pk),
                *(START, START, DUE_AT),
            ],
        )
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")


@pytest.mark.usefixtures("_full_ledger")
def test_a_day_with_twenty_thousand_open_items_takes_a_bounded_number_of_queries() -> None:
    ReminderProgress.objects.update(through_at=at(14))

    with CaptureQueriesContext(connection) as asked:
        run = remind(at=at(15))

    assert run
    assert run.reminded == 4_000
    batches = 6_000 // BATCH  # three deadlines have a rung on one of the two days looked at
    assert len(asked) <= 20 + 18 * batches
