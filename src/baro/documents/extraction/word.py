"""Word (.docx): paragraphs and tables in the order of the page, with the numbers of lists."""

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from baro.documents.extraction.extracted import PageAnchor
from baro.documents.extraction.list_numbers import ListNumbers
from baro.documents.extraction.packed import check_packed
from baro.documents.extraction.refusals import FileIsBroken

_DEEPEST_TABLE = 4


def text_of_word(content: bytes) -> tuple[str, list[PageAnchor]]:
    """Inserted text of tracked changes is read, deleted text is not."""
    check_packed(content)
    try:
        document = docx.Document(io.BytesIO(content))
        numbers = ListNumbers(document)
        lines = list(_lines(document, numbers, depth=0))
    except Exception:
        raise FileIsBroken("Tệp Word bị hỏng, không đọc được nội dung.") from None
    return "\n".join(lines), []


def _lines(place: Document | _Cell, numbers: ListNumbers, *, depth: int) -> Iterator[str]:
    for item in place.iter_inner_content():
        if isinstance(item, Paragraph):
            yield f"{numbers.sign(item)}{_text(item)}"
        elif depth < _DEEPEST_TABLE:
            yield from _table_lines(item, numbers, depth=depth)


def _table_lines(table: Table, numbers: ListNumbers, *, depth: int) -> Iterator[str]:
    """A row of short cells is one line with tabs; a head in two columns is read cell after cell."""
    for row in table.rows:
        cells = [list(_lines(cell, numbers, depth=depth + 1)) for cell in _distinct(row.cells)]
        filled = [[line for line in cell if line.strip()] for cell in cells]
        if all(len(cell) <= 1 for cell in filled):
            yield "\t".join(cell[0] if cell else "" for cell in filled)
        else:
            yield from (line for cell in cells for line in cell)


def _distinct(cells: tuple[_Cell, ...]) -> list[_Cell]:
    """Merged cells come once."""
    seen: list[Any] = []
    kept = []
    for cell in cells:
        if all(cell._tc is not other for other in seen):
            seen.append(cell._tc)
            kept.append(cell)
    return kept


def _text(paragraph: Paragraph) -> str:
    """All runs in order, also those inserted by tracked changes and inside links."""
    parts = []
    for node in paragraph._p.iter():
        tag = node.tag.rsplit("}", 1)[-1]
        if tag == "t":
            parts.append(node.text or "")
        elif tag in {"br", "cr"}:
            parts.append("\n")
        elif tag == "tab" and node.getparent().tag.endswith("}r"):
            parts.append("\t")
        elif tag == "noBreakHyphen":
            parts.append("-")
    return "".join(parts)
