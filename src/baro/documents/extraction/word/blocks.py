"""Paragraphs and tables in the order of the page, whatever Word has wrapped around them."""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

Element = Any  # elements of lxml carry no types

_WRAPPERS = frozenset(
    map(qn, ("w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo"))
)
_ALTERNATES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
PARAGRAPH, TABLE = qn("w:p"), qn("w:tbl")


def blocks(place: Element) -> Iterator[Element]:
    """The paragraphs and tables that stand directly in a body, a cell or a text box."""
    for node in place:
        if node.tag in {PARAGRAPH, TABLE}:
            yield node
        elif node.tag in _WRAPPERS:
            yield from blocks(node)
        elif node.tag == _ALTERNATES:
            yield from blocks(chosen(node))


def wrapped(place: Element, tag: str) -> Iterator[Element]:
    """The children of one tag, also those inside content controls and insertions."""
    for node in place:
        if node.tag == tag:
            yield node
        elif node.tag in _WRAPPERS:
            yield from wrapped(node, tag)


def is_alternate(node: Element) -> bool:
    return bool(node.tag == _ALTERNATES)


def chosen(alternates: Element) -> Element:
    """The first of the forms in which the same content is given; the others say it again."""
    return alternates[0] if len(alternates) else alternates
