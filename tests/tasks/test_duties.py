"""Duties that come back: each time an item of its own, given once, on its day."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied
from tests.tasks.conftest import Cast

from baro.notices.models import Notice
from baro.tasks import api as tasks
from baro.tasks import operations
from baro.tasks.models import DutyOccurrence, RecurringDuty, Task
from baro.tasks.operations.duties import DayPassed, DutyEnded, NotATime
from baro.tasks.queries.occurrences import coming_times

CITY = ZoneInfo("Asia/Ho_Chi_Minh")
MONTHLY = {"every": "month", "by": "ngày 25"}


def _moment(month: int, day: int, *, year: int = 2026) -> datetime:
    return datetime(year, month, day, 8, tzinfo=CITY)


def _monthly(cast: Cast) -> RecurringDuty:
    """Given on 1 September, due on the 25th; 25 October is a Sunday, 25 July a Saturday."""
    spec = cast.spec(due_on=None, recurrence=MONTHLY)
    tasks.issue_tasks(specs=[spec], by=cast.issuer, at=_moment(9, 1))
    return RecurringDuty.objects.get()


def _states(duty: RecurringDuty) -> list[tuple[date, str]]:
    return list(duty.occurrences.values_list("due_on", "state"))


def test_a_repeated_task_is_the_first_time_of_a_duty(cast: Cast) -> None:
    duty = _monthly(cast)

    task = Task.objects.get()
    assert duty.rule == "FREQ=MONTHLY;BYMONTHDAY=25"
    assert (task.item.due_at and task.item.due_at.astimezone(CITY).date()) == date(2026, 9, 25)
    assert task.item.duty_occurrence.duty == duty


@pytest.mark.parametrize(
    "until", [{"due_on": date(2026, 9, 30)}, {"due_on": None, "no_deadline_reason": "Tuỳ kỳ họp"}]
)
def test_a_rhythm_without_a_day_stays_a_single_task(cast: Cast, until: dict[str, Any]) -> None:
    spec = cast.spec(recurrence={"every": "month", "by": ""}, **until)
    tasks.issue_tasks(specs=[spec], by=cast.issuer, at=_moment(9, 1))

    assert not RecurringDuty.objects.exists()


def test_each_time_is_given_once_on_its_day(cast: Cast) -> None:
    """25 October is a Sunday: due on Monday 26, so given five working days before, on the 19th."""
    duty = _monthly(cast)

    assert operations.open_occurrences(at=_moment(10, 16)) == 0
    assert operations.open_occurrences(at=_moment(10, 19)) == 1
    assert operations.open_occurrences(at=_moment(10, 19)) == 0

    assert _states(duty) == [(date(2026, 9, 25), "opened"), (date(2026, 10, 26), "opened")]
    assert Task.objects.count() == 2


def test_a_collective_duty_asks_its_group_each_time(cast: Cast) -> None:
    spec = cast.spec(
        due_on=None,
        recurrence=MONTHLY,
        lead_codes=(cast.ward_committee.code, cast.department.code),
    )
    tasks.issue_tasks(specs=[spec], by=cast.issuer, at=_moment(9, 1))

    operations.open_occurrences(at=_moment(10, 19))

    assert Task.objects.filter(item__is_collective=True).count() == 2
    assert Task.objects.filter(item__parent__isnull=False).count() == 4


def test_what_is_wanted_before_a_day_never_comes_after_it(cast: Cast) -> None:
    """25 October 2026 is a Sunday: "trước ngày 25" then means Friday 23."""
    spec = cast.spec(due_on=None, recurrence={"every": "month", "by": "trước ngày 25"})
    tasks.issue_tasks(specs=[spec], by=cast.issuer, at=_moment(9, 1))

    assert operations.open_occurrences(at=_moment(10, 16)) == 1

    assert _states(RecurringDuty.objects.get())[1:] == [(date(2026, 10, 23), "opened")]


def test_a_time_that_passed_in_a_standstill_is_said_and_not_asked(cast: Cast) -> None:
    duty = _monthly(cast)

    assert operations.open_occurrences(at=_moment(11, 20)) == 1

    assert _states(duty)[1:] == [(date(2026, 10, 26), "missed"), (date(2026, 11, 25), "opened")]


def test_a_moved_time_keeps_its_reason_and_comes_on_its_new_day(cast: Cast) -> None:
    duty = _monthly(cast)
    operations.move_occurrence(
        duty=duty,
        nominal_on=date(2026, 10, 25),
        due_on=date(2026, 10, 30),
        reason="Chờ số liệu quý",
        by=cast.issuer,
        at=_moment(10, 1),
    )

    assert operations.open_occurrences(at=_moment(10, 22)) == 0
    assert operations.open_occurrences(at=_moment(10, 23)) == 1
    assert _states(duty)[1:] == [(date(2026, 10, 30), "opened")]


def test_a_skipped_time_is_never_given_and_the_next_one_is(cast: Cast) -> None:
    duty = _monthly(cast)
    operations.skip_occurrence(
        duty=duty,
        nominal_on=date(2026, 10, 25),
        reason="Đã báo cáo đột xuất",
        by=cast.issuer,
        at=_moment(10, 1),
    )

    assert operations.open_occurrences(at=_moment(10, 26)) == 0
    assert operations.open_occurrences(at=_moment(11, 18)) == 1


def test_what_was_settled_or_is_no_day_of_the_rule_is_refused(cast: Cast) -> None:
    duty = _monthly(cast)
    facts: dict[str, Any] = {
        "duty": duty,
        "reason": "Thử",
        "by": cast.issuer,
        "at": _moment(9, 2),
    }

    with pytest.raises(NotATime, match="25/09/2026 đã giao"):
        operations.skip_occurrence(nominal_on=date(2026, 9, 25), **facts)
    with pytest.raises(NotATime, match="không có kỳ ngày 24/10/2026"):
        operations.skip_occurrence(nominal_on=date(2026, 10, 24), **facts)
    with pytest.raises(DayPassed, match="01/09/2026 đã qua"):
        operations.move_occurrence(nominal_on=date(2026, 10, 25), due_on=date(2026, 9, 1), **facts)


def test_an_ended_duty_comes_back_no_more(cast: Cast) -> None:
    duty = _monthly(cast)
    operations.end_duty(duty=duty, reason="Đã có hệ thống khác", by=cast.issuer, at=_moment(9, 3))

    assert operations.open_occurrences(at=_moment(10, 20)) == 0
    with pytest.raises(DutyEnded):
        operations.end_duty(duty=duty, reason="Lần nữa", by=cast.issuer, at=_moment(9, 4))
    duty.refresh_from_db()
    assert coming_times(duty, at=_moment(9, 4)) == []


def test_only_an_issuer_may_change_a_duty(cast: Cast) -> None:
    duty = _monthly(cast)

    with pytest.raises(PermissionDenied):
        operations.end_duty(duty=duty, reason="Thử", by=cast.receiver, at=_moment(9, 3))


def test_a_duty_waits_with_its_reason_until_somebody_takes_it_over(cast: Cast) -> None:
    duty = _monthly(cast)
    RecurringDuty.objects.update(given_by=cast.stranger)

    assert operations.open_occurrences(at=_moment(10, 19)) == 0
    assert operations.open_occurrences(at=_moment(10, 20)) == 0
    duty.refresh_from_db()
    assert "không còn được giao việc" in duty.trouble

    assert Notice.objects.filter(kind="duty_stalled", person=cast.issuer.person).count() == 1

    operations.take_over_duty(duty=duty, by=cast.issuer, at=_moment(10, 20))
    assert operations.open_occurrences(at=_moment(10, 20)) == 1
    assert DutyOccurrence.objects.filter(state="opened").count() == 2


def test_what_is_given_daily_on_a_friday_is_first_due_on_monday(cast: Cast) -> None:
    spec = cast.spec(due_on=None, recurrence={"every": "day", "by": ""})
    tasks.issue_tasks(specs=[spec], by=cast.issuer, at=_moment(9, 4))

    assert _states(RecurringDuty.objects.get()) == [(date(2026, 9, 7), "opened")]


def test_daily_duties_leave_days_off_alone(cast: Cast) -> None:
    """4 September 2026 is a Friday."""
    spec = cast.spec(due_on=date(2026, 9, 4), recurrence={"every": "day", "by": ""})
    tasks.issue_tasks(specs=[spec], by=cast.issuer, at=_moment(9, 4))

    given = [operations.open_occurrences(at=_moment(9, day)) for day in (4, 5, 6, 7, 8)]

    assert given == [0, 0, 0, 1, 1]
