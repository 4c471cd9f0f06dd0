"""The pages of what comes back by a rule."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from tests.tasks.conftest import Cast

from baro.tasks import api as tasks
from baro.tasks.models import DutyOccurrence, RecurringDuty
from baro.tasks.queries.occurrences import coming_times

pytestmark = pytest.mark.django_db


@pytest.fixture
def duty(cast: Cast) -> RecurringDuty:
    spec = cast.spec(due_on=None, recurrence={"every": "week", "by": "thứ Sáu"})
    tasks.issue_tasks(specs=[spec], by=cast.issuer, at=timezone.now())
    return RecurringDuty.objects.get()


@pytest.fixture
def issuer(cast: Cast, client: Client) -> Client:
    client.force_login(cast.issuer)
    return client


def test_list_and_page_show_the_rhythm_and_the_next_time(
    issuer: Client, duty: RecurringDuty
) -> None:
    time = coming_times(duty, at=timezone.now(), limit=1)[0]

    listed = issuer.get("/viec-dinh-ky/").content.decode()
    page = issuer.get(f"/viec-dinh-ky/{duty.pk}/").content.decode()

    for shown in (listed, page):
        assert f"{time.due_on:%d/%m/%Y}" in shown
        assert "ằng tuần, thứ Sáu" in shown


def test_who_owes_it_does_not_see_the_duty(cast: Cast, client: Client, duty: RecurringDuty) -> None:
    client.force_login(cast.receiver)

    assert duty.title not in client.get("/viec-dinh-ky/").content.decode()
    assert client.get(f"/viec-dinh-ky/{duty.pk}/").status_code == 404


def test_a_time_is_moved_on_the_page(issuer: Client, duty: RecurringDuty) -> None:
    time = coming_times(duty, at=timezone.now(), limit=1)[0]
    later = time.due_on + timedelta(days=3)

    answer = issuer.post(
        f"/viec-dinh-ky/{duty.pk}/doi-ky/",
        {"nominal_on": time.nominal_on, "due_on": f"{later:%d/%m/%Y}", "reason": "Trùng họp"},
        follow=True,
    )

    assert "Đã dời kỳ này." in answer.content.decode()
    assert DutyOccurrence.objects.get(nominal_on=time.nominal_on).due_on == later


def test_a_refused_act_keeps_what_was_typed(issuer: Client, duty: RecurringDuty) -> None:
    time = coming_times(duty, at=timezone.now(), limit=1)[0]

    answer = issuer.post(
        f"/viec-dinh-ky/{duty.pk}/doi-ky/",
        {"nominal_on": time.nominal_on, "due_on": "01/01/2020", "reason": "Trùng họp"},
    )

    assert answer.status_code == 422
    words = answer.content.decode()
    assert "Ngày 01/01/2020 đã qua." in words
    assert "Trùng họp" in words


def test_a_lead_longer_than_the_rhythm_is_refused(issuer: Client, duty: RecurringDuty) -> None:
    answer = issuer.post(
        f"/viec-dinh-ky/{duty.pk}/cach-giao/", {"lead_days": "9", "on_day_off": "next"}
    )

    assert answer.status_code == 422
    assert "Các kỳ cách nhau 7 ngày" in answer.content.decode()


@pytest.mark.parametrize(
    ("by", "due_on", "words"),
    [
        ("thứ Sáu", "", "Các hạn tới"),
        ("khi cần", "", "chưa giao được nếu không đặt hạn"),
        ("khi cần", "30/12/2026", "việc chỉ được giao một lần"),
    ],
)
def test_the_days_of_a_rhythm_are_shown_while_it_is_typed(
    issuer: Client, by: str, due_on: str, words: str
) -> None:
    asked = {"recurrence_every": "week", "recurrence_by": by, "due_on": due_on}

    assert words in issuer.get(reverse("tasks:terms-preview"), asked).content.decode()


def test_a_longer_list_costs_no_more_queries(cast: Cast, issuer: Client) -> None:
    spec = cast.spec(due_on=None, recurrence={"every": "week", "by": "thứ Sáu"})

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            issuer.get("/viec-dinh-ky/")
        return len(captured)

    tasks.issue_tasks(specs=[spec], by=cast.issuer, at=timezone.now())
    queries()
    few = queries()
    tasks.issue_tasks(specs=[spec] * 3, by=cast.issuer, at=timezone.now())

    assert queries() == few
