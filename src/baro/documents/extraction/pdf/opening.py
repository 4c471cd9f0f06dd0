"""Opening a PDF and its pages, or refusing in plain words.

PDFium bears only one thread at a time, and a web server has several; so a lock is held wherever a
document or a page is open to be asked, and never while letters are recognised.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from baro.documents.extraction.limits import PAGE_LIMIT
from baro.documents.extraction.refusals import FileIsBroken, FileIsEncrypted, FileTooLarge

PDFIUM = RLock()


class OpenPage(NamedTuple):
    """A page and its text as PDFium keeps them; objects of PDFium carry no types."""

    page: Any
    textpage: Any

    def text(self) -> str:
        return str(self.textpage.get_text_range())


class OpenDocument(NamedTuple):
    """A document and the number of its pages."""

    document: pdfium.PdfDocument
    pages: int


@contextmanager
def opened(content: bytes) -> Iterator[OpenDocument]:
    with PDFIUM:
        document = _document(content)
        pages = len(document)
    try:
        if pages > PAGE_LIMIT:
            raise FileTooLarge(
                f"Tệp PDF có quá {PAGE_LIMIT} trang. Ông/bà tách thành nhiều tệp rồi tải lên."
            )
        yield OpenDocument(document, pages)
    finally:
        with PDFIUM:
            document.close()


def _document(content: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise FileIsEncrypted(
                "Tệp PDF được đặt mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại."
            ) from None
        raise FileIsBroken("Tệp PDF bị hỏng, không mở được.") from None


@contextmanager
def open_page(opened: OpenDocument, number: int) -> Iterator[OpenPage]:
    with PDFIUM:
        try:
            page = opened.document[number]
            textpage = page.get_textpage()
            yield OpenPage(page, textpage)
        except pdfium.PdfiumError:
            raise FileIsBroken(f"Trang {number + 1} của tệp PDF bị hỏng, không đọc được.") from None
        textpage.close()
        page.close()
