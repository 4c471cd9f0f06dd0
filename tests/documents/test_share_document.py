from datetime import datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from tests.factories.documents import DocumentFactory
from tests.factories.org import UnitFactory, UserFactory

from baro.documents import operations
from baro.documents.models import Document
from baro.kernel import audit
from baro.kernel.audit.models import AuditEvent
from baro.org import api as org

pytestmark = pytest.mark.django_db


@pytest.fixture
def notice(committee: org.Unit) -> Document:
    return DocumentFactory.create(owner_unit=committee)


@pytest.fixture
def communes(city: org.Unit) -> list[org.Unit]:
    places = UnitFactory.create_batch(5, parent=city, is_commune=True)
    return [UnitFactory.create(parent=place, committee=True) for place in places]


def test_recipients_may_read_from_then_on(
    notice: Document, ward: org.Unit, ward_clerk: org.User, clerk: org.User, noon: datetime
) -> None:
    assert notice not in Document.objects.visible_to(ward_clerk)

    operations.share_document(document=notice, units=[ward], by=clerk, at=noon)

    assert notice in Document.objects.visible_to(ward_clerk)


def test_everyone_who_sits_in_the_receiving_body_may_read(
    notice: Document, ward: org.Unit, clerk: org.User, noon: datetime
) -> None:
    division = UnitFactory.create(parent=ward, kind=org.Unit.Kind.DIVISION)
    servant = UserFactory.create(role=org.Role.CIVIL_SERVANT, unit=division)
    neighbour = UserFactory.create(role=org.Role.CIVIL_SERVANT, unit=UnitFactory.create())
    assert notice not in Document.objects.visible_to(servant)

    operations.share_document(document=notice, units=[ward], by=clerk, at=noon)

    assert notice in Document.objects.visible_to(servant)
    assert notice not in Document.objects.visible_to(neighbour)


def test_many_units_are_one_act(
    notice: Document, communes: list[org.Unit], clerk: org.User, noon: datetime
) -> None:
    sent = operations.share_document(document=notice, units=communes, by=clerk, at=noon)

    assert {row.unit for row in sent} == set(communes)
    event = AuditEvent.objects.about(notice).get()
    assert "5 đơn vị" in audit.describe(event)
    assert "và 2 đơn vị khác" in audit.describe(event)


def test_sending_again_adds_only_the_new_ones(
    notice: Document, communes: list[org.Unit], clerk: org.User, noon: datetime
) -> None:
    operations.share_document(document=notice, units=communes[:3], by=clerk, at=noon)

    sent = operations.share_document(document=notice, units=communes, by=clerk, at=noon)

    assert {row.unit for row in sent} == set(communes[3:])
    assert operations.share_document(document=notice, units=communes, by=clerk, at=noon) == []
    assert AuditEvent.objects.about(notice).count() == 2


def test_four_units_cost_as_many_queries_as_one(
    notice: Document,
    communes: list[org.Unit],
    clerk: org.User,
    noon: datetime,
    django_assert_num_queries: Any,
) -> None:
    org.powers_of(clerk, on=noon.date())

    for units in (communes[:1], communes[1:]):
        with django_assert_num_queries(6):
            operations.share_document(document=notice, units=units, by=clerk, at=noon)


def test_who_gives_tasks_may_send_the_document(
    notice: Document, committee: org.Unit, ward: org.Unit, noon: datetime
) -> None:
    chair = UserFactory.create(role=org.Role.LEADER, unit=committee)

    assert operations.share_document(document=notice, units=[ward], by=chair, at=noon)


def test_a_civil_servant_does_not_send_it(
    notice: Document, ward: org.Unit, servant: org.User, noon: datetime
) -> None:
    with pytest.raises(PermissionDenied, match="gửi được văn bản"):
        operations.share_document(document=notice, units=[ward], by=servant, at=noon)


def test_a_group_is_sent_from_the_page(
    client: Client, notice: Document, communes: list[org.Unit], ward: org.Unit, clerk: org.User
) -> None:
    client.force_login(clerk)

    response = client.post(
        reverse("documents:document-sharing", args=[notice.pk]), {"groups": ["G.UBND-XP"]}
    )

    assert response.status_code == 302
    assert notice.recipients.count() == 6


def test_nobody_chosen_is_said_on_the_page(
    client: Client, notice: Document, clerk: org.User
) -> None:
    client.force_login(clerk)

    response = client.post(reverse("documents:document-sharing", args=[notice.pk]), {})

    assert response.status_code == 422
    assert "Chưa chọn đơn vị nào" in response.content.decode()


def test_the_page_offers_groups_with_their_size_and_marks_who_has_it(
    client: Client,
    notice: Document,
    communes: list[org.Unit],
    ward: org.Unit,
    clerk: org.User,
    noon: datetime,
) -> None:
    operations.share_document(document=notice, units=[ward], by=clerk, at=noon)
    client.force_login(clerk)

    page = client.get(reverse("documents:document-sharing", args=[notice.pk])).content.decode()

    assert "UBND các xã, phường" in page
    assert "(6)" in page
    assert page.count("đã gửi") == 1


def test_what_was_ticked_survives_a_refusal(
    client: Client, notice: Document, ward: org.Unit, clerk: org.User
) -> None:
    client.force_login(clerk)

    response = client.post(
        reverse("documents:document-sharing", args=[notice.pk]),
        {"units": [ward.code, "không có"]},
    )

    assert response.status_code == 422
    assert f'value="{ward.code}" checked' in response.content.decode()
    assert not notice.recipients.exists()


def test_only_who_may_send_sees_the_page(
    client: Client, notice: Document, servant: org.User, ward_clerk: org.User
) -> None:
    for person, status in ((servant, 403), (ward_clerk, 404)):
        client.force_login(person)
        address = reverse("documents:document-sharing", args=[notice.pk])
        assert client.get(address).status_code == status
