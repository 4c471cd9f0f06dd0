from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from tests.factories.org import (
    AppointmentFactory,
    PersonFactory,
    PostFactory,
    UnitFactory,
    UserFactory,
)

from baro.kernel import audit
from baro.kernel.audit.models import AuditEvent
from baro.kernel.errors import DomainError
from baro.org import api as org
from baro.org.operations import appointments as operations

pytestmark = pytest.mark.django_db

DAY = date(2026, 9, 1)
ORDER: dict[str, Any] = {"valid_from": DAY, "order_number": "12/QĐ-SNV"}
CONCURRENT = org.Appointment.Nature.CONCURRENT
ACTING = org.Appointment.Nature.ACTING


@pytest.fixture
def post(tree: SimpleNamespace) -> org.Post:
    return PostFactory.create(unit=tree.office, title="Chánh Văn phòng")


@pytest.fixture
def officer() -> org.Person:
    return PersonFactory.create(full_name="Trần Thị Ví Dụ")


def test_an_order_puts_a_person_into_a_post(
    post: org.Post, officer: org.Person, manager: org.User, noon: datetime
) -> None:
    appointment = org.appoint(person=officer, post=post, **ORDER, by=manager, at=noon)

    assert org.holders_of([post], on=DAY) == {post.pk: officer}
    assert org.holders_of([post], on=date(2026, 8, 31)) == {}
    event = AuditEvent.objects.about(appointment).get()
    assert "đã bổ nhiệm Trần Thị Ví Dụ giữ chức danh Chánh Văn phòng" in audit.describe(event)


def test_a_person_may_hold_several_posts_but_one_main_post(
    tree: SimpleNamespace, post: org.Post, officer: org.Person, manager: org.User, noon: datetime
) -> None:
    second = PostFactory.create(unit=tree.committee)
    org.appoint(person=officer, post=post, **ORDER, by=manager, at=noon)

    with pytest.raises(operations.MainPostHeld):
        org.appoint(person=officer, post=second, **ORDER, by=manager, at=noon)
    org.appoint(person=officer, post=second, nature=CONCURRENT, **ORDER, by=manager, at=noon)

    assert org.holders_of([post, second], on=DAY) == {post.pk: officer, second.pk: officer}


def test_a_taken_post_is_refused_until_its_holder_leaves(
    post: org.Post, officer: org.Person, manager: org.User, noon: datetime
) -> None:
    held = AppointmentFactory.create(post=post)
    with pytest.raises(operations.PostTaken, match=str(held.person)):
        org.appoint(person=officer, post=post, **ORDER, by=manager, at=noon)

    org.end_appointment(appointment=held, on=DAY, order_number="11/QĐ", by=manager, at=noon)
    org.appoint(person=officer, post=post, **ORDER, by=manager, at=noon)

    assert org.holders_of([post], on=DAY) == {post.pk: officer}


def test_somebody_acting_stands_beside_the_holder_who_still_counts(
    post: org.Post, officer: org.Person, manager: org.User, noon: datetime
) -> None:
    held = AppointmentFactory.create(post=post)

    org.appoint(person=officer, post=post, nature=ACTING, **ORDER, by=manager, at=noon)

    assert org.holders_of([post], on=DAY) == {post.pk: held.person}
    seat = org.seats_of(post.unit, on=DAY)[0]
    assert [each.person for each in seat.appointments] == [held.person, officer]


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"order_number": " "}, operations.OrderMissing),
        ({"valid_to": date(2026, 8, 1)}, operations.WindowInvalid),
    ],
)
def test_an_order_without_number_or_with_days_in_reverse_is_refused(
    post: org.Post,
    officer: org.Person,
    manager: org.User,
    noon: datetime,
    change: dict[str, Any],
    refusal: type[DomainError],
) -> None:
    with pytest.raises(refusal):
        org.appoint(person=officer, post=post, **{**ORDER, **change}, by=manager, at=noon)


def test_nobody_enters_a_unit_that_has_ended(
    city: org.Unit, officer: org.Person, manager: org.User, noon: datetime
) -> None:
    closed = PostFactory.create(unit=UnitFactory.create(parent=city, closed_on=date(2026, 8, 1)))

    with pytest.raises(operations.PostTaken):
        org.appoint(person=officer, post=closed, **ORDER, by=manager, at=noon)


def test_only_staff_of_the_unit_appoint(
    tree: SimpleNamespace,
    post: org.Post,
    officer: org.Person,
    stranger: org.User,
    noon: datetime,
) -> None:
    elsewhere = UserFactory.create(role=org.Role.ORG_MANAGER, unit=tree.south)

    for user in (stranger, elsewhere):
        with pytest.raises(PermissionDenied):
            org.appoint(person=officer, post=post, **ORDER, by=user, at=noon)


def test_local_staff_cannot_fill_a_post_that_reaches_further_than_they_do(
    tree: SimpleNamespace, officer: org.Person, noon: datetime
) -> None:
    local = UserFactory.create(role=org.Role.ORG_MANAGER, unit=tree.north)
    acting_wide = PostFactory.create(unit=tree.office, scope=tree.city)
    looking_wide = PostFactory.create(unit=tree.office, oversees=tree.city)

    for wide in (acting_wide, looking_wide):
        with pytest.raises(PermissionDenied, match="rộng hơn"):
            org.appoint(person=officer, post=wide, **ORDER, by=local, at=noon)


def test_nobody_appoints_themselves(post: org.Post, manager: org.User, noon: datetime) -> None:
    with pytest.raises(PermissionDenied, match="chính mình"):
        org.appoint(
            person=manager.person, post=post, nature=CONCURRENT, **ORDER, by=manager, at=noon
        )


def test_the_database_lets_one_holder_into_a_post_at_a_time(post: org.Post) -> None:
    AppointmentFactory.create(post=post, valid_to=DAY)

    with pytest.raises(IntegrityError, match="one_holder"), transaction.atomic():
        AppointmentFactory.create(post=post)
    AppointmentFactory.create(post=post, nature=ACTING)
    AppointmentFactory.create(post=post, valid_from=DAY)


def test_the_database_refuses_the_same_person_twice_in_one_post(post: org.Post) -> None:
    held = AppointmentFactory.create(post=post, nature=ACTING)

    with pytest.raises(IntegrityError, match="one_window"):
        AppointmentFactory.create(post=post, person=held.person, nature=ACTING)
