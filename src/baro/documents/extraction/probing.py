"""What a file is and whether reading it takes long, told in a moment."""

from typing import NamedTuple

from baro.documents.extraction import ocr, pdf
from baro.documents.extraction.extracted import FileKind
from baro.documents.extraction.refusals import FileIsEmpty, FileTypeUnknown, kinds_read
from baro.documents.extraction.sniffing import sniff

_SLOW_KINDS: frozenset[FileKind] = frozenset({"doc", "odt", "rtf", "picture"})
_MANY_PAGES = 150
_LOOKED_AT = 12


class Probed(NamedTuple):
    """`pages` is None where the kind knows no pages before it is read.

    What is slow needs letter recognition or LibreOffice, or has very many pages.
    """

    kind: FileKind
    is_slow: bool
    pages: int | None = None


def probe(content: bytes) -> Probed:
    """Refuses what `extract` would refuse at first sight."""
    if not content:
        raise FileIsEmpty("Tệp rỗng (0 byte). Ông/bà kiểm tra lại tệp gốc rồi gửi lại.")
    kind = sniff(content)
    if kind is None:
        raise FileTypeUnknown(f"Chưa đọc được loại tệp này. {kinds_read()}")
    if kind == "pdf":
        return _probed_pdf(content)
    pages = ocr.page_count(content) if kind == "picture" else None
    return Probed(kind, kind in _SLOW_KINDS, pages)


def _probed_pdf(content: bytes) -> Probed:
    """A scan among typed pages may be missed here; it is then read where it was not expected."""
    pages = pdf.page_count(content)
    some = range(0, pages, max(1, pages // _LOOKED_AT))
    is_slow = pages > _MANY_PAGES or pdf.has_scans(content, among=some)
    return Probed("pdf", is_slow, pages)
