from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse
from tests.factories.org import AppointmentFactory, RoleGrantFactory, UserFactory

from baro.kernel.admin import ReadOnlyAdmin
from baro.org import api as org

pytestmark = pytest.mark.django_db

SCREENS = [model for model in admin.site._registry if model._meta.app_label == "org"]


@pytest.fixture
def support(client: Client) -> Client:
    client.force_login(UserFactory.create(is_staff=True, role="system_admin"))
    return client


@pytest.mark.parametrize("model", SCREENS, ids=lambda model: str(model.__name__))
def test_support_staff_look_at_every_list(
    support: Client, tree: SimpleNamespace, model: type[org.Unit]
) -> None:
    AppointmentFactory.create()
    RoleGrantFactory.create()

    page = support.get(reverse(f"admin:org_{model._meta.model_name}_changelist"))

    assert page.status_code == 200


@pytest.mark.parametrize("model", SCREENS, ids=lambda model: str(model.__name__))
def test_no_support_screen_writes(support: Client, model: type[org.Unit]) -> None:
    assert isinstance(admin.site._registry[model], ReadOnlyAdmin)
    assert support.get(reverse(f"admin:org_{model._meta.model_name}_add")).status_code == 403


def test_a_row_is_shown_but_not_changed(support: Client, tree: SimpleNamespace) -> None:
    address = reverse("admin:org_unit_change", args=[tree.south.pk])

    shown, sent = support.get(address), support.post(address, {"name": "Khác"})

    assert "Xã Nam" in shown.content.decode()
    assert sent.status_code == 403
    tree.south.refresh_from_db()
    assert tree.south.name == "Xã Nam"


def test_a_password_hash_is_never_shown(support: Client) -> None:
    other = UserFactory.create(password="argon2$secret-hash")  # noqa: S106

    page = support.get(reverse("admin:org_user_change", args=[other.pk])).content.decode()

    assert "secret-hash" not in page


@pytest.mark.parametrize(
    ("given", "status"), [({}, 302), ({"role": "system_admin"}, 302), ({"is_staff": True}, 403)]
)
def test_others_do_not_get_in(client: Client, given: dict[str, Any], status: int) -> None:
    client.force_login(UserFactory.create(**given))

    assert client.get(reverse("admin:org_unit_changelist")).status_code == status
