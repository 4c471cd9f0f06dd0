"""What half-typed terms mean, and that many units are asked only by somebody who saw the cost."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories.org import PostFactory, UnitFactory
from tests.tasks.conftest import Cast

from baro.org import api as org
from baro.tasks import api as tasks
from baro.tasks import queries

GIVE = "/nhiem-vu/giao/"


@pytest.fixture
def issuer(client: Client, cast: Cast) -> Client:
    client.force_login(cast.issuer)
    return client


@pytest.fixture
def second_ward(cast: Cast) -> org.Unit:
    unit = UnitFactory.create(parent=cast.city, name="UBND phường Bên Cạnh")
    PostFactory.create(unit=unit, is_head=True)
    return unit


def _preview(client: Client, **typed: Any) -> str:
    return client.get(reverse("tasks:terms-preview"), typed).content.decode()


def _facts(cast: Cast, *units: org.Unit, **changed: Any) -> dict[str, Any]:
    due = timezone.localdate() + timedelta(days=30)
    return {
        "title": "Rà soát sổ hộ tịch",
        "leads": [unit.name for unit in units],
        "expected_product": "Báo cáo",
        "due_on": f"{due:%d/%m/%Y}",
        "issuer_unit": cast.committee.pk,
        "inspector": org.Appointment.objects.get(person=cast.issuer.person).pk,
        "minutes_per_unit": 90,
        **changed,
    }


def test_a_day_off_is_told_with_the_working_day_before_it(db: None) -> None:
    sunday = queries.deadline_on(date(2026, 12, 6), today=date(2026, 11, 23))
    assert (sunday.worked_before, sunday.working_days_left) == (date(2026, 12, 4), 9)

    friday = queries.deadline_on(date(2026, 12, 4), today=date(2026, 11, 23))
    assert (friday.worked_before, friday.working_days_left) == (None, 9)


def test_a_day_is_told_while_it_is_typed(issuer: Client) -> None:
    today = timezone.localdate()
    sunday = today + timedelta(days=6 - today.weekday() + 7)

    off = _preview(issuer, due_on=f"{sunday:%d/%m/%Y}")
    assert f"Chủ nhật, ngày {sunday:%d/%m/%Y} là ngày nghỉ" in off
    assert "đã qua" in _preview(issuer, due_on=f"{today - timedelta(days=7):%d/%m/%Y}")
    for unread in ("30/02/2027", "ngày mai", "01/01/9999", ""):
        assert "<p" not in _preview(issuer, due_on=unread)


def test_what_many_units_must_bear_is_told_while_it_is_typed(
    issuer: Client, cast: Cast, second_ward: org.Unit
) -> None:
    both = [cast.ward_committee.name, second_ward.name]

    told = _preview(issuer, leads=both, minutes_per_unit="90", due_on="30/02/2027")
    assert "<strong>2 đơn vị</strong> cùng nhận" in told
    assert "3 giờ" in told
    assert "đơn vị" not in _preview(issuer, leads=both[:1], minutes_per_unit="90")
    assert "đơn vị" not in _preview(issuer, leads=[*both, "Xã Không Có"])


def test_many_units_get_a_task_from_who_has_seen_what_it_costs(
    issuer: Client, cast: Cast, second_ward: org.Unit
) -> None:
    facts = _facts(cast, cast.ward_committee, second_ward)

    asked = issuer.post(GIVE, facts)
    words = asked.content.decode()
    assert asked.status_code == 200
    assert "Giao cho 2 đơn vị" in words
    assert "3 giờ" in words
    assert second_ward.name in words
    assert not tasks.Task.objects.exists()

    agreed = _agreed(words)
    others = _facts(cast, second_ward, cast.department, agreed=agreed)
    for other in (others, {**facts, "minutes_per_unit": 240, "agreed": agreed}):
        assert issuer.post(GIVE, other).status_code == 200
        assert not tasks.Task.objects.exists()

    given = issuer.post(GIVE, {**facts, "agreed": agreed})
    assert given.status_code == 302
    assert tasks.Task.objects.count() == 3


def test_a_question_goes_away_once_it_is_about_something_else(
    issuer: Client, cast: Cast, second_ward: org.Unit
) -> None:
    facts = _facts(cast, cast.ward_committee, second_ward)
    page = issuer.post(GIVE, facts).content.decode()
    assert page.count('id="giving"') == 1
    same = {**facts, "agreed": _agreed(page)}

    assert "giving" not in _preview(issuer, **{**same, "title": "Tên khác"})
    assert "giving" not in _preview(issuer, **facts)
    for change in (
        {"minutes_per_unit": 240},
        {"leads": [cast.ward_committee.name]},
        {"excepting": [second_ward.name], "leads": ["UBND các xã, phường"]},
    ):
        told = _preview(issuer, **{**same, **change})
        assert 'id="giving" hx-swap-oob="true"' in told
        assert "Giao nhiệm vụ" in told


def test_all_that_is_missing_is_told_at_once(issuer: Client, cast: Cast) -> None:
    empty = issuer.post(GIVE, {}).content.decode()
    assert "Hãy ghi đơn vị chủ trì." in empty
    assert "Chưa có hạn, chu kỳ lặp lại hoặc lý do không đặt hạn." in empty

    nameless = _facts(cast, cast.ward_committee, title="")
    for until, is_told in [
        ({}, False),
        ({"due_on": "", "no_deadline_reason": "Thường xuyên"}, False),
        ({"due_on": "", "recurrence_every": "week", "recurrence_by": "thứ Sáu"}, False),
        ({"due_on": "", "recurrence_every": "week"}, True),
        ({"due_on": "30/02/2027"}, False),
    ]:
        page = issuer.post(GIVE, {**nameless, **until})
        assert page.status_code == 422
        assert ("hoặc nêu lý do không đặt hạn." in page.content.decode()) is is_told


def test_one_unit_gets_its_task_at_once(issuer: Client, cast: Cast) -> None:
    assert issuer.post(GIVE, _facts(cast, cast.ward_committee)).status_code == 302


def test_what_the_gate_refuses_is_not_asked_about(
    issuer: Client, cast: Cast, second_ward: org.Unit
) -> None:
    facts = _facts(cast, cast.ward_committee, second_ward, due_on="")

    refused = issuer.post(GIVE, facts)
    assert refused.status_code == 422
    assert "chưa có hạn" in refused.content.decode()


def _agreed(page: str) -> str:
    return page.partition('name="agreed" value="')[2].partition('"')[0]
