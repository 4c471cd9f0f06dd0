"""Tells the type of a file from its bytes; the name of the file is not asked."""

import io
import zipfile

from baro.documents.extraction.extracted import FileKind
from baro.documents.extraction.refusals import FileIsEncrypted, FileTypeUnknown

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_PDF_WITHIN = 1024
_OTHERS = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BM",
    b"II*\x00", b"MM\x00*",
    b"\x7fELF", b"MZ",
)  # fmt: skip


def sniff(content: bytes) -> FileKind | None:
    """The type, or None when it is none of ours; old and locked office files are refused."""
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return "pdf"
    if content.startswith(_OLD_OFFICE):
        _refuse_old_office(content)
    if content.startswith(b"PK"):
        return "docx" if _is_word(content) else None
    if content.startswith(_OTHERS):
        return None
    return "txt"


def _refuse_old_office(content: bytes) -> None:
    if _ENCRYPTED_PACKAGE in content:
        raise FileIsEncrypted("Tệp Word được đặt mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại.")
    raise FileTypeUnknown("Đây là tệp Word đời cũ (.doc). Hãy lưu lại thành .docx rồi tải lên.")


def _is_word(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return "word/document.xml" in packed.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False
