from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories.org import AppointmentFactory, PostFactory, RoleGrantFactory, UserFactory

from baro.org import api as org

pytestmark = pytest.mark.django_db

DAY = date(2026, 9, 9)
SEE, ISSUE = org.Permission.SEE, org.Permission.ISSUE_TASK


def test_a_role_reaches_down_the_tree_and_nowhere_else(tree: SimpleNamespace) -> None:
    head = UserFactory.create(role="unit_head", unit=tree.committee)

    powers = org.powers_of(head, on=DAY)

    assert powers.may(ISSUE, tree.committee)
    assert powers.may(ISSUE, tree.office)
    assert not powers.may(ISSUE, tree.north)
    assert not powers.may(ISSUE, tree.south)


def test_a_name_that_begins_alike_is_not_below(city: org.Unit, tree: SimpleNamespace) -> None:
    longer = org.Unit(code="000010", path="HN/000010/")
    head = UserFactory.create(role="leader", unit=tree.north)

    assert not org.powers_of(head, on=DAY).may(SEE, longer)


def test_an_office_works_for_the_body_it_serves(tree: SimpleNamespace) -> None:
    specialist = UserFactory.create(
        role="office_specialist", unit=tree.office, scope=tree.committee, oversees=tree.north
    )

    powers = org.powers_of(specialist, on=DAY)

    assert powers.may(ISSUE, tree.committee)
    assert powers.may(SEE, tree.north)
    assert not powers.may(ISSUE, tree.north)
    assert (powers.main_unit, powers.main_scope) == (tree.office, tree.committee)


def test_several_appointments_add_up_and_the_main_one_says_where_one_sits(
    tree: SimpleNamespace,
) -> None:
    user = UserFactory.create(role="civil_servant", unit=tree.office)
    AppointmentFactory.create(
        person=user.person,
        nature="concurrent",
        post=PostFactory.create(unit=tree.south, role="leader"),
    )

    powers = org.powers_of(user, on=DAY)

    assert powers.may(ISSUE, tree.south)
    assert not powers.may(ISSUE, tree.office)
    assert powers.may(SEE, tree.office)
    assert powers.main_unit == tree.office


@pytest.mark.parametrize(
    ("window", "holds"),
    [
        ({"valid_from": DAY}, True),
        ({"valid_from": DAY + timedelta(days=1)}, False),
        ({"valid_from": DAY - timedelta(days=9), "valid_to": DAY}, False),
        ({"valid_from": DAY - timedelta(days=9), "valid_to": DAY + timedelta(days=1)}, True),
    ],
)
def test_only_what_is_live_on_the_day_counts(
    tree: SimpleNamespace, window: dict[str, Any], holds: bool
) -> None:
    user = UserFactory.create()
    AppointmentFactory.create(
        person=user.person, post=PostFactory.create(unit=tree.north, role="leader"), **window
    )
    RoleGrantFactory.create(person=user.person, unit=tree.south, role="leader", **window)

    powers = org.powers_of(user, on=DAY)

    assert powers.may(ISSUE, tree.office) is holds
    assert powers.may(ISSUE, tree.south) is holds
    assert (powers.main_unit == tree.north) is holds


@pytest.mark.usefixtures("reading")
def test_one_day_is_worked_out_once_for_all_who_ask(
    tree: SimpleNamespace, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    user = UserFactory.create(role="leader", unit=tree.north)
    AppointmentFactory.create(
        person=user.person, nature="concurrent", post=PostFactory.create(unit=tree.south)
    )

    with django_assert_num_queries(3):  # the edition, appointments, grants
        org.powers_of(user, on=DAY)
        powers = org.powers_of(user, on=DAY)
        assert powers.main_unit
        assert powers.main_scope
        assert powers.main_unit.commune
    with django_assert_num_queries(0):
        assert org.powers_of(org.User(person=user.person), on=DAY) is powers


def test_who_holds_nothing_may_nothing() -> None:
    powers = org.powers_of(UserFactory.create(), on=DAY)

    assert not any(powers.may_somewhere(permission) for permission in org.Permission)
    assert (powers.main_unit, powers.main_scope) == (None, None)
