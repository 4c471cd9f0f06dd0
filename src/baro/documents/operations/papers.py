"""What comes in, made ready before anything is stored: its text, and the refusal of secrets."""

import hashlib
from dataclasses import dataclass

from django.conf import settings

from baro.documents.extraction import extract
from baro.documents.queries import words_sha256
from baro.documents.reading import secrecy_mark
from baro.kernel.errors import DomainError
from baro.kernel.text import nfc

_BINARY = "\x00"


class PaperEmpty(DomainError):
    pass


class PaperTooLarge(DomainError):
    pass


class PaperUnreadable(DomainError):
    pass


class SecretRefused(DomainError):
    pass


@dataclass(frozen=True)
class Paper:
    """One document's bytes and text, seen to be readable and free of a secrecy mark."""

    text: str
    pages: list[int]
    content: bytes | None
    file_name: str

    @property
    def text_sha256(self) -> str:
        return words_sha256(self.text)

    @property
    def file_sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest() if self.content else ""


def make_ready(*, content: bytes | None, file_name: str, text: str | None) -> Paper:
    """Read what was handed in. Nothing is stored here, so a refusal leaves nothing behind."""
    paper = _from_file(content, file_name) if content is not None else _from_text(text or "")
    refuse_secret_text(paper.text)
    return paper


def refuse_secret_file(content: bytes) -> None:
    """Stop a file whose text carries a secrecy mark; what has no readable text passes."""
    try:
        found = extract(content, size_limit=settings.FILE_SIZE_LIMIT)
    except DomainError:
        return
    refuse_secret_text(found.text)


def refuse_secret_text(text: str) -> None:
    """Stop a text that carries a secrecy mark, before anything of it is stored."""
    grade = secrecy_mark(text)
    if grade:
        raise SecretRefused(
            f"Văn bản mang dấu “{grade}” nên không được đưa vào hệ thống này; chưa có gì được "
            "lưu lại. Ông/bà chuyển văn bản cho văn thư bảo mật của cơ quan để vào sổ mật và xử lý "
            "trên máy tính độc lập, rồi xóa tệp khỏi máy đang nối mạng (Luật Bảo vệ bí mật nhà "
            "nước số 117/2025/QH15, Điều 5)."
        )


def _from_file(content: bytes, file_name: str) -> Paper:
    refuse_large(len(content))
    found = extract(content, size_limit=settings.FILE_SIZE_LIMIT, file_name=file_name)
    return Paper(found.text, [page.start for page in found.pages], content, nfc(file_name)[:200])


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
