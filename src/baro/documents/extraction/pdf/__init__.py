"""PDF with text, page by page, through PDFium."""

from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from baro.documents.extraction.extracted import Found
from baro.documents.extraction.layout.pages import text_of_pages
from baro.documents.extraction.layout.placed import TablePiece
from baro.documents.extraction.limits import EXPANSION_LIMIT, PAGE_LIMIT
from baro.documents.extraction.pdf.pages import content_of
from baro.documents.extraction.refusals import (
    FileExpandsTooMuch,
    FileIsBroken,
    FileIsEncrypted,
    FileTooLarge,
    NoTextInFile,
)
from baro.documents.extraction.watch import Watch

_FEWEST_LETTERS = 20


def text_of_pdf(content: bytes, watch: Watch) -> Found:
    document = opened(content)
    try:
        text, anchors = text_of_pages(_contents(document, watch))
    finally:
        document.close()
    if sum(char.isalpha() for char in text) < _FEWEST_LETTERS:
        raise NoTextInFile(
            "Tệp PDF không có chữ (có thể là bản chụp). Hãy dùng bản PDF có chữ hoặc tệp Word."
        )
    return Found(text, anchors, [])


def opened(content: bytes) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise FileIsEncrypted(
                "Tệp PDF được đặt mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại."
            ) from None
        raise FileIsBroken("Tệp PDF bị hỏng, không mở được.") from None
    if len(document) > PAGE_LIMIT:
        document.close()
        raise FileTooLarge(f"Tệp PDF có quá {PAGE_LIMIT} trang.")
    return document


def _contents(document: pdfium.PdfDocument, watch: Watch) -> Iterator[list[str | TablePiece]]:
    length = 0
    for number in range(len(document)):
        watch.stop_if_told()
        content = _content(document, number)
        length += sum(len(part) for part in content if isinstance(part, str))
        if length > EXPANSION_LIMIT:
            raise FileExpandsTooMuch("Tệp PDF bung ra quá lớn, không an toàn để mở.")
        yield content


def _content(document: pdfium.PdfDocument, number: int) -> list[str | TablePiece]:
    try:
        page = document[number]
        textpage = page.get_textpage()
        content = content_of(page, textpage)
    except pdfium.PdfiumError:
        raise FileIsBroken(f"Trang {number + 1} của tệp PDF bị hỏng, không đọc được.") from None
    textpage.close()
    page.close()
    return content
