"""Paragraphs, clauses and tables of the body."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import black
from reportlab.platypus import Table as Grid

from baro.documents.official.body import Block, Clause, Kind, Passage, Table
from baro.documents.official.layout import Look
from baro.documents.official.pdf.styles import CENTRE, JUSTIFIED, LEFT, escaped, marked, paragraph
from baro.documents.official.shares import PADDING, column_widths, is_short
from baro.documents.official.sheet import Sheet

_GRID = [
    ("GRID", (0, 0), (-1, -1), 0.5, black),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("LEFTPADDING", (0, 0), (-1, -1), PADDING),
    ("RIGHTPADDING", (0, 0), (-1, -1), PADDING),
    ("TOPPADDING", (0, 0), (-1, -1), 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
]


def blocks(sheet: Sheet, found: Sequence[Block], width: float) -> list[Any]:
    return [_block(sheet, block, width) for block in found]


def _block(sheet: Sheet, block: Block, width: float) -> Any:
    if isinstance(block, Table):
        return _table(sheet, block, width)
    if isinstance(block, Passage) and block.kind == Kind.CENTRED:
        heading = sheet.layout.looks["heading"]
        gap = sheet.layout.points("paragraph_gap")
        return paragraph(block.text, heading, align=CENTRE, spaceBefore=gap, spaceAfter=gap)
    return _text(sheet, block)


def _text(sheet: Sheet, block: Passage | Clause) -> Any:
    rules = sheet.layout
    name = block.kind if isinstance(block, Passage) else "body"
    return marked(
        _runs(block),
        rules.looks[name],
        align=JUSTIFIED,
        lines=rules.measures["line_spacing"].value,
        firstLineIndent=rules.points("first_line_indent"),
        spaceAfter=rules.points("paragraph_gap"),
        keepWithNext=isinstance(block, Clause) and block.is_title,
    )


def _runs(block: Passage | Clause) -> str:
    if isinstance(block, Passage):
        return escaped(block.text)
    if block.is_bold:
        return f"<b>{escaped(block.written)}</b>"
    sign = f"<b>{escaped(block.sign)}</b>" if block.is_article else escaped(block.sign)
    return f"{sign} {escaped(block.text)}"


def _table(sheet: Sheet, table: Table, width: float) -> Any:
    look = sheet.layout.looks["table"]
    head = [marked(f"<b>{escaped(cell)}</b>", look, align=CENTRE) for cell in table.head]
    aligned = [CENTRE if is_short(table, column) else LEFT for column in range(len(table.head))]
    rows = [
        _across(row, look)
        if place in table.across
        else [paragraph(cell, look, align=align) for cell, align in zip(row, aligned, strict=True)]
        for place, row in enumerate(table.rows)
    ]
    heads = [place + 1 for place in sorted(table.across)]
    spans = [("SPAN", (0, place), (-1, place)) for place in heads]
    # A row over the whole width is a heading: it stays with what follows.
    spans += [("NOSPLIT", (0, place), (-1, place + 1)) for place in heads if place < len(rows)]
    grid = Grid(
        [head, *rows],
        colWidths=column_widths(table, look, width),
        repeatRows=1,
        style=[*_GRID, *spans],
        hAlign="LEFT",
        spaceBefore=4,
        spaceAfter=sheet.layout.points("paragraph_gap") + 4,
    )
    grid.splitInRow = int(_is_taller_than_a_page(grid, sheet, width))
    return grid


def _across(row: tuple[str, ...], look: Look) -> list[Any]:
    return [marked(f"<b>{escaped(row[0])}</b>", look, align=LEFT), *[""] * (len(row) - 1)]


def _is_taller_than_a_page(grid: Any, sheet: Sheet, width: float) -> bool:
    """Only a row that fits no page may be broken: any other moves on whole."""
    rules = sheet.layout
    upright = width <= rules.text_width
    high = rules.points("page_height" if upright else "page_width")
    room = high - rules.points("margin_top") - rules.points("margin_bottom")
    grid.wrap(width, room)
    head, *rows = grid._rowHeights
    return any(head + row > room for row in rows)
