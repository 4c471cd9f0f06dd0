from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from tests.factories.org import RoleGrantFactory, UserFactory

from baro.kernel import audit
from baro.kernel.audit.models import AuditEvent
from baro.org import api as org
from baro.org.operations import accounts as operations

pytestmark = pytest.mark.django_db

DAY = date(2026, 9, 1)
ORDER: dict[str, Any] = {"valid_from": DAY, "order_number": "12/QĐ"}
ISSUE = org.Permission.ISSUE_TASK


@pytest.fixture
def officer(tree: SimpleNamespace) -> org.User:
    return UserFactory.create(role=org.Role.CIVIL_SERVANT, unit=tree.office)


def test_a_grant_reaches_over_the_subtree_from_its_day_on(
    tree: SimpleNamespace, officer: org.User, manager: org.User, noon: datetime
) -> None:
    grant = org.grant_role(
        person=officer.person, role=org.Role.LEADER, unit=tree.north, **ORDER, by=manager, at=noon
    )

    assert not org.powers_of(officer, on=DAY - timedelta(days=1)).may(ISSUE, tree.office)
    assert org.powers_of(officer, on=DAY).may(ISSUE, tree.office)
    assert not org.powers_of(officer, on=DAY).may(ISSUE, tree.south)
    event = AuditEvent.objects.about(grant).get()
    assert "đã giao vai trò Lãnh đạo tại Phường Bắc cho" in audit.describe(event)


def test_a_revoked_grant_is_gone_the_same_day(
    tree: SimpleNamespace, officer: org.User, manager: org.User, noon: datetime
) -> None:
    grant = org.grant_role(
        person=officer.person, role=org.Role.LEADER, unit=tree.north, **ORDER, by=manager, at=noon
    )

    org.revoke_grant(grant=grant, on=DAY, order_number="13/QĐ", by=manager, at=noon)

    assert not org.powers_of(officer, on=DAY).may_somewhere(ISSUE)
    with pytest.raises(operations.GrantOver):
        org.revoke_grant(grant=grant, on=DAY, order_number="13/QĐ", by=manager, at=noon)


def test_the_same_grant_is_not_given_twice(
    tree: SimpleNamespace, officer: org.User, manager: org.User, noon: datetime
) -> None:
    known = RoleGrantFactory.create(person=officer.person, unit=tree.north)

    with pytest.raises(operations.GrantAlreadyGiven):
        org.grant_role(
            person=officer.person,
            role=org.Role(known.role),
            unit=tree.north,
            **ORDER,
            by=manager,
            at=noon,
        )


def test_nobody_grants_beyond_their_reach_or_to_themselves(
    tree: SimpleNamespace,
    officer: org.User,
    manager: org.User,
    stranger: org.User,
    noon: datetime,
) -> None:
    local = UserFactory.create(role=org.Role.ORG_MANAGER, unit=tree.north)
    leader: dict[str, Any] = {"role": org.Role.LEADER, **ORDER, "at": noon}

    for giver, unit in ((stranger, tree.north), (local, tree.south), (local, tree.city)):
        with pytest.raises(PermissionDenied):
            org.grant_role(person=officer.person, unit=unit, by=giver, **leader)
    with pytest.raises(PermissionDenied, match="chính mình"):
        org.grant_role(person=manager.person, unit=tree.north, by=manager, **leader)


def test_system_keys_come_from_a_system_administrator(
    tree: SimpleNamespace, officer: org.User, manager: org.User, noon: datetime
) -> None:
    keys: dict[str, Any] = {"role": org.Role.SYSTEM_ADMIN, "unit": tree.city, **ORDER, "at": noon}
    admin = UserFactory.create(role=org.Role.SYSTEM_ADMIN, unit=tree.city)

    with pytest.raises(PermissionDenied):
        org.grant_role(person=officer.person, by=manager, **keys)
    assert org.grant_role(person=officer.person, by=admin, **keys).pk


def test_a_stranger_revokes_nothing(
    tree: SimpleNamespace, stranger: org.User, noon: datetime
) -> None:
    grant = RoleGrantFactory.create(unit=tree.north)

    with pytest.raises(PermissionDenied):
        org.revoke_grant(grant=grant, on=DAY, order_number="13/QĐ", by=stranger, at=noon)
