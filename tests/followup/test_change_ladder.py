"""Changing the ladder: from a day to come, by who may, and the past stays."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories.org import UserFactory
from tests.followup.towns import START, at, give_task, lay_out_town

from baro.followup.models import Reminder, ReminderComparison, Rung
from baro.followup.operations.ladder import (
    RungAlreadySetFrom,
    RungCannotRepeat,
    RungContent,
    RungForNobody,
    RungHasBegun,
    RungNotFromTomorrow,
    RungOver,
    RungTwice,
    call_off_rung,
    end_rung,
    set_rung,
)
from baro.followup.operations.reminding import remind
from baro.followup.operations.shipped_rungs import load_shipped_rungs
from baro.followup.queries.ladder_page import days_ahead
from baro.kernel.audit import AuditEvent, describe
from baro.org import api as org

pytestmark = pytest.mark.django_db
TWO_BEFORE = RungContent(offset=-2, to=("head",), legal_basis="Quy chế làm việc")


@pytest.fixture
def town() -> SimpleNamespace:
    town = lay_out_town()
    town.admin = UserFactory.create(role="system_admin", unit=town.committee)
    return town


def test_a_ladder_ships_and_is_loaded_once() -> None:
    assert [rung.offset for rung in Rung.objects.order_by("offset")] == [-7, -3, -1, 0, 1, 3, 5]
    assert not Rung.objects.filter(is_verified=True).exists()
    assert load_shipped_rungs() == 0


def test_a_change_begins_on_its_day_and_what_was_sent_stays(town: SimpleNamespace) -> None:
    """From 16/9 the rung of three days comes two days before."""
    remind(at=START)
    early = give_task(town)
    late = give_task(town, due_at=at(23, 17))
    changed = set_rung(
        content=TWO_BEFORE, valid_from=date(2026, 9, 16), number=2, by=town.giver, at=at(10)
    )

    for day in (15, 16, 17, 18, 21):
        remind(at=at(day))

    old = Rung.objects.get(number=2, offset=-3)
    assert (old.valid_to, changed.valid_to) == (date(2026, 9, 16), None)
    sent = Reminder.objects.filter(rung__number=2).values_list("item", "rung", "fired_on")
    assert set(sent) == {
        (early.pk, old.pk, date(2026, 9, 15)),
        (early.pk, changed.pk, date(2026, 9, 16)),
        (late.pk, changed.pk, date(2026, 9, 21)),
    }
    told = describe(AuditEvent.objects.get(name="followup.rung_set"))
    assert "“Trước hạn 2 ngày làm việc” từ ngày 16/09/2026, nhắc người đứng đầu" in told


def test_a_rung_is_added_and_ended(town: SimpleNamespace) -> None:
    added = set_rung(content=TWO_BEFORE, valid_from=date(2026, 9, 16), by=town.admin, at=at(10))

    ended = end_rung(rung=added, valid_to=date(2026, 9, 20), by=town.admin, at=at(17))

    assert (added.number, ended.valid_to) == (8, date(2026, 9, 20))
    with pytest.raises(RungOver, match="20/09/2026"):
        end_rung(rung=added, valid_to=date(2026, 9, 25), by=town.admin, at=at(17))


def test_a_change_that_has_not_begun_is_called_off(town: SimpleNamespace) -> None:
    day = date(2026, 9, 16)
    changed = set_rung(content=TWO_BEFORE, valid_from=day, number=2, by=town.giver, at=at(10))

    with pytest.raises(RungHasBegun):
        call_off_rung(rung=changed, by=town.giver, at=at(16))
    call_off_rung(rung=changed, by=town.giver, at=at(15))

    assert Rung.objects.get(number=2).valid_to is None


def test_refusals_say_why(town: SimpleNamespace) -> None:
    def change(content: RungContent = TWO_BEFORE, day: int = 20, number: int | None = 2) -> Rung:
        valid_from = date(2026, 9, day)
        return set_rung(
            content=content, valid_from=valid_from, number=number, by=town.giver, at=at(10)
        )

    with pytest.raises(RungNotFromTomorrow, match="sớm nhất từ ngày mai"):
        change(day=10)
    with pytest.raises(RungForNobody):
        change(RungContent(offset=-2, to=(), legal_basis="Quy chế"))
    with pytest.raises(RungCannotRepeat):
        change(RungContent(offset=-2, every=5, to=("head",), legal_basis="Quy chế"))
    with pytest.raises(RungTwice, match="Trước hạn 1 ngày làm việc"):
        change(RungContent(offset=-1, to=("head",), legal_basis="Quy chế"))
    change()
    with pytest.raises(RungAlreadySetFrom, match="20/09/2026"):
        change(day=15)


def test_only_the_administrator_and_the_citys_office_change_it(town: SimpleNamespace) -> None:
    rung = Rung.objects.get(number=2)
    commune = UserFactory.create(role="office_specialist", unit=town.helper)
    for user in (commune, town.wards_head, town.stranger):
        day = date(2026, 9, 20)
        with pytest.raises(PermissionDenied):
            set_rung(content=TWO_BEFORE, valid_from=day, number=2, by=user, at=at(10))
        with pytest.raises(PermissionDenied):
            end_rung(rung=rung, valid_to=day, by=user, at=at(10))
        with pytest.raises(PermissionDenied):
            call_off_rung(rung=rung, by=user, at=at(10))


def test_the_page_looks_ahead_and_a_trial_writes_nothing(
    client: Client, town: SimpleNamespace
) -> None:
    today = timezone.localdate()
    for days in range(3, 12):
        give_task(town, due_at=timezone.now() + timedelta(days=days))
    client.force_login(town.giver)
    form = {
        "side": "before",
        "distance": "2",
        "measure": "days",
        "to": ["head"],
        "channel": "digest",
        "legal_basis": "Quy chế làm việc",
        "valid_from": f"{today + timedelta(days=1):%d/%m/%Y}",
    }

    page = client.get(reverse("followup:ladder")).content.decode()
    trial = client.post(reverse("followup:rung", args=[2]), {**form, "xem": "1"})

    assert "Trước hạn 3 ngày làm việc" in page
    assert "Cộng" in page
    assert "Nếu áp dụng, năm ngày làm việc tới sẽ nhắc" in trial.content.decode()
    assert "Trước hạn 2 ngày làm việc" in trial.content.decode()
    assert Rung.objects.count() == 7
    assert client.post(reverse("followup:rung", args=[2]), form).status_code == 302
    assert Rung.objects.count() == 8
    page = client.get(reverse("followup:ladder")).content.decode()
    assert "Thay đổi đã đặt" in page
    again = client.post(reverse("followup:rung", args=[2]), form)
    assert again.status_code == 422


def test_it_looks_five_working_days_ahead_and_leads_to_no_other_list(
    client: Client, town: SimpleNamespace
) -> None:
    """From 31/8, with the holidays of 1/9 and 2/9 between: until 9/9, and not on 10/9."""
    give_task(town, due_at=at(10, 17))
    give_task(town, due_at=at(11, 17))
    found = days_ahead([Rung.objects.get(offset=-1)], at=START - timedelta(days=1))
    client.force_login(town.giver)

    assert found.days == (date(2026, 9, 9),)
    assert found.totals == (1,)
    assert [rung.counts for rung in found.rungs] == [(1,)]
    give_task(town, due_at=timezone.now() + timedelta(days=7))
    page = client.get(reverse("followup:ladder")).content.decode()
    ahead = page.partition("Năm ngày làm việc tới sẽ nhắc gì")[2].partition("Đã nhắc và")[0]
    assert "Cộng" in ahead
    assert "<a " not in ahead


def test_the_page_without_the_right_shows_and_changes_nothing(
    client: Client, town: SimpleNamespace
) -> None:
    client.force_login(town.wards_head)

    page = client.get(reverse("followup:ladder")).content.decode()

    assert "Trước hạn 7 ngày làm việc" in page
    assert "Thêm bậc" not in page
    assert client.get(reverse("followup:rung", args=[2])).status_code == 403
    assert client.post(reverse("followup:ladder-comparison")).status_code == 403


def test_the_comparison_is_asked_for_on_the_page(client: Client, town: SimpleNamespace) -> None:
    client.force_login(org.User.objects.get(pk=town.admin.pk))

    client.post(reverse("followup:ladder-comparison"))

    assert ReminderComparison.objects.get().is_well
