"""Paragraphs, clauses and tables of the body."""

from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.shared import Pt

from baro.documents.official.body import Block, Clause, Kind, Passage, Table
from baro.documents.official.letters import printable
from baro.documents.official.shares import PADDING, column_widths, is_short
from baro.documents.official.sheet import Sheet
from baro.documents.official.word.rules import (
    keep_row_whole,
    repeat_as_head,
    set_padding,
    set_widths,
)
from baro.documents.official.word.styles import CENTRE, add_line, wear


def write_body(document: Any, sheet: Sheet) -> None:
    write_blocks(document, sheet, sheet.paper.body, sheet.layout.text_width)


def write_blocks(document: Any, sheet: Sheet, blocks: Sequence[Block], width: float) -> None:
    for place, block in enumerate(blocks):
        is_last = place == len(blocks) - 1
        if isinstance(block, Table):
            _write_table(document, sheet, block, width)
        else:
            paragraph = _write_text(document, sheet, block)
            paragraph.paragraph_format.keep_with_next = is_last or _is_title(block) or None


def _is_title(block: Block) -> bool:
    return isinstance(block, Clause) and block.is_title


def _write_text(document: Any, sheet: Sheet, block: Passage | Clause) -> Any:
    looks = sheet.layout.looks
    if isinstance(block, Passage):
        if block.kind != Kind.CENTRED:
            return add_line(document, block.text, looks[block.kind])
        paragraph = add_line(document, block.text, looks["heading"])
        paragraph.paragraph_format.alignment = CENTRE
        paragraph.paragraph_format.first_line_indent = Pt(0)
        paragraph.paragraph_format.space_before = Pt(sheet.layout.points("paragraph_gap"))
        return paragraph
    if block.is_bold:
        return add_line(document, block.written, looks["heading"])
    paragraph = add_line(document, block.sign, looks["body"])
    paragraph.runs[0].bold = True if block.is_article else None
    paragraph.add_run(f" {printable(block.text)}")
    return paragraph


def _write_table(document: Any, sheet: Sheet, block: Table, width: float) -> None:
    look = sheet.layout.looks["table"]
    table = document.add_table(rows=0, cols=len(block.head), style="Table Grid")
    table.autofit = False
    _write_row(table, block.head, look, block)
    for place, row in enumerate(block.rows):
        if place in block.across:
            _write_across(table, row[0], look)
        else:
            _write_row(table, row, look, block)
    for cell in table.rows[0].cells:
        cell.paragraphs[0].paragraph_format.alignment = CENTRE
        cell.paragraphs[0].runs[0].bold = True
    repeat_as_head(table.rows[0])
    set_widths(table, column_widths(block, look, width))
    for place in block.across:
        cells = table.rows[place + 1].cells
        cells[0].merge(cells[-1])
    set_padding(table, PADDING)
    after = document.add_paragraph()
    wear(after, look)
    after.paragraph_format.line_spacing = Pt(sheet.layout.points("paragraph_gap"))


def _write_across(table: Any, text: str, look: Any) -> None:
    """A row over the whole width, merged when the widths are set; it stays with what follows."""
    made = table.add_row()
    keep_row_whole(made)
    paragraph = add_line(made.cells[0], text, look)
    paragraph.runs[0].bold = True
    space = paragraph.paragraph_format
    space.space_before, space.space_after = Pt(2), Pt(2)
    space.keep_with_next = True


def _write_row(table: Any, row: tuple[str, ...], look: Any, block: Table) -> None:
    made = table.add_row()
    keep_row_whole(made)
    for column, (cell, text) in enumerate(zip(made.cells, row, strict=True)):
        paragraph = add_line(cell, text, look)
        paragraph.paragraph_format.space_before = Pt(2)
        paragraph.paragraph_format.space_after = Pt(2)
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        if is_short(block, column):
            paragraph.paragraph_format.alignment = CENTRE
