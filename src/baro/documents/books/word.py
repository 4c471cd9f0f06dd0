"""The book as a Word file: A4 across, the head repeated on each page."""

import io
import re
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from baro.documents.books.book import Book, written

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_FONT = "Times New Roman"
_TWIPS_PER_MM = 56.7


def word_of(book: Book) -> bytes:
    paper: Any = docx.Document()
    _lay_across(paper)
    _line(paper, book.title.upper(), size=14)
    _line(paper, book.unit, size=13)
    _line(paper, book.span, size=12, bold=False)
    table: Any = paper.add_table(rows=0, cols=len(book.columns), style="Table Grid")
    table.autofit = False
    widths = [round(column.width * _TWIPS_PER_MM) for column in book.columns]
    body = table._tbl
    for width, grid in zip(widths, body.tblGrid.iterchildren(), strict=True):
        grid.set(qn("w:w"), str(width))
    # Rows are written as XML: python-docx looks at the whole table for every cell it adds.
    body.append(_row([column.name for column in book.columns], widths, is_head=True))
    for row in book.rows:
        body.append(_row([written(cell) for cell in row], widths))
    kept = io.BytesIO()
    paper.save(kept)
    return kept.getvalue()


def _lay_across(paper: Any) -> None:
    section = paper.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(13)
    section.top_margin = section.bottom_margin = Mm(15)
    style = paper.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(11)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)


def _line(paper: Any, text: str, *, size: int, bold: bool = True) -> None:
    paragraph = paper.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(2)
    run = paragraph.add_run(_CONTROL.sub("", text))
    run.bold, run.font.size = bold, Pt(size)


def _row(texts: list[str], widths: list[int], *, is_head: bool = False) -> Any:
    marks = "<w:cantSplit/><w:tblHeader/>" if is_head else "<w:cantSplit/>"
    look = "<w:rPr><w:b/></w:rPr>" if is_head else ""
    place = '<w:pPr><w:jc w:val="center"/></w:pPr>' if is_head else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p>{place}<w:r>{look}'
        f'<w:t xml:space="preserve">{escape(_CONTROL.sub("", text))}</w:t></w:r></w:p></w:tc>'
        for text, width in zip(texts, widths, strict=True)
    )
    return parse_xml(f"<w:tr {nsdecls('w')}><w:trPr>{marks}</w:trPr>{cells}</w:tr>")
