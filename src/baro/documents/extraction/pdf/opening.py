"""Opening a PDF and its pages, or refusing in plain words."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from baro.documents.extraction.limits import PAGE_LIMIT
from baro.documents.extraction.refusals import FileIsBroken, FileIsEncrypted, FileTooLarge


class OpenPage(NamedTuple):
    """A page and its text as PDFium keeps them; objects of PDFium carry no types."""

    page: Any
    textpage: Any

    def text(self) -> str:
        return str(self.textpage.get_text_range())


@contextmanager
def opened(content: bytes) -> Iterator[pdfium.PdfDocument]:
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise FileIsEncrypted(
                "Tệp PDF được đặt mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại."
            ) from None
        raise FileIsBroken("Tệp PDF bị hỏng, không mở được.") from None
    try:
        if len(document) > PAGE_LIMIT:
            raise FileTooLarge(
                f"Tệp PDF có quá {PAGE_LIMIT} trang. Ông/bà tách thành nhiều tệp rồi tải lên."
            )
        yield document
    finally:
        document.close()


@contextmanager
def open_page(document: pdfium.PdfDocument, number: int) -> Iterator[OpenPage]:
    try:
        page = document[number]
        textpage = page.get_textpage()
        yield OpenPage(page, textpage)
    except pdfium.PdfiumError:
        raise FileIsBroken(f"Trang {number + 1} của tệp PDF bị hỏng, không đọc được.") from None
    textpage.close()
    page.close()
