"""What cannot be registered is refused with a sentence, and nothing is kept."""

import io
import zipfile
from datetime import datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.factories.documents import notice_text, word_file

from baro.documents import operations
from baro.documents.models import Document, Intake
from baro.kernel.errors import DomainError
from baro.kernel.files.models import StoredFile
from baro.org import api as org

pytestmark = pytest.mark.django_db

LOCKED_PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
4 0 obj<</Filter/Standard/V 1/R 2/P -44/O(0123456789abcdef0123456789abcdef)\
/U(fedcba9876543210fedcba9876543210)>>endobj
trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>
%%EOF"""


def _bomb() -> bytes:
    """A Word file whose text would expand to 300 MB."""
    kept = io.BytesIO(word_file("Kính gửi"))
    with zipfile.ZipFile(kept, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("word/more.xml", b"0" * (300 * 2**20))
    return kept.getvalue()


@pytest.mark.parametrize(
    "paper",
    [
        {},
        {"text": ""},
        {"text": " \n\t "},
        {"text": "Kính gửi\x00 quý cơ quan"},
        {"content": b"", "file_name": "cong-van.docx"},
        {"content": b"", "file_name": "cong-van.txt"},
        {"content": b" \n ", "file_name": "cong-van.txt"},
        {"content": LOCKED_PDF, "file_name": "cong-van.pdf"},
        {"content": b"%PDF-1.4 rest is missing", "file_name": "cong-van.pdf"},
        {"content": "Kính gửi".encode("utf-16-le")[1:], "file_name": "cong-van.txt"},
        {"content": b"K\xc6nh g\xd6i qu\xfd c\xac quan", "file_name": "cong-van.txt"},
        {"content": b"MZ\x90\x00\x03\x00\x00\x00", "file_name": "cong-van.docx"},
        {"content": word_file("Kính gửi")[:900], "file_name": "cong-van.docx"},
    ],
    ids=[
        "nothing",
        "empty text",
        "blank text",
        "text with a null",
        "empty Word file",
        "empty text file",
        "blank text file",
        "encrypted PDF",
        "broken PDF",
        "half a UTF-16 file",
        "old encoding",
        "program named .docx",
        "cut Word file",
    ],
)
def test_a_bad_paper_is_refused_in_a_sentence(
    clerk: org.User, noon: datetime, paper: dict[str, Any]
) -> None:
    with pytest.raises(DomainError) as refusal:
        operations.take_in_document(**paper, by=clerk, at=noon)

    assert refusal.value.message.endswith(".")
    assert Intake.objects.count() == 0
    assert StoredFile.objects.count() == 0


def test_a_zip_bomb_is_refused(clerk: org.User, noon: datetime) -> None:
    with pytest.raises(DomainError):
        operations.take_in_document(content=_bomb(), file_name="bom.docx", by=clerk, at=noon)

    assert StoredFile.objects.count() == 0


def test_a_file_over_the_limit_is_refused_before_it_is_read(
    client: Client, clerk: org.User, settings: Any
) -> None:
    settings.FILE_SIZE_LIMIT = 1000
    client.force_login(clerk)
    heavy = SimpleUploadedFile("cong-van.txt", b"a" * 1001)

    response = client.post(reverse("documents:document-registration"), {"file": heavy})

    assert response.status_code == 422
    assert "quá mức" in response.content.decode()
    assert Intake.objects.count() == 0


def test_a_paste_over_the_limit_is_refused(clerk: org.User, noon: datetime, settings: Any) -> None:
    settings.FILE_SIZE_LIMIT = 1000

    with pytest.raises(operations.PaperTooLarge) as refusal:
        operations.take_in_document(text="a" * 1001, by=clerk, at=noon)

    assert refusal.value.field == "text"


def test_a_word_file_and_its_pasted_text_are_the_same_document(
    department: org.Unit, clerk: org.User, noon: datetime
) -> None:
    where = {"register": "incoming", "owner_unit": department, "by": clerk, "at": noon}
    document = operations.register_document(
        content=word_file(notice_text()),
        file_name="thông báo.docx",
        **where,  # type: ignore[arg-type]
    )

    with pytest.raises(operations.SameContent):
        operations.register_document(text=notice_text(), **where)  # type: ignore[arg-type]

    assert document.file is not None
    assert document.file_name == "thông báo.docx"
    assert document.symbol == "215/TB-UBND"
    assert Document.objects.count() == 1
