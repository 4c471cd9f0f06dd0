"""Looks of the layout rules as styles of the PDF writer."""

from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from baro.documents.official.layout import Look
from baro.documents.official.letters import printable
from baro.documents.official.metrics import face

CENTRE, JUSTIFIED, LEFT = TA_CENTER, TA_JUSTIFY, TA_LEFT
LINE = 1.15  # the height of a single line of Times, in parts of its size


def paragraph(text: str, look: Look, *, align: Any = CENTRE, lines: float = 1, **more: Any) -> Any:
    """A paragraph of plain text; what looks like a mark is printed as it stands."""
    return marked(escape(printable(text)), look, align=align, lines=lines, **more)


def marked(text: str, look: Look, *, align: Any = CENTRE, lines: float = 1, **more: Any) -> Any:
    """A paragraph whose text is marked for the writer already."""
    style = ParagraphStyle(
        look.name,
        fontName=face(bold=look.bold, italic=look.italic),
        fontSize=look.size,
        leading=look.size * LINE * lines,
        alignment=align,
        allowWidows=0,
        allowOrphans=0,
        **more,
    )
    return Paragraph(text, style)


def escaped(text: str) -> str:
    return escape(printable(text))
