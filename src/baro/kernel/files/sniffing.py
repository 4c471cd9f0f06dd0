"""What a file really is, told from its bytes; its name is only asked whether it agrees."""

import codecs
from typing import BinaryIO

import puremagic

from baro.kernel.files import types
from baro.kernel.files.containers import container_type
from baro.kernel.files.names import ending
from baro.kernel.files.refusals import (
    FileIsDamaged,
    FileIsLocked,
    FileNameMisleads,
    FileNotUnicode,
    FileTypeNotAccepted,
)

_HEAD = 4096
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BY_SIGNATURE = frozenset({types.PDF, types.PNG, types.JPEG})
_CONTROL = frozenset(range(32)) - {9, 10, 12, 13}
_ACCEPTED = (
    "Hệ thống nhận: PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), ảnh, tệp chữ, ZIP."
)


def sniff(file: BinaryIO, *, name: str) -> str:
    """The media type of an accepted file; a refusal otherwise."""
    media_type = _media_type(file, name)
    refuse_misleading_name(name, media_type)
    return media_type


def refuse_misleading_name(name: str, media_type: str) -> None:
    accepted = types.FILE_TYPES[media_type]
    given = ending(name)
    if given and given not in accepted.endings:
        raise FileNameMisleads(
            f"Tên tệp có đuôi .{given} nhưng nội dung là {accepted.label}. "
            "Hãy kiểm tra lại tệp, rồi gửi với đúng đuôi."
        )


def _media_type(file: BinaryIO, name: str) -> str:
    file.seek(0)
    head = file.read(_HEAD)
    if head.startswith(_ZIP):
        return container_type(file)
    if head.startswith(_OLD_OFFICE):
        raise FileIsLocked(
            "Tệp Word, Excel kiểu cũ (.doc, .xls) hoặc có mật khẩu thì không nhận được. "
            "Hãy lưu lại thành .docx hoặc .xlsx không đặt mật khẩu."
        )
    return _by_signature(head) or _text_type(file, head, name)


def _by_signature(head: bytes) -> str | None:
    try:
        guesses = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return None
    sure = [guess for guess in guesses if guess.offset == 0 and guess.mime_type in _BY_SIGNATURE]
    return str(sure[0].mime_type) if sure else None


def _text_type(file: BinaryIO, head: bytes, name: str) -> str:
    if head.startswith(b"#!"):
        raise FileTypeNotAccepted(f"Tệp này là chương trình, nên không được nhận. {_ACCEPTED}")
    if _is_text(file, head):
        return types.TEXT
    if ending(name) in types.FILE_TYPES[types.TEXT].endings:
        raise FileNotUnicode(
            "Tệp chữ không dùng bảng mã Unicode. Hãy lưu lại theo bảng mã UTF-8 rồi gửi."
        )
    if any(ending(name) in accepted.endings for accepted in types.FILE_TYPES.values()):
        raise FileIsDamaged(
            f"Tên tệp có đuôi .{ending(name)} nhưng nội dung không đọc được theo đuôi ấy. Tệp có "
            "thể đã hỏng; hãy mở thử trên máy, lưu lại rồi gửi."
        )
    raise FileTypeNotAccepted(f"Hệ thống không nhận loại tệp này. {_ACCEPTED}")


def _is_text(file: BinaryIO, head: bytes) -> bool:
    is_wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    decoder = codecs.getincrementaldecoder("utf-16" if is_wide else "utf-8")()
    file.seek(0)
    try:
        while piece := file.read(2**16):
            if any(ord(char) in _CONTROL for char in decoder.decode(piece)):
                return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
