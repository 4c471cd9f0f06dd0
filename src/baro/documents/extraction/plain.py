"""Plain text: UTF-8, UTF-8 with a mark, UTF-16; nothing else is guessed."""

from baro.documents.extraction.extracted import Found
from baro.documents.extraction.refusals import EncodingUnknown, FileTypeUnknown
from baro.documents.extraction.watch import Watch

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS = {chr(code) for code in range(32)} - set("\t\n\r\f\v\x1a")
_SOME = 0.01


def text_of_plain(content: bytes, _watch: Watch) -> Found:
    text = _decoded(content).replace("\r\n", "\n").replace("\r", "\n")
    controls = sum(char in _CONTROLS for char in text)
    if controls > len(text) * _SOME:
        raise FileTypeUnknown(
            "Chưa đọc được loại tệp này. Hãy dùng tệp Word (.docx), PDF có chữ hoặc văn bản (.txt)."
        )
    return Found("".join(char for char in text if char not in _CONTROLS), [], [])


def _decoded(content: bytes) -> str:
    try:
        if content.startswith(_UTF16_MARKS):
            return content.decode("utf-16")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise EncodingUnknown(
            "Tệp văn bản không dùng bảng mã UTF-8 hoặc UTF-16 (có thể là TCVN3, VNI). "
            "Hãy lưu lại bằng bảng mã Unicode rồi tải lên."
        ) from None
