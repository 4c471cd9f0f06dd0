"""Words that stand beside the text: heads and feet of the pages, and what is set to be hidden."""

from collections.abc import Iterator

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from baro.documents.extraction.word.blocks import PARAGRAPH, Element
from baro.documents.extraction.word.words import is_hidden

_PARTS = ("/header", "/footer")


def asides(document: Document) -> Iterator[str]:
    """Line by line; a text box that is written twice comes twice, which does no harm here."""
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(_PARTS):
            root = parse_xml(relation.target_part.blob)
            yield from map(_words, root.iter(PARAGRAPH))
    yield from (_words(run) for run in document.element.body.iter(qn("w:r")) if is_hidden(run))


def _words(place: Element) -> str:
    return "".join(node.text or "" for node in place.iter(qn("w:t")))
