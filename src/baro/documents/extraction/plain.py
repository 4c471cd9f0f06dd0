"""Plain text: Unicode in its usual forms, and the Vietnamese codes of the years before it."""

import re

from baro.documents.extraction.extracted import Found
from baro.documents.extraction.legacy.notes import converted_from
from baro.documents.extraction.legacy.recognition import decoded
from baro.documents.extraction.refusals import EncodingUnknown, FileTypeUnknown, kinds_read
from baro.documents.extraction.watch import Watch

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")
_SOME = 0.01
_SAMPLE = 4_000
_MANY_ZEROS = 0.25


def text_of_plain(content: bytes, _watch: Watch) -> Found:
    text, notes = text_of_bytes(content)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    clean, controls = _CONTROLS.subn("", text)
    if controls > len(text) * _SOME:
        raise FileTypeUnknown(f"Chưa đọc được loại tệp này. {kinds_read()}")
    return Found(clean, [], notes)


def text_of_bytes(content: bytes) -> tuple[str, list[str]]:
    """The text in Unicode, and a note where it had to be converted."""
    try:
        return _in_unicode(content), []
    except UnicodeDecodeError:
        old = decoded(content)
    if old is None:
        raise EncodingUnknown(
            "Tệp văn bản dùng bảng mã mà hệ thống chưa nhận ra (không phải Unicode, TCVN3, VNI, "
            "VPS). Ông/bà mở tệp bằng chương trình đã soạn, lưu lại bằng bảng mã Unicode rồi tải "
            "lên."
        )
    return old.text, [converted_from(old.code)]


def _in_unicode(content: bytes) -> str:
    if content.startswith(_UTF16_MARKS):
        return content.decode("utf-16")
    sample = content[:_SAMPLE]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = sample[first::2]
        if half.count(0) > len(half) * _MANY_ZEROS and not sample[1 - first :: 2].count(0):
            return content.decode(encoding)
    return content.decode("utf-8-sig")
