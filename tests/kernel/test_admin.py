import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse
from tests.factories.org import UserFactory

from baro.kernel.admin import ReadOnlyAdmin
from baro.kernel.models import AuditEvent
from baro.org.api import User

pytestmark = pytest.mark.django_db
MODULES = {"kernel", "org", "documents", "work", "tasks"}


def test_support_screens_of_the_house_change_nothing() -> None:
    writable = [
        model.__name__
        for model, screen in admin.site._registry.items()
        if model._meta.app_label in MODULES and not isinstance(screen, ReadOnlyAdmin)
    ]
    assert writable == []


def test_a_staff_administrator_may_look_and_not_change(client: Client) -> None:
    administrator: User = UserFactory.create(role="system_admin", is_staff=True)
    client.force_login(administrator)

    seen = client.get(reverse("admin:kernel_auditevent_changelist"))
    adding = client.get(reverse("admin:kernel_auditevent_add"))

    assert (seen.status_code, adding.status_code) == (200, 403)


def test_other_staff_see_nothing(client: Client) -> None:
    client.force_login(UserFactory.create(role="unit_head", is_staff=True))

    response = client.get(reverse("admin:kernel_auditevent_changelist"))

    assert response.status_code == 403
    assert not AuditEvent.objects.exists()
