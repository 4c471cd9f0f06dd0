"""Turns the bytes of a file into text with page anchors, or refuses in plain Vietnamese.

Owns: telling the kind from the bytes, never from the name; limits of size and unpacking; reading
Word, PDF, web pages, letters and plain text in new and old codes; scans and pictures through
Tesseract, old Word and OpenDocument through LibreOffice. No Django, no database, no network.
Does not own: what the text means (`documents.reading`), keeping the file (`kernel.files`).

`probe` tells in a moment whether reading takes long; `extract` reads; `attachments_of` gives the
files that came with a letter. Every table comes as lines, its cells joined by tabs, header first.
"""

from collections.abc import Callable
from functools import partial

from baro.documents.extraction.extracted import Extracted, FileKind, Found, PageAnchor
from baro.documents.extraction.language import notes_on_language
from baro.documents.extraction.limits import EXPANSION_LIMIT, SIZE_LIMIT
from baro.documents.extraction.mail import Attachment, attachments_of, text_of_mail
from baro.documents.extraction.names import meant_by, misleading_name
from baro.documents.extraction.ocr import text_of_picture
from baro.documents.extraction.office import text_of_office
from baro.documents.extraction.one_form import in_unicode
from baro.documents.extraction.pdf import text_of_pdf
from baro.documents.extraction.plain import text_of_plain
from baro.documents.extraction.probing import Probed, probe
from baro.documents.extraction.refusals import (
    EncodingUnknown,
    FileIsBroken,
    FileIsEmpty,
    FileTooLarge,
    FileTypeUnknown,
    NoTextInFile,
    kinds_read,
)
from baro.documents.extraction.sniffing import sniff
from baro.documents.extraction.watch import OnPage, ShouldStop, Watch
from baro.documents.extraction.web import text_of_page
from baro.documents.extraction.word import text_of_word

__all__ = [
    "EXPANSION_LIMIT",
    "SIZE_LIMIT",
    "Attachment",
    "Extracted",
    "PageAnchor",
    "Probed",
    "attachments_of",
    "extract",
    "probe",
]

_READERS: dict[FileKind, Callable[[bytes, Watch], Found]] = {
    "docx": text_of_word,
    "pdf": text_of_pdf,
    "txt": text_of_plain,
    "html": text_of_page,
    "eml": text_of_mail,
    "doc": partial(text_of_office, kind="doc"),
    "odt": partial(text_of_office, kind="odt"),
    "rtf": partial(text_of_office, kind="rtf"),
    "picture": text_of_picture,
}


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
        raise FileTypeUnknown(f"Chưa đọc được loại tệp này. {kinds_read()}")
    found = in_unicode(_read(content, kind, file_name, Watch(on_page, should_stop)))
    if not found.text.strip():
        raise NoTextInFile("Tệp không có chữ nào để đọc.")
    notes = [*misleading_name(file_name, kind), *found.notes, *notes_on_language(found.text)]
    return Extracted(found.text, kind, tuple(found.pages), tuple(notes), found.aside)


def _read(content: bytes, kind: FileKind, file_name: str, watch: Watch) -> Found:
    try:
        return _READERS[kind](content, watch)
    except (EncodingUnknown, FileTypeUnknown):
        if meant := meant_by(file_name):
            raise FileIsBroken(f"Tệp {meant} bị hỏng, không mở được.") from None
        raise


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}".rstrip("0").rstrip(".").replace(".", ",")
