"""The name of the type with the subject, and to whom the paper speaks."""

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from baro.documents.official.sheet import Rule, Sheet
from baro.documents.official.word.rules import add_rule
from baro.documents.official.word.styles import add_line

_GAP = 6


def write_title(document: Any, sheet: Sheet) -> None:
    items = sheet.title()
    for place, item in enumerate(items):
        if isinstance(item, Rule):
            add_rule(document, item.width, sheet.layout.text_width)
            continue
        paragraph = add_line(document, item.text, item.look)
        paragraph.paragraph_format.space_before = Pt(0 if place else 3 * _GAP)
        paragraph.paragraph_format.keep_with_next = True
    if items:
        document.paragraphs[-1].paragraph_format.space_after = Pt(2 * _GAP)


def write_addressees(document: Any, sheet: Sheet) -> None:
    indent, lines = sheet.addressees()
    for place, line in enumerate(lines):
        paragraph = add_line(document, line.text, line.look)
        space = paragraph.paragraph_format
        space.space_before = Pt(0 if place else 3 * _GAP)
        if len(lines) == 1:
            space.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif place:
            space.left_indent = Pt(indent + sheet.addressee_step + 8)
            space.first_line_indent = Pt(-8)
        else:
            space.left_indent = Pt(indent)
    if lines:
        document.paragraphs[-1].paragraph_format.space_after = Pt(2 * _GAP)
    elif not sheet.title():
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
