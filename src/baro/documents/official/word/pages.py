"""Page numbers in the middle of the top margin, from the second page on."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def write_page_numbers(document: Any) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.style = "VB Số trang"
    for kind, text in (("begin", ""), ("", "PAGE"), ("separate", ""), ("2", ""), ("end", "")):
        paragraph.add_run()._r.append(_part(kind, text))


def _part(kind: str, text: str) -> Any:
    """The pieces of a field: its bounds, its order, and what is shown before it is worked out."""
    if text:
        order = OxmlElement("w:instrText")
        order.set(qn("xml:space"), "preserve")
        order.text = text
        return order
    if kind.isdigit():
        shown = OxmlElement("w:t")
        shown.text = kind
        return shown
    bound = OxmlElement("w:fldChar")
    bound.set(qn("w:fldCharType"), kind)
    return bound
