from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from baro.kernel import audit
from baro.kernel.calendar.api import built_in_calendar, working_calendar
from baro.kernel.calendar.models import CalendarOverride
from baro.kernel.calendar.operations import load_shipped_overrides, set_calendar_override
from baro.kernel.rules.api import set_rule_value

pytestmark = pytest.mark.django_db
TEACHERS_DAY = date(2026, 11, 20)
_READING = {"REQUEST_METHOD": "GET"}


def test_the_installation_knows_the_shipped_days_with_their_basis() -> None:
    swap = CalendarOverride.objects.get(day=date(2026, 8, 31))
    unsure = CalendarOverride.objects.get(day=date(2026, 1, 2))

    assert (swap.kind, swap.legal_basis, swap.is_verified) == ("off", "Thông báo 9441/TB-BNV", True)
    assert not unsure.is_verified
    assert not working_calendar().is_working_day(swap.day)


@pytest.fixture
def request_under_way() -> Iterator[None]:
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)  # it would close the test's own
    request_started.send(sender=None, environ=_READING)
    yield
    request_finished.send(sender=None)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_within_a_request_the_calendar_is_asked_for_once(
    request_under_way: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = working_calendar()

    with django_assert_num_queries(0):
        assert working_calendar() is first


def test_what_another_process_wrote_holds_from_the_next_request(request_under_way: None) -> None:
    assert working_calendar().is_working_day(TEACHERS_DAY)
    CalendarOverride.objects.create(day=TEACHERS_DAY, kind="off", name="Nghỉ", legal_basis="Thử")

    request_finished.send(sender=None)
    request_started.send(sender=None, environ=_READING)

    assert not working_calendar().is_working_day(TEACHERS_DAY)


def test_outside_of_requests_nothing_is_taken_from_memory() -> None:
    assert working_calendar().is_working_day(TEACHERS_DAY)

    CalendarOverride.objects.create(day=TEACHERS_DAY, kind="off", name="Nghỉ", legal_basis="Thử")

    assert not working_calendar().is_working_day(TEACHERS_DAY)


def test_an_unchanged_calendar_is_not_counted_again() -> None:
    first = working_calendar()

    assert working_calendar() is first


def test_a_new_notice_changes_the_calendar_at_once(
    administrator: Any,
    noon: datetime,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    assert working_calendar().is_working_day(TEACHERS_DAY)

    with django_capture_on_commit_callbacks(execute=True):
        override = set_calendar_override(
            day=TEACHERS_DAY,
            kind=CalendarOverride.Kind.OFF,
            name="Nghỉ thử",
            legal_basis="Thông báo 1/TB-TEST",
            by=administrator,
            at=noon,
        )

    assert not working_calendar().is_working_day(TEACHERS_DAY)
    (line,) = audit.history(override)
    assert line.text == (
        "Trần Văn Quản đã ghi vào lịch làm việc: 20/11/2026: Nghỉ (Nghỉ thử). "
        "Căn cứ: Thông báo 1/TB-TEST."
    )


def test_only_an_administrator_changes_the_calendar(stranger: Any, noon: datetime) -> None:
    with pytest.raises(PermissionDenied):
        set_calendar_override(
            day=TEACHERS_DAY,
            kind=CalendarOverride.Kind.OFF,
            name="",
            legal_basis="",
            by=stranger,
            at=noon,
        )


def test_loading_again_changes_nothing_and_keeps_what_the_city_said() -> None:
    CalendarOverride.objects.filter(day=date(2026, 1, 2)).update(kind="worked")
    before = list(CalendarOverride.objects.values_list("day", "kind"))

    load_shipped_overrides()

    assert list(CalendarOverride.objects.values_list("day", "kind")) == before


def test_working_hours_follow_their_rule(administrator: Any, noon: datetime) -> None:
    set_rule_value(
        key="calendar.working_hours",
        value={"morning": ["07:00", "11:00"], "afternoon": ["13:00", "17:00"]},
        valid_from=date(2027, 1, 1),
        legal_basis="Quyết định thử",
        by=administrator,
        at=noon,
    )

    end = working_calendar().add_working_time(datetime.fromisoformat("2027-03-01T06:00+07:00"), 1)

    assert end == datetime.fromisoformat("2027-03-01T07:01+07:00")
    assert built_in_calendar().add_working_time(noon, 1).hour == 13
