"""The register written out: the right rows, every column, for those who may see it."""

import io
from datetime import date, datetime, time

import docx
import openpyxl
import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from tests.factories.documents import DocumentFactory

from baro.documents import operations
from baro.documents.books import INCOMING, OUTGOING, Book, Column, excel_of, word_of
from baro.documents.queries import BookWanted, register_book
from baro.kernel.audit.models import AuditEvent
from baro.org import api as org

WHEN = datetime.combine(date(2026, 9, 9), time())
DAYS = {"first": date(2026, 9, 1), "last": date(2026, 9, 30)}
BOOK = Book(
    title="Sổ đăng ký văn bản đi",
    unit="UBND phường Thử",
    columns=(Column("Số", 20), Column("Ngày", 20), Column("Trích yếu", 80)),
    rows=[(7, date(2026, 9, 9), "=HYPERLINK(1)"), (8, None, "Họp\x0b giao ban <b>")],
    **DAYS,
)


def test_the_excel_file_keeps_days_as_days_and_text_as_text() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(excel_of(BOOK))).active

    assert sheet is not None
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:C6"
    assert [cell.value for cell in sheet[4]] == ["Số", "Ngày", "Trích yếu"]
    number, day, text = sheet[5]
    assert (number.value, day.value, day.number_format) == (7, WHEN, "DD/MM/YYYY")
    assert (text.value, text.data_type) == ("=HYPERLINK(1)", "s")
    assert sheet["C6"].value == "Họp giao ban <b>"


def test_the_word_file_lies_across_and_repeats_its_head() -> None:
    paper = docx.Document(io.BytesIO(word_of(BOOK)))

    (table,) = paper.tables
    section = paper.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.page_width > section.page_height
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Số", "Ngày", "Trích yếu"],
        ["7", "09/09/2026", "=HYPERLINK(1)"],
        ["8", "", "Họp giao ban <b>"],
    ]
    assert "tblHeader" in table.rows[0]._tr.xml


@pytest.mark.django_db
def test_the_books_hold_their_rows_and_every_column(
    committee: org.Unit, ward: org.Unit, clerk: org.User, noon: datetime
) -> None:
    DocumentFactory.create(owner_unit=committee, incoming=True, arrived_on=date(2026, 8, 31))
    DocumentFactory.create(owner_unit=ward, incoming=True, arrived_on=date(2026, 9, 3))
    arrived = DocumentFactory.create(
        owner_unit=committee,
        incoming=True,
        arrived_on=date(2026, 9, 3),
        urgency="flash",
        handed_to="Phòng Nội chính",
        handed_on=date(2026, 9, 4),
    )
    issued = DocumentFactory.create(
        owner_unit=committee, issued_on=date(2026, 9, 5), signer_name="Trần Văn Thử", copies=12
    )
    operations.share_document(document=issued, units=[ward], by=clerk, at=noon)
    reserved = operations.reserve_number(
        owner_unit=committee, type="QĐ", purpose="Trình ký", by=clerk, at=noon
    )
    operations.cancel_number(run=reserved.series, number=1, reason="Không ký", by=clerk, at=noon)

    incoming = register_book(BookWanted(committee, "incoming", **DAYS))
    outgoing = register_book(BookWanted(committee, "outgoing", **DAYS))

    assert (len(incoming.columns), len(outgoing.columns)) == (len(INCOMING), len(OUTGOING))
    (row,) = incoming.rows
    assert list(row) == [
        date(2026, 9, 3),
        arrived.arrival_number,
        arrived.issuer_name,
        arrived.symbol,
        arrived.issued_on,
        f"Thông báo: {arrived.subject}",
        "Phòng Nội chính",
        date(2026, 9, 4),
        "",
        "Hỏa tốc",
    ]
    assert [next(iter(row)) for row in outgoing.rows] == [issued.symbol, "01/QĐ-UBND"]
    assert list(outgoing.rows[0])[3:7] == ["Trần Văn Thử", ward.short_name, "", 12]
    assert "Không ký" in str(outgoing.rows[1][-1])


@pytest.mark.django_db
def test_the_book_is_taken_with_a_trace(
    client: Client, committee: org.Unit, clerk: org.User
) -> None:
    document = DocumentFactory.create(owner_unit=committee, issued_on=date(2026, 9, 5))
    client.force_login(clerk)
    wanted: dict[str, str | int] = {
        "so": "di",
        "dv": committee.pk,
        "tu": "01/09/2026",
        "den": "30/09/2026",
    }

    seen = client.get(reverse("documents:register-book"), wanted)
    printed = client.get(reverse("documents:register-book-print"), wanted)
    files = [client.get(reverse(f"documents:register-book-{f}"), wanted) for f in ("word", "excel")]

    assert document.symbol in seen.content.decode()
    assert document.symbol in printed.content.decode()
    assert all("attachment" in file["Content-Disposition"] for file in files)
    forms = AuditEvent.objects.about(committee).filter(name="documents.register_taken")
    assert [event.facts["form"] for event in forms.order_by("pk")] == [
        "bản in",
        "tệp Word",
        "tệp Excel",
    ]
    turned = client.get(reverse("documents:register-book-excel"), {**wanted, "den": "01/08/2026"})
    assert turned.status_code == 422
    assert "Ngày cuối phải từ ngày đầu" in turned.content.decode()


@pytest.mark.django_db
def test_a_stranger_gets_no_book(
    client: Client, committee: org.Unit, ward: org.Unit, ward_clerk: org.User, noon: datetime
) -> None:
    DocumentFactory.create(owner_unit=committee)
    DocumentFactory.create(owner_unit=ward)
    client.force_login(ward_clerk)

    response = client.get(reverse("documents:register-book-excel"), {"dv": committee.pk})

    assert response.status_code == 422
    assert not AuditEvent.objects.filter(name="documents.register_taken").exists()
    with pytest.raises(PermissionDenied, match="giữ sổ"):
        operations.take_register(
            wanted=BookWanted(committee, "outgoing", **DAYS), form="excel", by=ward_clerk, at=noon
        )
