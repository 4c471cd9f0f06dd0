"""What comes in bad or strange, through the page and the API: a sentence, and nothing is kept."""

import io
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.documents.test_papers import LOCKED_PDF
from tests.factories.documents import notice_text, word_file
from tests.rest.callers import caller

from baro.documents import jobs
from baro.documents.models import Document, Intake
from baro.kernel.files.models import StoredFile
from baro.kernel.files.uploads import LimitingUploadHandler
from baro.org import api as org

pytestmark = pytest.mark.django_db
DOOR = "documents:document-registration"
TYPED = "Lời tôi đang gõ dở"
SECRET = notice_text().replace("-------\nCỘNG HÒA", "TỐI MẬT\n-------\nCỘNG HÒA")
ENGLISH = " ".join(["The committee shall report on progress to the chair every month."] * 8)


def _packed(content: bytes, extra: dict[str, bytes]) -> bytes:
    kept = io.BytesIO(content)
    with zipfile.ZipFile(kept, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, part in extra.items():
            archive.writestr(name, part)
    return kept.getvalue()


def _letter(*attached: tuple[str, bytes]) -> bytes:
    letter = EmailMessage()
    letter["Subject"], letter["From"] = "Gửi thông báo", "van-thu@xa-thu.example"
    letter.set_content("Văn phòng kính gửi thông báo kèm theo để thực hiện.")
    for name, content in attached:
        letter.add_attachment(content, "application", "octet-stream", filename=name)
    return letter.as_bytes()


def _picture(kind: str = "PNG") -> bytes:
    kept = io.BytesIO()
    Image.new("L", (400, 300), 255).save(kept, kind)
    return kept.getvalue()


BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("cong-van.docx", lambda: b"", "Tệp rỗng (0 byte)"),
    "blank": ("cong-van.txt", lambda: b" \n\t ", "không có chữ nào"),
    "too large": ("cong-van.txt", lambda: b"a" * (2**20 + 1), "quá mức 1 MB"),
    "zip bomb": ("a.docx", lambda: _packed(word_file("x"), {"b.xml": bytes(300 * 2**20)}), "bung"),
    "encrypted PDF": ("a.pdf", lambda: LOCKED_PDF, "mật khẩu"),
    "macros": ("a.docx", lambda: _packed(word_file("x"), {"word/vbaProject.bin": b"x"}), "macro"),
    "wrong ending": ("a.pdf", lambda: word_file(notice_text()), "đuôi .pdf nhưng nội dung là"),
    "two faces": ("a.pdf", lambda: _packed(b"%PDF-1.7\n" + bytes(40), {"a": b"x"}), "hai loại tệp"),
    "program": ("a.docx", lambda: b"MZ\x90\x00" + bytes(80), "Chưa đọc được loại tệp này"),
    "cut": ("a.docx", lambda: word_file("Kính gửi")[:900], "bị hỏng"),
    "secret": ("a.docx", lambda: word_file(SECRET), "mang dấu “Tối mật”"),
    "secret by mail": ("a.eml", lambda: _letter(("k.docx", word_file(SECRET))), "“Tối mật”"),
}


@pytest.fixture
def _small(settings: Any) -> None:
    settings.FILE_SIZE_LIMIT = 2**20


@pytest.mark.usefixtures("_small")
@pytest.mark.parametrize(("name", "make", "told"), BAD.values(), ids=BAD)
def test_a_bad_file_is_refused_on_the_page_and_by_the_api(
    client: Client,
    committee: org.Unit,
    clerk: org.User,
    settings: Any,
    name: str,
    make: Callable[[], bytes],
    told: str,
) -> None:
    content = make()
    client.force_login(clerk)

    page = client.post(reverse(DOOR), {"file": SimpleUploadedFile(name, content), "text": TYPED})
    answer = caller(clerk).send("/documents", owner_unit=committee.code, file=(name, content))

    shown = page.content.decode()
    assert (page.status_code, answer.status_code) == (422, 422), answer.content.decode()
    assert told in shown
    assert (TYPED in shown) == (not told.endswith("mật”"))
    assert told in answer.json()["detail"]
    assert not Intake.objects.exists()
    assert not Document.objects.exists()
    assert not StoredFile.objects.exists()
    assert not [path for path in Path(settings.FILE_STORE).rglob("*") if path.is_file()]


def test_a_file_over_the_limit_is_passed_over_while_it_arrives(settings: Any) -> None:
    """200 MB are never held: neither in memory nor on disk."""
    settings.FILE_SIZE_LIMIT = 3 * 2**16
    handler = LimitingUploadHandler()
    handler.new_file("file", "to.pdf", "application/pdf", None)

    passed = [handler.receive_data_chunk(b"a" * 2**16, number * 2**16) for number in range(3200)]

    assert sum(chunk is not None for chunk in passed) == 3
    upload = handler.file_complete(200 * 2**20)
    assert upload is not None
    assert upload.size == 200 * 2**20


def test_what_is_strange_but_honest_comes_in_with_a_word_about_it(
    client: Client, committee: org.Unit, clerk: org.User
) -> None:
    client.force_login(clerk)
    for name, content, told in (
        ("thu.txt", ENGLISH.encode(), "không phải tiếng Việt"),
        ("cu.txt", "Kính gửi các sở, ban, ngành".encode("utf-16"), ""),
    ):
        response = client.post(
            reverse(DOOR), {"file": SimpleUploadedFile(name, content)}, follow=True
        )
        assert response.status_code == 200
        assert told in response.content.decode()
    assert Intake.objects.count() == 2


def test_a_picture_of_nothing_says_so_and_stays_for_another_try(
    client: Client, committee: org.Unit, clerk: org.User
) -> None:
    client.force_login(clerk)
    client.post(reverse(DOOR), {"file": SimpleUploadedFile("anh.png", _picture())})
    for job in ProcrastinateJob.objects.filter(task_name__contains="read_intakes"):
        jobs.read_intakes(job.args["event_ids"])

    intake = Intake.objects.get()
    assert intake.is_failed
    assert intake.file is not None
    page = client.get(reverse("documents:document-intake", args=[intake.pk])).content.decode()
    assert "Đọc lại" in page
    assert intake.failure[:40] in page


def test_the_files_of_a_letter_become_papers_of_their_own(
    client: Client, committee: org.Unit, clerk: org.User
) -> None:
    client.force_login(clerk)
    content = _letter(("thong-bao.docx", word_file(notice_text())), ("danh-sach.txt", b"1. A"))

    page = client.post(
        reverse(DOOR), {"file": SimpleUploadedFile("thu.eml", content)}, follow=True
    ).content.decode()

    letter = Intake.objects.get()
    assert "thong-bao.docx" in page
    assert "danh-sach.txt" in page
    address = reverse("documents:intake-enclosures", args=[letter.pk])
    page = client.post(address, {"number": "1"}, follow=True).content.decode()
    enclosed = Intake.objects.get(letter=letter)
    assert enclosed.text.startswith("ỦY BAN NHÂN DÂN")
    assert reverse("documents:document-intake", args=[enclosed.pk]) in page
    assert client.post(address, {"number": "3"}).status_code == 422
    assert client.post(address, {"number": "x"}).status_code == 422
    own = client.get(reverse("documents:document-intake", args=[letter.pk])).content.decode()
    assert "Văn phòng kính gửi thông báo kèm theo" in own
    client.post(reverse("documents:intake-discard", args=[letter.pk]))
    enclosed.refresh_from_db()
    assert enclosed.letter is None
