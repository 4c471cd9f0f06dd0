"""What comes in, made ready before anything is stored: its text, and the refusal of secrets."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from baro.documents.extraction import attachments_of, extract
from baro.documents.extraction.extracted import FileKind
from baro.documents.extraction.watch import OnPage, ShouldStop
from baro.documents.operations.pace import is_slow
from baro.documents.operations.secrecy import refuse_secret_file, refuse_secret_text
from baro.documents.queries import words_sha256
from baro.kernel.errors import DomainError
from baro.kernel.files.api import StoredFile
from baro.kernel.text import nfc

_BINARY = "\x00"


class PaperEmpty(DomainError):
    pass


class PaperTooLarge(DomainError):
    pass


class PaperUnreadable(DomainError):
    pass


class PaperNeedsTime(DomainError):
    """It is read by a job; whoever wants it at once has come to the wrong door."""


@dataclass(frozen=True)
class Paper:
    """One document's bytes and text, seen to be readable and free of a secrecy mark."""

    text: str
    pages: list[int]
    content: bytes | None
    file_name: str
    kind: FileKind | None = None
    notes: Sequence[str] = ()
    attachment_count: int = 0
    stored: StoredFile | None = None

    @property
    def text_sha256(self) -> str:
        return words_sha256(self.text)

    @property
    def file_sha256(self) -> str:
        if self.stored:
            return self.stored.sha256
        return hashlib.sha256(self.content).hexdigest() if self.content else ""


def make_ready(*, content: bytes | None, file_name: str, text: str | None) -> Paper:
    """Read what was handed in. Nothing is stored here, so a refusal leaves nothing behind."""
    if content is None:
        paper = _from_text(text or "")
        refuse_secret_text(paper.text)
        return paper
    refuse_large(len(content))
    if is_slow(content):
        raise PaperNeedsTime(
            "Tệp này cần đọc lâu (bản chụp, ảnh, tệp Word đời cũ hoặc tệp rất dài). Ông/bà đưa vào "
            "tại trang Đăng ký văn bản, hệ thống đọc xong sẽ báo lại.",
            field="file",
        )
    return read_through(content, file_name)


def read_through(
    content: bytes,
    file_name: str,
    *,
    on_page: OnPage | None = None,
    should_stop: ShouldStop | None = None,
) -> Paper:
    """Read a file however long it takes, with all that came with it."""
    limit = settings.FILE_SIZE_LIMIT
    found = extract(
        content,
        size_limit=limit,
        file_name=file_name,
        on_page=on_page,
        should_stop=should_stop,
    )
    refuse_secret_text(f"{found.text}\n{found.aside}")
    attached = attachments_of(content) if found.kind == "eml" else []
    for file in attached:
        refuse_secret_file(file.content, should_stop=should_stop, may_take_long=True)
    return Paper(
        text=found.text,
        pages=[page.start for page in found.pages],
        content=content,
        file_name=nfc(file_name)[:200],
        kind=found.kind,
        notes=found.notes,
        attachment_count=len(attached),
    )


def _from_text(text: str) -> Paper:
    if not text.strip():
        raise PaperEmpty(
            "Chưa có văn bản nào. Ông/bà thả một tệp vào khung hoặc dán nội dung văn bản."
        )
    refuse_large(len(text.encode()), field="text")
    if _BINARY in text:
        raise PaperUnreadable(
            "Nội dung dán vào có ký tự không phải chữ. Ông/bà dán lại từ văn bản gốc.",
            field="text",
        )
    return Paper(nfc(text).replace("\r\n", "\n").replace("\r", "\n"), [0], None, "")


def refuse_large(size: int, *, field: str = "file") -> None:
    """Stop at the limit of this installation, before the bytes are looked at."""
    limit = settings.FILE_SIZE_LIMIT
    if size > limit:
        raise PaperTooLarge(
            f"Văn bản nặng {_megabytes(size)}, quá mức {_megabytes(limit)} cho phép. Ông/bà nén "
            "lại ảnh trong tệp hoặc tách phụ lục thành tệp riêng.",
            field=field,
        )


def _megabytes(size: int) -> str:
    return f"{size / 2**20:.1f} MB".replace(".", ",").replace(",0 ", " ")
