"""Appendices behind the signature, each in a section of its own."""

from typing import Any

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Pt

from baro.documents.official.sheet import Sheet
from baro.documents.official.word.blocks import write_blocks
from baro.documents.official.word.styles import add_line

_GAP = 12


def write_appendices(document: Any, sheet: Sheet) -> None:
    for appendix in sheet.paper.appendices:
        _begin(document, sheet, is_wide=appendix.is_wide)
        for line in sheet.appendix(appendix):
            add_line(document, line.text, line.look).paragraph_format.keep_with_next = True
        document.paragraphs[-1].paragraph_format.space_after = Pt(_GAP)
        write_blocks(document, sheet, appendix.body, sheet.width_of(appendix))


def _begin(document: Any, sheet: Sheet, *, is_wide: bool) -> None:
    """A new section: its first page bears its number like every page after the first."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.different_first_page_header_footer = False
    short, long = (Pt(sheet.layout.points(f"page_{side}")) for side in ("width", "height"))
    section.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if is_wide else (short, long)
