"""A paper as a Word file with real styles, the same layout as the PDF."""

import io
from datetime import UTC, datetime
from typing import Any

import docx
from docx.shared import Pt

from baro.documents.official.layout import Layout, layout_of
from baro.documents.official.letters import printable
from baro.documents.official.paper import OfficialPaper
from baro.documents.official.sheet import arranged
from baro.documents.official.word.appendices import write_appendices
from baro.documents.official.word.blocks import write_body
from baro.documents.official.word.head import write_head
from baro.documents.official.word.pages import write_page_numbers
from baro.documents.official.word.signature import write_signature
from baro.documents.official.word.styles import make_styles
from baro.documents.official.word.title import write_addressees, write_title


def official_docx(paper: OfficialPaper, *, layout: Layout | None = None) -> bytes:
    """The paper on A4 by the rules of its branch as at its day."""
    sheet = arranged(paper, layout or layout_of(paper.branch, on=paper.issued_on))
    document = docx.Document()
    _set_page(document, sheet.layout)
    make_styles(document, sheet.layout)
    _tell(document, paper)
    write_page_numbers(document)
    write_head(document, sheet)
    write_title(document, sheet)
    write_addressees(document, sheet)
    write_body(document, sheet)
    write_signature(document, sheet)
    write_appendices(document, sheet)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def _set_page(document: Any, layout: Layout) -> None:
    section = document.sections[0]
    section.page_width = Pt(layout.points("page_width"))
    section.page_height = Pt(layout.points("page_height"))
    for side in ("top", "bottom", "left", "right"):
        setattr(section, f"{side}_margin", Pt(layout.points(f"margin_{side}")))
    section.header_distance = Pt(layout.points("page_number_from_top"))


def _tell(document: Any, paper: OfficialPaper) -> None:
    about = document.core_properties
    about.title, about.subject = printable(paper.title)[:255], printable(paper.subject)[:255]
    about.author = printable(" ".join(paper.issuer))[:255]
    about.comments, about.language = "", "vi-VN"
    day = paper.issued_on
    about.created = about.modified = (
        datetime(day.year, day.month, day.day, tzinfo=UTC)
        if day
        else datetime(2020, 1, 1, tzinfo=UTC)
    )
