"""Turns the bytes of a file into text with page anchors, or refuses in plain Vietnamese.

Owns: telling the type from the bytes, never from the name; limits of size and unpacking; reading
Word, PDF with text, and plain text. No Django, no database, no network.
Does not own: what the text means (`documents.reading`), keeping the file (`kernel.files`), scans.
"""

from collections.abc import Callable

from baro.documents.extraction.extracted import Extracted, FileKind, Found, PageAnchor
from baro.documents.extraction.limits import EXPANSION_LIMIT, SIZE_LIMIT
from baro.documents.extraction.pdf import text_of_pdf
from baro.documents.extraction.plain import text_of_plain
from baro.documents.extraction.refusals import (
    EncodingUnknown,
    FileIsBroken,
    FileIsEmpty,
    FileTooLarge,
    FileTypeUnknown,
    NoTextInFile,
)
from baro.documents.extraction.sniffing import sniff
from baro.documents.extraction.watch import OnPage, ShouldStop, Watch
from baro.documents.extraction.word import text_of_word
from baro.kernel.text import nfc

__all__ = ["EXPANSION_LIMIT", "SIZE_LIMIT", "Extracted", "PageAnchor", "extract"]

_READERS: dict[FileKind, Callable[[bytes, Watch], Found]] = {
    "docx": text_of_word,
    "pdf": text_of_pdf,
    "txt": text_of_plain,
}
_MEANT = {".pdf": "PDF", ".docx": "Word"}


def extract(
    content: bytes,
    *,
    size_limit: int = SIZE_LIMIT,
    file_name: str = "",
    on_page: OnPage | None = None,
    should_stop: ShouldStop | None = None,
) -> Extracted:
    """The text of a file in NFC; refuses when there is none to read.

    The name decides nothing; it only helps to say what a file that cannot be read once was.
    `on_page` hears of each page of a slow file, `should_stop` is asked before each.
    """
    if not content:
        raise FileIsEmpty("Tệp rỗng (0 byte). Ông/bà kiểm tra lại tệp gốc rồi gửi lại.")
    if len(content) > size_limit:
        raise FileTooLarge(
            f"Tệp nặng {_megabytes(len(content))} MB, quá giới hạn {_megabytes(size_limit)} MB."
        )
    kind = sniff(content)
    if kind is None:
        raise FileTypeUnknown(
            "Chưa đọc được loại tệp này. Hãy dùng tệp Word (.docx), PDF có chữ hoặc văn bản (.txt)."
        )
    found = _read(content, kind, file_name, Watch(on_page, should_stop))
    if not found.text.strip():
        raise NoTextInFile("Tệp không có chữ nào để đọc.")
    pages = _moved(found.text, found.pages)
    return Extracted(nfc(found.text), kind, pages, tuple(found.notes))


def _read(content: bytes, kind: FileKind, file_name: str, watch: Watch) -> Found:
    try:
        return _READERS[kind](content, watch)
    except (EncodingUnknown, FileTypeUnknown):
        if broken := next((e for e in _MEANT if file_name.lower().endswith(e)), None):
            raise FileIsBroken(f"Tệp {_MEANT[broken]} bị hỏng, không mở được.") from None
        raise


def _moved(text: str, pages: list[PageAnchor]) -> tuple[PageAnchor, ...]:
    """Page anchors as places in the NFC text."""
    moved, here, before = [], 0, 0
    for page in pages:
        here += len(nfc(text[before : page.start]))
        before = page.start
        moved.append(PageAnchor(page.number, here))
    return tuple(moved)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}".rstrip("0").rstrip(".").replace(".", ",")
