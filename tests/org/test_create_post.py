from datetime import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from tests.factories.org import PostFactory, UserFactory

from baro.kernel.audit.models import AuditEvent
from baro.org import api as org
from baro.org.operations import posts as operations

pytestmark = pytest.mark.django_db

NEW: dict[str, Any] = {"code": "CV-9", "title": "Chuyên viên  mới", "role": org.Role.CIVIL_SERVANT}


def test_a_post_serves_its_own_unit_unless_said_otherwise(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    post = org.create_post(unit=tree.office, **NEW, by=manager, at=noon)

    assert (post.title, post.scope, post.oversees) == ("Chuyên viên mới", tree.office, None)
    assert AuditEvent.objects.about(post).get().name == "org.post_created"


def test_a_unit_has_one_head_and_each_code_once(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    PostFactory.create(unit=tree.office, code="CVP", is_head=True)

    with pytest.raises(operations.PostInvalid, match="đứng đầu"):
        org.create_post(unit=tree.office, **NEW, is_head=True, by=manager, at=noon)
    with pytest.raises(operations.PostInvalid, match="mang mã"):
        org.create_post(unit=tree.office, **{**NEW, "code": "CVP"}, by=manager, at=noon)
    with pytest.raises(IntegrityError, match="one_head"):
        PostFactory.create(unit=tree.office, is_head=True)


def test_local_staff_create_no_post_that_reaches_beyond_them(
    tree: SimpleNamespace, noon: datetime
) -> None:
    local = UserFactory.create(role=org.Role.ORG_MANAGER, unit=tree.north)

    for reach in ({"scope": tree.city}, {"oversees": tree.city}):
        with pytest.raises(PermissionDenied):
            org.create_post(unit=tree.office, **NEW, **reach, by=local, at=noon)
    assert org.create_post(unit=tree.office, **NEW, oversees=tree.north, by=local, at=noon).pk


def test_the_keys_of_the_system_are_given_only_by_who_holds_them(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    keys = {**NEW, "role": org.Role.SYSTEM_ADMIN}

    with pytest.raises(PermissionDenied):
        org.create_post(unit=tree.office, **keys, by=manager, at=noon)
