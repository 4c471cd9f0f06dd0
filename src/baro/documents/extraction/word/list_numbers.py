"""Numbers that Word draws itself ("1.", "a)", "-") and that are not in the text of a paragraph."""

from collections import defaultdict
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class ListNumbers:
    """Counts the items of each list as Word would show them."""

    def __init__(self, document: Document) -> None:
        self._levels = _levels(document)
        self._counted: dict[str, dict[int, int]] = defaultdict(dict)

    def sign(self, paragraph: Paragraph) -> str:
        """The sign in front of a paragraph, with a blank after it; "" when there is none."""
        numbered = _numbering_of(paragraph)
        if numbered is None or (numbered not in self._levels):
            return ""
        list_id, level = numbered
        counted = self._counted[list_id]
        kind, shape, first = self._levels[numbered]
        counted[level] = counted.get(level, first - 1) + 1
        for deeper in [at for at in counted if at > level]:
            del counted[deeper]
        if kind == "bullet":
            return "- "
        return f"{self._filled(list_id, shape, counted)} "

    def _filled(self, list_id: str, shape: str, counted: dict[int, int]) -> str:
        for at, value in counted.items():
            kind = self._levels.get((list_id, at), ("decimal", "", 1))[0]
            shape = shape.replace(f"%{at + 1}", _written(value, kind))
        return shape


def _numbering_of(paragraph: Paragraph) -> tuple[str, int] | None:
    properties = _numbering_properties(paragraph)
    if properties is None:
        return None
    number, level = properties.find(qn("w:numId")), properties.find(qn("w:ilvl"))
    if number is None or number.get(qn("w:val")) == "0":
        return None
    return str(number.get(qn("w:val"))), int(level.get(qn("w:val"))) if level is not None else 0


def _numbering_properties(paragraph: Paragraph) -> Any:  # lxml elements carry no types
    own = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if own is not None or paragraph.style is None:
        return own
    return paragraph.style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")


def _levels(document: Document) -> dict[tuple[str, int], tuple[str, str, int]]:
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError, AttributeError):
        return {}
    abstract = {node.get(qn("w:abstractNumId")): node for node in root.findall(qn("w:abstractNum"))}
    found = {}
    for number in root.findall(qn("w:num")):
        link = number.find(qn("w:abstractNumId"))
        source = abstract.get(link.get(qn("w:val"))) if link is not None else None
        for level in source.findall(qn("w:lvl")) if source is not None else []:
            key = (str(number.get(qn("w:numId"))), int(level.get(qn("w:ilvl"))))
            found[key] = _shape(level)
    return found


def _shape(level: Any) -> tuple[str, str, int]:
    def value(tag: str, default: str) -> str:
        node = level.find(qn(tag))
        return str(node.get(qn("w:val"))) if node is not None else default

    return value("w:numFmt", "decimal"), value("w:lvlText", "%1."), int(value("w:start", "1"))


def _written(value: int, kind: str) -> str:
    if kind.endswith("Roman"):
        roman = _roman(value)
        return roman.upper() if kind.startswith("upper") else roman
    if kind.endswith("Letter"):
        letter = _LETTERS[(value - 1) % len(_LETTERS)]
        return letter.upper() if kind.startswith("upper") else letter
    return str(value)


def _roman(value: int) -> str:
    written = ""
    for size, sign in _ROMAN:
        while value >= size:
            written, value = written + sign, value - size
    return written
