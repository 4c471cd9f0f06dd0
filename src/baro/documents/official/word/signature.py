"""Recipients at the left, who signs at the right, never alone on a page."""

from typing import Any

from docx.shared import Pt

from baro.documents.official.sheet import Sheet
from baro.documents.official.word.head import add_items
from baro.documents.official.word.rules import bare_table, keep_row_whole
from baro.documents.official.word.styles import add_line

_GAP = 12
_HANG = 6


def write_signature(document: Any, sheet: Sheet) -> None:
    widths = sheet.signature_columns
    table = bare_table(document, 1, widths)
    keep_row_whole(table.rows[0])
    left, right = table.rows[0].cells
    looks, lines = sheet.layout.looks, sheet.paper.recipient_lines()
    if lines:
        add_line(left, "Nơi nhận:", looks["recipients_head"])
    for line in lines:
        space = add_line(left, line, looks["recipients"]).paragraph_format
        space.left_indent, space.first_line_indent = Pt(_HANG), Pt(-_HANG)
    add_items(right, sheet.signature(), widths[1])
    name = add_line(right, sheet.paper.signer.name, looks["signer_name"])
    name.paragraph_format.space_before = Pt(sheet.layout.points("signature_space"))
    for cell in (left, right):
        cell.paragraphs[0].paragraph_format.space_before = Pt(_GAP)
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True
    _end(document)


def _end(document: Any) -> None:
    """Word wants a paragraph after a table; it must not open a page of its own."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.line_spacing = Pt(1)
    paragraph.paragraph_format.space_after = Pt(0)
