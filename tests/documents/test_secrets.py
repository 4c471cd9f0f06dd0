"""A text with a secrecy mark is refused before anything is stored, whichever door it takes."""

import io
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from tests.factories.documents import notice_text, word_file

from baro.documents import operations
from baro.kernel.files.models import StoredFile
from baro.org import api as org

pytestmark = pytest.mark.django_db

SECRET = notice_text().replace("Số: 215", "TỐI MẬT\nSố: 215")
OPEN = notice_text().replace("máy quét", "máy quét bảo mật, giữ bí mật, mật độ cao")


def _marked_above_the_text() -> bytes:
    """A Word file that bears the mark only in the head of its pages."""
    document = docx.Document(io.BytesIO(word_file(OPEN)))
    document.sections[0].header.paragraphs[0].text = "TỐI MẬT"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def store(settings: Any) -> Path:
    return Path(settings.FILE_STORE)


def _rows() -> dict[str, int]:
    return {model.__name__: model._default_manager.count() for model in apps.get_models()}


def _files(store: Path) -> list[Path]:
    return [path for path in store.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    "paper",
    [
        {"text": SECRET},
        {"content": SECRET.encode(), "file_name": "cong-van.txt"},
        {"content": word_file(SECRET), "file_name": "cong-van.docx"},
        {"content": _marked_above_the_text(), "file_name": "cong-van.docx"},
    ],
    ids=["pasted", "text file", "Word file", "head of the pages"],
)
@pytest.mark.parametrize("door", ["register_document", "take_in_document"])
def test_nothing_remains_of_a_secret(
    committee: org.Unit,
    clerk: org.User,
    noon: datetime,
    store: Path,
    paper: dict[str, Any],
    door: str,
) -> None:
    before = _rows()
    more = {"register": "outgoing", "owner_unit": committee} if door[0] == "r" else {}

    with pytest.raises(operations.SecretRefused) as refusal:
        getattr(operations, door)(**paper, **more, by=clerk, at=noon)

    assert "Tối mật" in refusal.value.message
    assert "117/2025/QH15" in refusal.value.message
    assert _rows() == before
    assert _files(store) == []


def test_the_word_alone_is_no_mark(committee: org.Unit, clerk: org.User, noon: datetime) -> None:
    document = operations.register_document(
        register="outgoing", owner_unit=committee, text=OPEN, by=clerk, at=noon
    )

    assert document.pk


def test_the_page_tells_what_to_do_and_keeps_nothing(
    client: Client, clerk: org.User, store: Path
) -> None:
    client.force_login(clerk)

    response = client.post(reverse("documents:document-registration"), {"text": SECRET})

    assert response.status_code == 422
    assert "văn thư bảo mật" in response.content.decode()
    assert "TỐI MẬT" not in response.content.decode()
    assert _files(store) == []
    assert StoredFile.objects.count() == 0
