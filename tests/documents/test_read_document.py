from datetime import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from tests.factories.documents import DocumentFactory, notice_text

from baro.documents import operations
from baro.documents.models import Clause, Document, DocumentReading
from baro.kernel.audit.models import AuditEvent
from baro.org import api as org

pytestmark = pytest.mark.django_db


@pytest.fixture
def notice(committee: org.Unit) -> Document:
    return DocumentFactory.create(owner_unit=committee, text=notice_text())


def test_reading_keeps_each_clause_with_its_place_and_reason(
    notice: Document, clerk: org.User, noon: datetime
) -> None:
    reading = operations.read_document(document=notice, by=clerk, at=noon)

    tasks = notice.clauses.filter(kind=Clause.Kind.TASK)
    assert [notice.text[c.start : c.end][:8] for c in tasks] == ["2. Giao ", "3. UBND "]
    assert all(clause.reason for clause in notice.clauses.all())
    assert reading.read_at == noon
    for task in reading.result["tasks"]:
        assert notice.text[task["start"] : task["end"]] == task["quote"]


def test_the_same_text_gives_the_same_rows(
    notice: Document, clerk: org.User, noon: datetime
) -> None:
    operations.read_document(document=notice, by=clerk, at=noon)
    before = list(notice.clauses.values_list("pk", "key", "kind", "start", "end"))

    operations.read_document(document=notice, by=clerk, at=noon)

    assert list(notice.clauses.values_list("pk", "key", "kind", "start", "end")) == before
    assert DocumentReading.objects.count() == 1
    assert AuditEvent.objects.filter(name="documents.document_read").count() == 1


def test_a_changed_text_replaces_the_clauses(
    notice: Document, clerk: org.User, noon: datetime
) -> None:
    operations.read_document(document=notice, by=clerk, at=noon)
    notice.text = notice.text.split("3. UBND")[0]
    notice.save(update_fields=["text"])

    operations.read_document(document=notice, by=clerk, at=noon)

    assert notice.clauses.filter(kind=Clause.Kind.TASK).count() == 1


def test_a_document_without_text_cannot_be_read(
    committee: org.Unit, clerk: org.User, noon: datetime
) -> None:
    with pytest.raises(operations.NothingToRead):
        operations.read_document(
            document=DocumentFactory.create(owner_unit=committee), by=clerk, at=noon
        )


def test_a_colleague_without_the_register_does_not_read(
    notice: Document, servant: org.User, noon: datetime
) -> None:
    with pytest.raises(PermissionDenied, match="giữ sổ"):
        operations.read_document(document=notice, by=servant, at=noon)


def test_the_page_says_what_was_found(client: Client, notice: Document, clerk: org.User) -> None:
    client.force_login(clerk)

    response = client.post(reverse("documents:document-reading", args=[notice.pk]))

    assert response.status_code == 302
    assert notice.clauses.filter(kind=Clause.Kind.TASK).count() == 2


def test_a_stranger_cannot_tell_that_the_document_exists(
    client: Client, notice: Document, ward_clerk: org.User
) -> None:
    client.force_login(ward_clerk)

    response = client.post(reverse("documents:document-reading", args=[notice.pk]))

    assert response.status_code == 404
    assert not DocumentReading.objects.exists()
