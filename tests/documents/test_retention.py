"""How long documents are kept: a table that people write, and a class for each document."""

from datetime import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from tests.factories.documents import DocumentFactory
from tests.factories.org import UserFactory

from baro.documents.models import RetentionClass
from baro.documents.operations import retention
from baro.kernel.audit.models import AuditEvent
from baro.org import api as org

pytestmark = pytest.mark.django_db
TABLE = "documents:retention-classes"


def test_the_table_comes_without_invented_years() -> None:
    shipped = RetentionClass.objects.values_list("kind", "years", "legal_basis", "is_verified")

    assert set(shipped) == {("permanent", None, "", False), ("limited", None, "", False)}


def test_the_administrator_writes_a_class_and_contradictions_are_refused(
    client: Client, committee: org.Unit
) -> None:
    administrator = UserFactory.create(role=org.Role.SYSTEM_ADMIN, unit=committee)
    client.force_login(administrator)
    table = reverse(TABLE)
    given = {"name": "Hồ sơ phong trào", "kind": "limited", "years": "5", "legal_basis": ""}

    assert client.post(table, given).status_code == 302
    written = RetentionClass.objects.get(name="Hồ sơ phong trào")
    address = f"{table}?sua={written.pk}"
    assert 'value="5"' in client.get(address).content.decode()
    for wrong, told in (
        ({"kind": "permanent"}, "vĩnh viễn thì không ghi số năm"),
        ({"is_verified": "on"}, "ghi căn cứ pháp lý trước"),
        ({"name": "bảo quản vĩnh viễn"}, "Đã có loại thời hạn mang tên này"),
    ):
        response = client.post(address, {**given, **wrong})
        assert response.status_code == 422
        assert told in response.content.decode()
    client.post(address, {**given, "years": "10", "legal_basis": "Quy chế", "is_verified": "on"})
    written.refresh_from_db()
    assert (written.term, written.is_verified) == ("10 năm", True)
    told_events = AuditEvent.objects.about(written).filter(name="documents.retention_class_set")
    assert told_events.count() == 2


def test_a_clerk_classes_a_document_and_finds_it_by_its_class(
    client: Client, committee: org.Unit, clerk: org.User, servant: org.User, noon: datetime
) -> None:
    kept, other = DocumentFactory.create_batch(2, owner_unit=committee)
    forever = RetentionClass.objects.get(kind="permanent")
    client.force_login(clerk)

    client.post(
        reverse("documents:document-retention", args=[kept.pk]), {"retention": str(forever.pk)}
    )

    page = client.get(reverse("documents:document", args=[kept.pk])).content.decode()
    assert "vào loại bảo quản: Bảo quản vĩnh viễn" in page
    rows = reverse("documents:document-list")
    for key, shown, hidden in ((str(forever.pk), kept, other), ("0", other, kept)):
        found = client.get(rows, {"bq": key}).content.decode()
        assert shown.subject in found
        assert hidden.subject not in found
    assert client.get(rows, {"bq": "999"}).status_code == 200
    assert client.get(reverse(TABLE)).status_code == 200
    assert client.post(reverse(TABLE), {"name": "x"}).status_code == 403
    with pytest.raises(PermissionDenied):
        retention.classify_document(document=kept, retention=None, by=servant, at=noon)
