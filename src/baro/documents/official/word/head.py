"""The head in two columns: issuer, number, subject of a letter; state or Party, place and day."""

from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from baro.documents.official import metrics
from baro.documents.official.sheet import Item, Line, Rule, Sheet
from baro.documents.official.word.rules import add_rule, bare_table
from baro.documents.official.word.styles import add_line

_GAP = 6


def write_head(document: Any, sheet: Sheet) -> None:
    table = bare_table(document, 2, sheet.columns)
    left, right = sheet.columns
    (issuer, nation), (number, place_date) = (row.cells for row in table.rows)
    add_items(issuer, sheet.issuer(), left)
    add_items(nation, sheet.nation(), right)
    for cell, line in ((number, sheet.number()), (place_date, sheet.place_date())):
        add_line(cell, line.text, line.look).paragraph_format.space_before = Pt(_GAP)
    for place, line in enumerate(sheet.letter_subject()):
        paragraph = add_line(number, line.text, line.look)
        paragraph.paragraph_format.space_before = Pt(0 if place else _GAP)
    if urgency := sheet.urgency():
        _add_boxed(number, urgency, left)


def add_items(cell: Any, items: Sequence[Item], room: float) -> None:
    for item in items:
        if isinstance(item, Rule):
            add_rule(cell, item.width, room)
        else:
            add_line(cell, item.text, item.look)


def _add_boxed(cell: Any, line: Line, room: float) -> None:
    """The mark of urgency in its frame, as wide as the word."""
    paragraph = add_line(cell, line.text, line.look)
    side = (room - metrics.width(line.text, line.look) - 16) / 2
    space = paragraph.paragraph_format
    space.left_indent = space.right_indent = Pt(side)
    space.space_before = Pt(2 * _GAP)
    borders = OxmlElement("w:pBdr")
    for name in ("top", "left", "bottom", "right"):
        edge = OxmlElement(f"w:{name}")
        for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, *("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
    )
