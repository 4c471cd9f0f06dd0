"""Tells the kind of a file from its bytes; the name of the file is not asked."""

import io
import re
import zipfile

from baro.documents.extraction.extracted import FileKind
from baro.documents.extraction.refusals import (
    FileHasTwoFaces,
    FileIsBroken,
    FileIsEncrypted,
    FileTypeUnknown,
    kinds_read,
)

_PDF = b"%PDF-"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_OTHERS = (
    *(b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BM", b"\x7fELF", b"MZ"),
    *(b"OggS", b"ID3", b"\x00\x00\x01\x00", b"fLaC", b"SQLite"),
)
_HEAD = 1024
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_HEADER = re.compile(
    rb"^(from|to|subject|date|received|mime-version|message-id|return-path):", re.I
)
_FEWEST_HEADERS = 2
_END_OF_ZIP = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 65_535


def sniff(content: bytes) -> FileKind | None:
    """The kind, or None when it is none of ours; two kinds in one and locked files are refused."""
    if _has_two_faces(content):
        raise FileHasTwoFaces(
            "Tệp này cùng lúc là hai loại tệp khác nhau, mỗi chương trình mở ra một nội dung, nên "
            "không được nhận. Ông/bà xin lại tệp gốc từ nơi gửi."
        )
    return _kind(content)


def _kind(content: bytes) -> FileKind | None:
    if content.startswith(_OLD_OFFICE):
        return _old_office(content)
    if content.startswith(b"PK"):
        return _kind_of_package(content)
    if content.startswith(_PICTURES):
        return "picture"
    if content.startswith(_OTHERS):
        return None
    return _kind_of_writing(content)


def _kind_of_writing(content: bytes) -> FileKind:
    head = content[:_HEAD]
    if _PDF in head:
        return "pdf"
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    if _is_mail(content):
        return "eml"
    return "html" if _PAGE.search(head) else "txt"


def _old_office(content: bytes) -> FileKind:
    if _ENCRYPTED_PACKAGE in content:
        raise FileIsEncrypted("Tệp Word được đặt mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại.")
    if _WORD_STREAM not in content:
        raise FileTypeUnknown(
            f"Đây là tệp Office đời cũ nhưng không phải văn bản Word. {kinds_read()}"
        )
    return "doc"


def _kind_of_package(content: bytes) -> FileKind | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = set(packed.namelist())
            if "word/document.xml" in names:
                return "docx"
            is_text = "mimetype" in names and b"opendocument.text" in packed.open("mimetype").read(
                80
            )
            return "odt" if is_text else None
    except Exception:  # a damaged package may fail in many ways
        raise FileIsBroken(
            "Tệp bị hỏng hoặc chưa tải về hết, không mở được. Ông/bà tải lại từ nơi gửi."
        ) from None


def _is_mail(content: bytes) -> bool:
    lines = content[: 8 * _HEAD].lstrip().splitlines()
    head = lines[: lines.index(b"")] if b"" in lines else []
    return len({found[1].lower() for line in head if (found := _HEADER.match(line))}) >= (
        _FEWEST_HEADERS
    )


def _has_two_faces(content: bytes) -> bool:
    """A second kind hidden before or behind the first one."""
    head = content[:_HEAD]
    if _PDF in head and not head.startswith(_PDF) and _starts_as_another(head):
        return True
    return not content.startswith(b"PK") and _ends_as_package(content)


def _starts_as_another(head: bytes) -> bool:
    before = head[: head.index(_PDF)]
    return head.startswith((b"PK", _OLD_OFFICE, *_PICTURES, *_OTHERS)) or b"<" in before


def _ends_as_package(content: bytes) -> bool:
    """Whether a ZIP directory closes the file: an attachment inside a PDF ends before its end."""
    tail = content[-(_LONGEST_COMMENT + _END_SIZE) :]
    at = tail.rfind(_END_OF_ZIP)
    if at < 0 or len(tail) - at < _END_SIZE:
        return False
    comment = int.from_bytes(tail[at + 20 : at + _END_SIZE], "little")
    return len(tail) - at - _END_SIZE - comment in range(3)
