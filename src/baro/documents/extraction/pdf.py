"""PDF with text, page by page, through PDFium."""

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from baro.documents.extraction.extracted import Found, PageAnchor
from baro.documents.extraction.limits import EXPANSION_LIMIT, PAGE_LIMIT
from baro.documents.extraction.refusals import (
    FileExpandsTooMuch,
    FileIsBroken,
    FileIsEncrypted,
    FileTooLarge,
    NoTextInFile,
)
from baro.documents.extraction.watch import Watch

_FEWEST_LETTERS = 20
_NO_CHARACTER = "\ufffe\uffff\x00"


def text_of_pdf(content: bytes, watch: Watch) -> Found:
    document = _opened(content)
    try:
        return _read(document, watch)
    finally:
        document.close()


def _opened(content: bytes) -> pdfium.PdfDocument:
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


def _read(document: pdfium.PdfDocument, watch: Watch) -> Found:
    parts: list[str] = []
    anchors: list[PageAnchor] = []
    length = 0
    for number in range(len(document)):
        watch.stop_if_told()
        anchors.append(PageAnchor(number + 1, length))
        text = _page_text(document, number)
        parts.append(text + "\n")
        length += len(text) + 1
        if length > EXPANSION_LIMIT:
            raise FileExpandsTooMuch("Tệp PDF bung ra quá lớn, không an toàn để mở.")
    whole = "".join(parts)
    if sum(char.isalpha() for char in whole) < _FEWEST_LETTERS:
        raise NoTextInFile(
            "Tệp PDF không có chữ (có thể là bản chụp). Hãy dùng bản PDF có chữ hoặc tệp Word."
        )
    return Found(whole, anchors, [])


def _page_text(document: pdfium.PdfDocument, number: int) -> str:
    try:
        page = document[number]
        textpage = page.get_textpage()
        text: str = textpage.get_text_range()
    except pdfium.PdfiumError:
        raise FileIsBroken(f"Trang {number + 1} của tệp PDF bị hỏng, không đọc được.") from None
    textpage.close()
    page.close()
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.translate(str.maketrans("", "", _NO_CHARACTER))
