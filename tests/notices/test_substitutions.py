"""Who is to stand for somebody hears of it, and both hear when it is over."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.org import UnitFactory, UserFactory

from baro.kernel.audit import AuditEvent
from baro.kernel.relay.subscriptions import subscribed_events
from baro.notices import operations
from baro.notices.models import Notice
from baro.org import api as org

pytestmark = pytest.mark.django_db
MORNING = datetime.fromisoformat("2026-09-07T08:00:00+07:00")
DAY = timedelta(days=1)


@pytest.fixture
def chair() -> org.User:
    return UserFactory.create(role="leader", unit=UnitFactory.create(committee=True), is_head=True)


@pytest.fixture
def deputy(chair: org.User) -> org.User:
    [held] = org.appointments_of(chair.person)
    return UserFactory.create(role="leader", unit=held.post.unit)


@pytest.fixture
def given(chair: org.User, deputy: org.User) -> org.Substitution:
    return org.give_substitution(
        giver=chair.person,
        substitute=deputy.person,
        valid_from=date(2026, 9, 8),
        last_day=date(2026, 9, 11),
        order_number="12/TB-UBND",
        by=chair,
        at=MORNING,
    )


def _events(name: str) -> list[int]:
    return list(AuditEvent.objects.filter(name=name).values_list("pk", flat=True))


def _told(user: org.User) -> list[str]:
    found = Notice.objects.filter(person=user.person_id, kind="standing_in").order_by("pk")
    return list(found.values_list("title", flat=True))


def test_the_substitute_is_told_once_and_led_to_what_was_agreed(
    chair: org.User, deputy: org.User, given: org.Substitution, client: Client
) -> None:
    assert "org.substitution_given" in subscribed_events()

    for _ in range(2):
        operations.tell_given(event_ids=_events("org.substitution_given"), at=MORNING)

    days = "từ 08/09/2026 đến hết 11/09/2026"
    assert _told(deputy) == [
        f"{deputy.person} thay {chair.person} {days}, theo văn bản 12/TB-UBND."
    ]
    assert _told(chair) == []
    client.force_login(deputy)
    bell = client.get(reverse("notices:notice-list")).content.decode()
    assert f'href="{reverse("org:person", args=[chair.person_id])}"' in bell
    assert "12/TB-UBND" in bell


def test_an_end_before_time_is_told_and_not_told_again_in_the_morning(
    chair: org.User, deputy: org.User, given: org.Substitution
) -> None:
    assert "org.substitution_ended" in subscribed_events()
    org.end_substitution(given=given, by=chair, at=MORNING + 2 * DAY)

    operations.tell_ended(event_ids=_events("org.substitution_ended"), at=MORNING + 2 * DAY)

    over = f"{deputy.person} thôi thay {chair.person} từ 09/09/2026."
    operations.tell_run_out(at=MORNING + 3 * DAY)
    assert (_told(deputy), _told(chair)) == ([over], [])


def test_what_never_began_is_told_as_called_off(
    chair: org.User, deputy: org.User, given: org.Substitution
) -> None:
    org.end_substitution(given=given, by=chair, at=MORNING)

    operations.tell_ended(event_ids=_events("org.substitution_ended"), at=MORNING)
    operations.tell_run_out(at=MORNING + DAY)

    assert _told(deputy) == [
        f"Việc {deputy.person} thay {chair.person} đã được hủy trước khi có hiệu lực."
    ]


def test_both_hear_after_the_last_day_even_when_the_worker_was_down(
    chair: org.User, deputy: org.User, given: org.Substitution
) -> None:
    operations.tell_run_out(at=MORNING + 4 * DAY)
    before = _told(deputy)
    for late in (7, 8, 30):
        operations.tell_run_out(at=MORNING + late * DAY)

    over = f"{deputy.person} thôi thay {chair.person} từ 12/09/2026."
    assert (before, _told(deputy), _told(chair)) == ([], [over], [over])
