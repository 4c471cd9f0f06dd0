"""Letters out of pictures: scans and photographs, page after page, through Tesseract."""

from baro.documents.extraction.extracted import Found
from baro.documents.extraction.layout.pages import text_of_pages
from baro.documents.extraction.ocr.notes import notes_on
from baro.documents.extraction.ocr.pages import ScannedPage, read_sheet
from baro.documents.extraction.ocr.pictures import page_count, sheets
from baro.documents.extraction.ocr.tesseract import require_tesseract
from baro.documents.extraction.refusals import NoTextInFile
from baro.documents.extraction.watch import Watch

__all__ = ["page_count", "text_of_picture"]


def text_of_picture(content: bytes, watch: Watch) -> Found:
    total = page_count(content)
    require_tesseract()
    pages: list[ScannedPage] = []
    for sheet in sheets(content):
        watch.stop_if_told()
        pages.append(read_sheet(sheet, watch))
        watch.page_done(len(pages), total)
    words = sum(page.words for page in pages)
    if words == 0:
        raise NoTextInFile(
            "Ảnh không có chữ nào nhận ra được. Ông/bà chụp lại rõ và thẳng hơn, hoặc dùng tệp "
            "Word, PDF có chữ."
        )
    text, anchors = text_of_pages(page.content for page in pages)
    return Found(text, anchors, notes_on(words, sum(page.sureness for page in pages)))
