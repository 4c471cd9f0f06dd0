from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.documents import DocumentFactory, notice_text
from tests.factories.org import UnitFactory

from baro.documents import operations
from baro.documents.models import Document
from baro.documents.queries import read_text
from baro.kernel.audit.models import AuditEvent
from baro.org import api as org

pytestmark = pytest.mark.django_db


@pytest.fixture
def notice(committee: org.Unit, clerk: org.User, noon: datetime) -> Document:
    return operations.register_document(
        register="outgoing",
        owner_unit=committee,
        content=notice_text().encode(),
        file_name="thông báo.txt",
        by=clerk,
        at=noon,
    )


def test_the_text_is_shown_whole_and_in_order(notice: Document) -> None:
    read = read_text(notice)

    assert "".join(stretch.segment.text for stretch in read.stretches) == notice.text
    assert read.kinds["task"] == 2


def test_a_clause_stands_on_its_own_line(notice: Document) -> None:
    stretches = read_text(notice).stretches

    assert all(s.shown == s.shown.strip("\n") for s in stretches if s.segment.clause)
    assert sum(s.ends_clause for s in stretches) == notice.clauses.count()


def test_each_page_of_a_file_has_its_anchor(committee: org.Unit) -> None:
    document = DocumentFactory.create(
        owner_unit=committee, text="Trang đầu.\nTrang giữa.\nTrang cuối.", pages=[0, 11, 23]
    )

    starts = {s.page: s.segment.text[:5] for s in read_text(document).stretches if s.page}

    assert starts == {1: "Trang", 2: "Trang", 3: "Trang"}
    assert read_text(document).page_count == 3


def test_the_page_shows_head_text_and_clauses(
    client: Client, notice: Document, clerk: org.User
) -> None:
    client.force_login(clerk)

    page = client.get(reverse("documents:document", args=[notice.pk])).content.decode()

    assert "215/TB-UBND" in page
    assert "Trần Văn Thử" in page
    assert page.count("doc-clause-task") == 2
    assert "đã vào sổ văn bản đi: Thông báo 215/TB-UBND." in page
    assert 'aria-current="step"' not in page
    assert reverse("tasks:document-drafts", args=[notice.pk]) in page


def test_markup_in_a_text_stays_text(client: Client, committee: org.Unit, clerk: org.User) -> None:
    document = DocumentFactory.create(
        owner_unit=committee, text="<script>alert(1)</script>", subject="<b>x</b>"
    )
    client.force_login(clerk)

    page = client.get(reverse("documents:document", args=[document.pk])).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    assert "<b>x</b>" not in page


def test_a_stranger_gets_neither_page_nor_file(
    client: Client, notice: Document, ward_clerk: org.User
) -> None:
    client.force_login(ward_clerk)

    for name in ("document", "document-file"):
        address = reverse(f"documents:{name}", args=[notice.pk])
        assert client.get(address).status_code == 404

    assert not AuditEvent.objects.filter(name="documents.document_file_taken").exists()


def test_a_civil_servant_sees_the_page_without_the_acts(
    client: Client, notice: Document, servant: org.User
) -> None:
    client.force_login(servant)

    page = client.get(reverse("documents:document", args=[notice.pk])).content.decode()

    assert reverse("documents:document-sharing", args=[notice.pk]) not in page
    assert reverse("documents:document-reading", args=[notice.pk]) not in page


def test_the_file_is_given_out_and_the_taker_is_known(
    client: Client, notice: Document, servant: org.User
) -> None:
    client.force_login(servant)

    response = client.get(reverse("documents:document-file", args=[notice.pk]))

    assert b"".join(response.streaming_content) == notice_text().encode()  # type: ignore[attr-defined]
    assert "attachment" in response["Content-Disposition"]
    event = AuditEvent.objects.get(name="documents.document_file_taken")
    assert event.actor_id == servant.pk


def test_a_pasted_document_has_no_file_to_give(
    client: Client, committee: org.Unit, clerk: org.User
) -> None:
    client.force_login(clerk)
    document = DocumentFactory.create(owner_unit=committee)

    response = client.get(reverse("documents:document-file", args=[document.pk]))

    assert response.status_code == 422
    assert "không có tệp gốc" in response.content.decode()


def test_a_hundred_recipients_cost_no_more_queries_than_one(
    client: Client,
    notice: Document,
    clerk: org.User,
    noon: datetime,
    django_assert_max_num_queries: Any,
) -> None:
    client.force_login(clerk)
    costs = []
    for units in (1, 100):
        fresh = UnitFactory.create_batch(units)
        operations.share_document(document=notice, units=fresh, by=clerk, at=noon)
        with django_assert_max_num_queries(18) as queries:
            client.get(reverse("documents:document", args=[notice.pk]))
        costs.append(len(queries))

    assert costs[0] == costs[1]
