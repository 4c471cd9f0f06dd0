"""The styles of a Word file, each with those that it is based on."""

from collections.abc import Iterator

from docx.document import Document
from docx.oxml.ns import qn

from baro.documents.extraction.word.blocks import Element

_DEEPEST = 10
_ID, _VALUE, _BASED_ON = qn("w:styleId"), qn("w:val"), qn("w:basedOn")
_TYPE, _DEFAULT = qn("w:type"), qn("w:default")
_OF_PARAGRAPH = f"{qn('w:pPr')}/{qn('w:pStyle')}"


class Styles:
    """Looked up once for the whole file; python-docx would search anew for each paragraph."""

    def __init__(self, document: Document) -> None:
        self.root = document.styles.element
        self._by_id = {style.get(_ID): style for style in self.root}
        self._default = next((style for style in self.root if _is_default(style)), None)

    def of_paragraph(self, paragraph: Element) -> list[Element]:
        """The style of a paragraph and those below it; the file's own default when it has none."""
        link = paragraph.find(_OF_PARAGRAPH)
        style = self._by_id.get(link.get(_VALUE)) if link is not None else None
        return list(self._with_bases(self._default if style is None else style))

    def linked(self, link: Element) -> list[Element]:
        """The style that an element names, and those below it."""
        return list(
            self._with_bases(self._by_id.get(link.get(_VALUE)) if link is not None else None)
        )

    def _with_bases(self, style: Element) -> Iterator[Element]:
        for _ in range(_DEEPEST):
            if style is None:
                return
            yield style
            base = style.find(_BASED_ON)
            style = self._by_id.get(base.get(_VALUE)) if base is not None else None


def _is_default(style: Element) -> bool:
    return style.get(_TYPE) == "paragraph" and style.get(_DEFAULT) in {"1", "true", "on"}
