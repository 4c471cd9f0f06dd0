from datetime import datetime
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from tests.factories.org import AppointmentFactory, PersonFactory, PostFactory, UserFactory

from baro.kernel.audit.models import AuditEvent
from baro.org import api as org
from baro.org.operations import accounts as operations

pytestmark = pytest.mark.django_db

LONG, WEAK = "Mot-cau-rat-dai", "12345678"


@pytest.fixture
def officer(tree: SimpleNamespace) -> org.Person:
    held = AppointmentFactory.create(post=PostFactory.create(unit=tree.office))
    return held.person


def test_the_staff_of_the_unit_open_an_account(
    tree: SimpleNamespace, officer: org.Person, noon: datetime
) -> None:
    local = UserFactory.create(role=org.Role.ORG_MANAGER, unit=tree.north)

    user = org.create_account(person=officer, username="vidu.tt", password=LONG, by=local, at=noon)

    assert user.check_password(LONG)
    assert not user.is_staff
    assert not user.is_superuser
    assert AuditEvent.objects.about(user).get().facts == {"username": "vidu.tt"}


def test_without_a_password_nobody_gets_in_yet(officer: org.Person, noon: datetime) -> None:
    user = org.create_account(person=officer, username="vidu", by=None, at=noon)

    assert not user.has_usable_password()


def test_one_account_for_each_person_and_each_name(officer: org.Person, noon: datetime) -> None:
    org.create_account(person=officer, username="vidu", by=None, at=noon)

    with pytest.raises(operations.AccountExists):
        org.create_account(person=officer, username="khac", by=None, at=noon)
    with pytest.raises(operations.AccountExists, match="VIDU"):
        org.create_account(person=PersonFactory.create(), username="VIDU", by=None, at=noon)
    with pytest.raises(IntegrityError, match="any_case"):
        UserFactory.create(username="ViDu")


@pytest.mark.parametrize("name", ["", "thị vi", "a b", "../x", ".a"])
def test_names_are_plain(officer: org.Person, noon: datetime, name: str) -> None:
    with pytest.raises(operations.UsernameInvalid):
        org.create_account(person=officer, username=name, by=None, at=noon)


def test_a_weak_password_is_told_about(officer: org.Person, noon: datetime) -> None:
    with pytest.raises(operations.PasswordTooWeak):
        org.create_account(person=officer, username="vidu", password=WEAK, by=None, at=noon)


def test_others_open_no_account(
    tree: SimpleNamespace, officer: org.Person, stranger: org.User, noon: datetime
) -> None:
    elsewhere = UserFactory.create(role=org.Role.ORG_MANAGER, unit=tree.south)

    for user in (stranger, elsewhere):
        with pytest.raises(PermissionDenied):
            org.create_account(person=officer, username="vidu", by=user, at=noon)
