"""The words of one paragraph as they stand on paper once every tracked change is accepted."""

from collections.abc import Iterator
from typing import NamedTuple

from docx.oxml.ns import qn

from baro.documents.extraction.word.blocks import PARAGRAPH, Element, chosen, is_alternate

_TEXT, _RUN, _BOX = qn("w:t"), qn("w:r"), qn("w:txbxContent")
_GONE = frozenset(map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:rPr")))
_SIGNS = {
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:noBreakHyphen"): "-",
}
_STRUCK_ENDS = [f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(tag)}" for tag in ("w:del", "w:moveFrom")]
_HIDDEN, _VALUE = f"{qn('w:rPr')}/{qn('w:vanish')}", qn("w:val")
_OFF = frozenset({"0", "false", "off"})


class Piece(NamedTuple):
    """Words of one run."""

    run: Element
    text: str


def pieces(paragraph: Element) -> Iterator[Piece]:
    """The runs in order, without deleted and hidden words and without the text boxes."""
    for run in _runs(paragraph):
        if not is_hidden(run):
            yield Piece(run, "".join(_run_text(run)))


def boxes(paragraph: Element) -> list[Element]:
    """The text boxes anchored in a paragraph, each once, with those inside others left to them."""
    return list(_boxes(paragraph))


def ends_deleted(paragraph: Element) -> bool:
    """Whether the end of the paragraph is struck out, so that the next one goes on in its line."""
    return any(paragraph.find(end) is not None for end in _STRUCK_ENDS)


def is_hidden(run: Element) -> bool:
    hidden = run.find(_HIDDEN)
    return hidden is not None and hidden.get(_VALUE) not in _OFF


def _runs(place: Element) -> Iterator[Element]:
    for node in place:
        if node.tag == _RUN:
            yield node
        elif is_alternate(node):
            yield from _runs(chosen(node))
        elif node.tag not in _GONE and node.tag != PARAGRAPH:
            yield from _runs(node)


def _run_text(place: Element) -> Iterator[str]:
    for node in place:
        if node.tag == _TEXT:
            yield node.text or ""
        elif node.tag in _SIGNS:
            yield _SIGNS[node.tag]
        elif is_alternate(node):
            yield from _run_text(chosen(node))


def _boxes(place: Element) -> Iterator[Element]:
    for node in place:
        if node.tag == _BOX:
            yield node
        elif is_alternate(node):
            yield from _boxes(chosen(node))
        elif node.tag not in _GONE:
            yield from _boxes(node)
