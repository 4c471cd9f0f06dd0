"""A paper as PDF: its text can be copied, and the same paper gives the same bytes."""

import io
from typing import Any

from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from baro.documents.official.layout import Layout, layout_of
from baro.documents.official.letters import printable
from baro.documents.official.metrics import face
from baro.documents.official.paper import OfficialPaper
from baro.documents.official.pdf.story import story
from baro.documents.official.sheet import Sheet, arranged

_HALF_A_LINE = 0.8  # from the middle of a line of numbers to its foot, in parts of its size


def official_pdf(paper: OfficialPaper, *, layout: Layout | None = None) -> bytes:
    """The paper on A4 by the rules of its branch as at its day."""
    sheet = arranged(paper, layout or layout_of(paper.branch, on=paper.issued_on))
    kept = io.BytesIO()
    document = _document(kept, sheet)
    document.build(story(sheet))
    return kept.getvalue()


def _document(kept: io.BytesIO, sheet: Sheet) -> Any:
    rules = sheet.layout
    size = (rules.points("page_width"), rules.points("page_height"))
    document = BaseDocTemplate(
        kept,
        pagesize=size,
        title=printable(sheet.paper.title),
        author=printable(" ".join(sheet.paper.issuer)),
        subject=printable(sheet.paper.subject),
        creator="Ba Rõ",
        producer="Ba Rõ",
        lang="vi-VN",
        displayDocTitle=True,
        invariant=True,
    )
    document.addPageTemplates(
        [_template(sheet, "paper", size), _template(sheet, "wide", (size[1], size[0]))]
    )
    return document


def _template(sheet: Sheet, name: str, size: tuple[float, float]) -> Any:
    """Pages with the margins of the rules, upright or on their side."""
    rules = sheet.layout
    sides = rules.points("margin_left") + rules.points("margin_right")
    frame = Frame(
        rules.points("margin_left"),
        rules.points("margin_bottom"),
        size[0] - sides,
        size[1] - rules.points("margin_top") - rules.points("margin_bottom"),
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    return PageTemplate(name, [frame], onPage=_page_number(sheet, size), pagesize=size)


def _page_number(sheet: Sheet, size: tuple[float, float]) -> Any:
    """Centred in the top margin, not on the first page."""
    rules, look = sheet.layout, sheet.layout.looks["page_number"]

    def draw(canvas: Any, _: Any) -> None:
        number = canvas.getPageNumber()
        if number == 1:
            return
        canvas.setFont(face(bold=False, italic=False), look.size)
        sides = rules.points("margin_left") - rules.points("margin_right")
        middle = (size[0] + sides) / 2
        top = size[1] - rules.points("page_number_from_top")
        canvas.drawCentredString(middle, top - look.size * _HALF_A_LINE, str(number))

    return draw
