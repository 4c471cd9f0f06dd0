"""Footnotes and endnotes, which Word keeps in parts of their own."""

from collections.abc import Iterator

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from baro.documents.extraction.word.blocks import Element

_PARTS = ("footnotes", "endnotes")
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def footnotes(document: Document) -> Iterator[Element]:
    """Each note that the text refers to, in the order in which they are kept."""
    body = document.element.body
    for kind in _PARTS:
        tag = qn(f"w:{kind[:-1]}Reference")
        asked = {node.get(qn("w:id")) for node in body.iter(tag)}
        for relation in document.part.rels.values():
            if asked and not relation.is_external and relation.reltype.endswith(f"/{kind}"):
                root = parse_xml(relation.target_part.blob)
                yield from (note for note in root if _is_asked_for(note, asked))


def _is_asked_for(note: Element, asked: set[str]) -> bool:
    return note.get(qn("w:type")) not in _SEPARATORS and note.get(qn("w:id")) in asked
