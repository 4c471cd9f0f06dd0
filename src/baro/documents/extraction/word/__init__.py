"""Word (.docx): paragraphs, text boxes and tables in the order of the page, list numbers written.

Headers, footers and comments are not part of the text. Nothing that a file points to is fetched.
"""

import io
from collections.abc import Iterator

import docx
from docx.document import Document

from baro.documents.extraction.extracted import Found
from baro.documents.extraction.legacy.notes import converted_from
from baro.documents.extraction.packed import check_packed
from baro.documents.extraction.refusals import FileHasMacros, FileIsBroken, NoTextInFile
from baro.documents.extraction.tables import cell_text, is_layout, layout_lines, row_lines
from baro.documents.extraction.watch import Watch
from baro.documents.extraction.word.asides import asides
from baro.documents.extraction.word.blocks import PARAGRAPH, Element, blocks
from baro.documents.extraction.word.fonts import Fonts
from baro.documents.extraction.word.footnotes import footnotes
from baro.documents.extraction.word.grids import grid_of
from baro.documents.extraction.word.list_numbers import ListNumbers
from baro.documents.extraction.word.styles import Styles
from baro.documents.extraction.word.surroundings import (
    notes_on,
    refuse_macros,
    refuse_pictures_only,
)
from baro.documents.extraction.word.words import boxes, ends_deleted

_DEEPEST = 4
_FOOTNOTES = "Các chú thích cuối trang được chép xuống cuối văn bản."


def text_of_word(content: bytes, _watch: Watch) -> Found:
    check_packed(content)
    try:
        refuse_macros(content)
        document = docx.Document(io.BytesIO(content))
        found = _Reader(document).found()
        refuse_pictures_only(document, found.text)
    except (FileHasMacros, NoTextInFile):
        raise
    except Exception:
        raise FileIsBroken("Tệp Word bị hỏng, không đọc được nội dung.") from None
    return found


class _Reader:
    def __init__(self, document: Document) -> None:
        self._document = document
        styles = Styles(document)
        self._numbers = ListNumbers(document, styles)
        self._fonts = Fonts(document, styles)

    def found(self) -> Found:
        lines = list(self._lines(self._document.element.body, depth=0))
        below = [
            f"[{number}] {cell_text(list(self._lines(note, depth=_DEEPEST)))}"
            for number, note in enumerate(footnotes(self._document), start=1)
        ]
        notes = [*notes_on(self._document), *([_FOOTNOTES] if below else [])]
        notes += map(converted_from, self._fonts.codes)
        aside = "\n".join(filter(str.strip, asides(self._document)))
        return Found("\n".join(lines + below), [], notes, aside)

    def _lines(self, place: Element, *, depth: int) -> Iterator[str]:
        carried = ""
        for block in blocks(place):
            if block.tag != PARAGRAPH:
                yield from self._table_lines(block, depth=depth)
                continue
            text = carried + self._paragraph(block)
            carried = text if ends_deleted(block) else ""
            if not carried:
                yield text
            if depth < _DEEPEST:
                yield from self._box_lines(block, depth=depth)
        if carried:
            yield carried

    def _paragraph(self, block: Element) -> str:
        return self._numbers.sign(block) + self._fonts.text(block)

    def _box_lines(self, block: Element, *, depth: int) -> Iterator[str]:
        for box in boxes(block):
            yield from (line for line in self._lines(box, depth=depth + 1) if line.strip())

    def _table_lines(self, block: Element, *, depth: int) -> Iterator[str]:
        if depth >= _DEEPEST:
            return
        table = grid_of(block, lambda cell: list(self._lines(cell, depth=depth + 1)))
        yield from layout_lines(table) if is_layout(table) else row_lines(table)
