"""The tool page: what is off is told, what is no Word file is refused, nothing is kept."""

import io
import zipfile
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.documents.official import samples

from baro.documents.models import Document, Intake
from baro.documents.official import official_docx
from baro.kernel.files.models import StoredFile
from baro.org import api as org

pytestmark = pytest.mark.django_db
PAGE = "documents:layout-check"


@pytest.fixture
def page(client: Client, servant: org.User) -> Client:
    """A civil servant without any power over registers."""
    client.force_login(servant)
    return client


def _upload(content: bytes, name: str = "to-trinh.docx") -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile(name, content)}


def _with_program() -> bytes:
    kept = io.BytesIO(official_docx(samples.letter()))
    with zipfile.ZipFile(kept, "a") as packed:
        packed.writestr("word/vbaProject.bin", b"x")
    return kept.getvalue()


def test_a_good_paper_is_told_to_be_good_and_nothing_is_kept(page: Client) -> None:
    response = page.post(reverse(PAGE), _upload(official_docx(samples.letter())))

    assert response.status_code == 200
    assert "không thấy điểm nào sai thể thức" in response.content.decode()
    kept = [model for model in (StoredFile, Intake, Document) if model.objects.exists()]
    assert kept == []


def test_what_is_off_is_told_with_its_law(page: Client) -> None:
    paper = replace(samples.letter(), symbol="7/UBND-NC", recipients=(), filing="")

    text = page.post(reverse(PAGE), _upload(official_docx(paper))).content.decode()
    assert "Có 2 điểm cần sửa" in text
    assert "số nhỏ hơn 10 ghi thêm số 0 phía trước" in text
    assert "mục II.3.c" in text


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"", "trong.docx", "Tệp rỗng"),
        (b"%PDF-1.7\n1 0 obj\n", "ban.pdf", "chỉ kiểm tra tệp Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "khoa.docx", "có mật khẩu"),
        (_with_program(), "macro.docx", "macro"),
        (b"PK\x03\x04" + b"0" * 200, "hong.docx", "hỏng"),
        ("Kính gửi".encode(), "chu.txt", "chỉ kiểm tra tệp Word"),
        (
            official_docx(replace(samples.letter(), urgency="Mật")),
            "mat.docx",
            "mang dấu “Mật”",
        ),
    ],
    ids=["empty", "pdf", "locked", "macro", "broken", "text", "secret"],
)
def test_what_cannot_be_checked_is_refused_in_words(
    page: Client, content: bytes, name: str, told: str
) -> None:
    response = page.post(reverse(PAGE), _upload(content, name))

    assert response.status_code == 422
    assert told in response.content.decode()


def test_nothing_chosen_is_said(page: Client) -> None:
    response = page.post(reverse(PAGE), {})

    assert "Chưa chọn tệp nào" in response.content.decode()
