"""PDF, page by page, through PDFium; pages that are pictures go through letter recognition."""

from collections.abc import Iterator, Sequence

from baro.documents.extraction.extracted import Found
from baro.documents.extraction.layout.pages import text_of_pages
from baro.documents.extraction.layout.placed import TablePiece
from baro.documents.extraction.limits import EXPANSION_LIMIT
from baro.documents.extraction.ocr.notes import notes_on
from baro.documents.extraction.ocr.pages import ScannedPage, read_sheet
from baro.documents.extraction.ocr.tesseract import can_recognise, require_tesseract
from baro.documents.extraction.pdf.opening import OpenDocument, open_page, opened
from baro.documents.extraction.pdf.pages import content_of
from baro.documents.extraction.pdf.scans import is_scan, sheet_of
from baro.documents.extraction.refusals import FileExpandsTooMuch, NoTextInFile
from baro.documents.extraction.watch import Watch

_FEWEST_LETTERS = 20
_PAGES_NAMED = 10


def text_of_pdf(content: bytes, watch: Watch) -> Found:
    with opened(content) as document:
        reader = _Reader(document, watch)
        text, anchors = text_of_pages(reader.contents())
    if sum(char.isalpha() for char in text) < _FEWEST_LETTERS:
        reader.refuse_empty()
    return Found(text, anchors, reader.notes())


def page_count(content: bytes) -> int:
    with opened(content) as document:
        return document.pages


def has_scans(content: bytes, *, among: Sequence[int]) -> bool:
    """Whether one of these pages (counted from 0) is a picture."""
    with opened(content) as document:
        for number in among:
            with open_page(document, number) as one:
                if is_scan(one.page, one.text()):
                    return True
    return False


class _Reader:
    def __init__(self, document: OpenDocument, watch: Watch) -> None:
        self._document = document
        self._watch = watch
        self._scanned: list[ScannedPage] = []
        self._unread: list[int] = []

    def contents(self) -> Iterator[list[str | TablePiece]]:
        length, total = 0, self._document.pages
        for number in range(total):
            self._watch.stop_if_told()
            content = self._content(number)
            length += sum(len(part) for part in content if isinstance(part, str))
            if length > EXPANSION_LIMIT:
                raise FileExpandsTooMuch("Tệp PDF bung ra quá lớn, không an toàn để mở.")
            yield content
            self._watch.page_done(number + 1, total)

    def notes(self) -> list[str]:
        words = sum(page.words for page in self._scanned)
        notes = notes_on(words, sum(page.sureness for page in self._scanned))
        if self._unread:
            shown = ", ".join(map(str, self._unread[:_PAGES_NAMED]))
            notes.append(
                f"Có {len(self._unread)} trang là bản chụp nên chưa đọc được (trang {shown}); máy "
                "chủ cần cài gói tesseract-ocr và tesseract-ocr-vie."
            )
        return notes

    def refuse_empty(self) -> None:
        if self._unread:
            require_tesseract()
        raise NoTextInFile(
            "Tệp PDF không có chữ nào đọc được (có thể là bản chụp quá mờ). Ông/bà dùng bản chụp "
            "rõ hơn, hoặc tệp Word."
        )

    def _content(self, number: int) -> list[str | TablePiece]:
        with open_page(self._document, number) as one:
            is_picture = is_scan(one.page, one.text())
            if not is_picture or not can_recognise():
                self._unread += [number + 1] if is_picture else []
                return content_of(one.page, one.textpage)
            sheet = sheet_of(one.page)
        self._scanned.append(read_sheet(sheet, self._watch))
        return self._scanned[-1].content
