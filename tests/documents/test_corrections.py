"""A document that takes the place of one with the same number, issuer and day."""

from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.documents import IntakeFactory, notice_text

from baro.documents import operations
from baro.documents.models import Document, NumberRecord
from baro.documents.queries import corrected_by, corrections_of, corrects
from baro.kernel.audit.models import AuditEvent
from baro.org import api as org

pytestmark = pytest.mark.django_db
CHANGED = notice_text().replace("18/9/2026", "28/9/2026")


def _register(unit: org.Unit, by: org.User, at: datetime, text: str, **more: object) -> Document:
    return operations.register_document(
        register="outgoing",
        owner_unit=unit,
        text=text,
        by=by,
        at=at,
        **more,  # type: ignore[arg-type]
    )


@pytest.fixture
def first(committee: org.Unit, clerk: org.User, noon: datetime) -> Document:
    return _register(committee, clerk, noon, notice_text())


def test_a_correction_takes_the_place_of_the_first_with_a_reason(
    first: Document, committee: org.Unit, clerk: org.User, noon: datetime
) -> None:
    second = _register(committee, clerk, noon, CHANGED, correction_reason="Sửa thời hạn điểm 3")
    third = _register(committee, clerk, noon, CHANGED + "Hết.", correction_reason="Sửa lần hai")

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.replaced_at, second.is_replaced, third.is_replaced) == (noon, True, False)
    assert corrections_of(first) == [second]
    assert (corrected_by(first), corrected_by(third)) == (third, None)
    assert (corrects(third), corrects(first)) == (second, None)
    assert NumberRecord.objects.get().document == third
    event = AuditEvent.objects.about(first).get(name="documents.document_corrected")
    assert event.facts == {"reason": "Sửa thời hạn điểm 3", "correction": second.pk}


def test_an_arrival_is_corrected_under_a_number_of_its_own(
    department: org.Unit, clerk: org.User, noon: datetime
) -> None:
    papers = [
        operations.register_document(
            register="incoming", owner_unit=department, text=text, by=clerk, at=noon, **more
        )
        for text, more in (
            (notice_text(), operations.DocumentDetails()),
            (CHANGED, operations.DocumentDetails(correction_reason="Sở gửi bản sửa")),
        )
    ]

    assert [paper.arrival_number for paper in papers] == [1, 2]
    assert corrected_by(Document.objects.get(pk=papers[0].pk)) == papers[1]


def test_a_correction_of_nothing_is_refused(
    committee: org.Unit, clerk: org.User, noon: datetime
) -> None:
    with pytest.raises(operations.CorrectsNothing):
        _register(committee, clerk, noon, notice_text(), correction_reason="Sửa")

    assert not Document.objects.exists()


def test_the_link_of_a_correction_is_not_taken_away(
    first: Document, committee: org.Unit, clerk: org.User, noon: datetime
) -> None:
    second = _register(committee, clerk, noon, CHANGED, correction_reason="Sửa")

    with pytest.raises(operations.LinkHoldsCorrection):
        operations.remove_link(link=second.links.get(), by=clerk, at=noon)


def test_the_page_shows_both_and_offers_the_correction(
    client: Client, first: Document, committee: org.Unit, clerk: org.User
) -> None:
    client.force_login(clerk)
    intake = IntakeFactory.create(received_by=clerk, text=CHANGED)
    address = reverse("documents:document-intake", args=[intake.pk])
    head = {
        "register": "outgoing",
        "owner_unit": str(committee.pk),
        "type": "TB",
        "symbol": first.symbol,
        "issued_on": "07/09/2026",
        "issuer_name": committee.name,
        "subject": "Kết luận",
        "urgency": "normal",
    }

    refused = client.post(address, head)

    page = refused.content.decode()
    assert refused.status_code == 422
    assert "<del>18/9/2026.</del>" in page
    assert "<ins>28/9/2026.</ins>" in page
    silent = client.post(address, {**head, "as_correction": "on"})
    assert "ghi lý do đính chính" in silent.content.decode()
    reason = {"as_correction": "on", "correction_reason": "Sửa thời hạn"}
    assert client.post(address, {**head, **reason}).status_code == 307
    second = Document.objects.latest("pk")
    told = client.get(reverse("documents:document", args=[first.pk])).content.decode()
    assert "không còn hiệu lực" in told
    assert reverse("documents:document", args=[second.pk]) in told
    comparison = reverse("documents:document-comparison", args=[second.pk])
    assert (
        comparison in client.get(reverse("documents:document", args=[second.pk])).content.decode()
    )
    assert "Sửa thời hạn" in client.get(comparison).content.decode()
    assert client.get(reverse("documents:document-comparison", args=[first.pk])).status_code == 404
