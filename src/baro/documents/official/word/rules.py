"""The thin line under a head, and tables without strokes."""

from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

_HEIGHT = 4.0  # points of the empty paragraph that carries the line


def add_rule(cell: Any, length: float, room: float) -> None:
    """A paragraph of its own whose upper border is the line, in the middle of the room."""
    paragraph = cell.add_paragraph()
    space = paragraph.paragraph_format
    space.left_indent = space.right_indent = Pt((room - length) / 2)
    space.first_line_indent = Pt(0)
    space.space_before, space.space_after = Pt(3), Pt(0)
    space.line_spacing_rule, space.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(_HEIGHT)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
        top.set(qn(f"w:{key}"), value)
    borders.append(top)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, *("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
    )


def bare_table(document: Any, rows: int, widths: tuple[float, ...]) -> Any:
    """A table that only arranges: no strokes, no padding, fixed widths."""
    table = document.add_table(rows=rows, cols=len(widths))
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    set_widths(table, widths)
    set_padding(table, 0)
    return table


def set_widths(table: Any, widths: tuple[float, ...] | list[float]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
        for cell in column.cells:
            cell.width = Pt(width)


def set_padding(table: Any, points: float) -> None:
    padding = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(round(points * 20)))
        edge.set(qn("w:type"), "dxa")
        padding.append(edge)
    properties = table._tbl.tblPr
    _insert(properties, padding, "w:tblLook", "w:tblCaption", "w:tblDescription")
    indent = OxmlElement("w:tblInd")
    indent.set(qn("w:w"), str(round(points * 20)))
    indent.set(qn("w:type"), "dxa")
    later = ("w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    _insert(properties, indent, *later)


def _insert(properties: Any, element: Any, *later: str) -> None:
    """Word calls a file damaged whose properties do not stand in the order of the standard."""
    properties.insert_element_before(element, *later)


def keep_row_whole(row: Any) -> None:
    _mark(row, "w:cantSplit")


def repeat_as_head(row: Any) -> None:
    _mark(row, "w:tblHeader")


def _mark(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))
