from datetime import date, datetime
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from baro.kernel import audit
from baro.kernel.rules.models import Rule

pytestmark = pytest.mark.django_db


@pytest.fixture
def rule() -> Rule:
    return Rule.objects.create(key="t.rule", title="Quy định")


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (date(2026, 3, 25), "25/03/2026"),
        ("2026-03-25", "25/03/2026"),
        (datetime.fromisoformat("2026-03-25T09:05:00+07:00"), "09:05 ngày 25/03/2026"),
        (datetime.fromisoformat("2026-03-25T02:05:00+00:00"), "09:05 ngày 25/03/2026"),
        (datetime.fromisoformat("2026-03-25T23:59:59.999999+07:00"), "25/03/2026"),
        (["Sở Nội vụ", "Sở Tư pháp"], "Sở Nội vụ, Sở Tư pháp"),
        ("NV-2026-000123", "NV-2026-000123"),
        ("20261231", "20261231"),
        (True, "có"),
        (5, "5"),
        (None, "…"),
        ("", "…"),
        ([], "…"),
    ],
)
def test_facts_are_told_as_people_write_them(
    rule: Rule, noon: datetime, value: Any, told: str
) -> None:
    audit.register_wording({"test.told": "Thành {value}."})

    audit.record("test.told", rule, by=None, at=noon, facts={"value": value})

    assert audit.history(rule)[0].text == f"Thành {told}."


@pytest.mark.parametrize(
    "wording", ["{nothing}", "{value.name}", "{value[a]}", "{value:%d}", "{value!r}"]
)
def test_a_wording_that_does_not_fit_is_no_error(rule: Rule, noon: datetime, wording: str) -> None:
    audit.register_wording({"test.misfit": wording})

    audit.record("test.misfit", rule, by=None, at=noon, facts={"value": "x"})

    assert audit.history(rule)[0].text in {"…", "x", "'x'"}


def test_facts_do_not_take_the_place_of_actor_and_target(rule: Rule, noon: datetime) -> None:
    audit.register_wording({"test.masked": "{actor} sửa {target}."})

    audit.record("test.masked", rule, by=None, at=noon, facts={"actor": "Kẻ khác", "target": "x"})

    assert audit.history(rule)[0].text == "Hệ thống sửa Quy định."


def test_an_event_without_wording_is_still_told(rule: Rule, noon: datetime) -> None:
    audit.record("test.never_worded", rule, by=None, at=noon)

    assert audit.history(rule)[0].text == "Hệ thống đã ghi nhận một thay đổi ở Quy định."


def test_a_history_runs_in_order_and_only_about_its_thing(rule: Rule, noon: datetime) -> None:
    other = Rule.objects.create(key="t.other", title="Khác")
    audit.register_wording({"test.first": "Một.", "test.second": "Hai."})
    audit.record("test.second", rule, by=None, at=noon.replace(hour=15))
    audit.record("test.first", rule, by=None, at=noon)
    audit.record("test.first", other, by=None, at=noon)

    assert [line.text for line in audit.history(rule)] == ["Một.", "Hai."]


def test_the_histories_of_many_come_in_one_query(
    rule: Rule, noon: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    other = Rule.objects.create(key="t.other", title="Khác")
    audit.record("test.first", rule, by=None, at=noon)

    with django_assert_num_queries(1):
        found = audit.histories([rule, other])

    assert (len(found[rule]), found[other]) == (1, ())
    assert audit.histories([]) == {}
