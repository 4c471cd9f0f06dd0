"""Numbers that Word draws itself ("1.", "a)", "-") and that are not in the text of a paragraph."""

from collections import defaultdict
from typing import NamedTuple

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from baro.documents.extraction.word.blocks import Element
from baro.documents.extraction.word.list_shapes import Level, Lists, written

_DEEPEST_STYLE = 10


class _Item(NamedTuple):
    list_id: str
    level: int


class ListNumbers:
    """Counts the items of each list as Word would show them."""

    def __init__(self, document: Document) -> None:
        self._lists = Lists(document)
        self._counted: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[_Item] = set()

    def sign(self, paragraph: Paragraph) -> str:
        """The sign in front of a paragraph, with a blank after it; "" when there is none."""
        item = _item_of(paragraph)
        level = self._lists.level(item.list_id, item.level) if item else None
        if item is None or level is None or level.kind == "none":
            return ""
        counted = self._counted[self._lists.family(item.list_id)]
        counted[item.level] = self._next(item, level, counted)
        for deeper in [at for at in counted if at > item.level]:
            del counted[deeper]
        if level.kind == "bullet":
            return "- "
        return f"{self._filled(item, level, counted)} "

    def _next(self, item: _Item, level: Level, counted: dict[int, int]) -> int:
        """Lists of one family count on, unless one says that it begins anew."""
        begins_anew = self._lists.begins_anew(item.list_id, item.level)
        if begins_anew and item not in self._begun:
            self._begun.add(item)
            return level.start
        return counted.get(item.level, level.start - 1) + 1

    def _filled(self, item: _Item, level: Level, counted: dict[int, int]) -> str:
        shape = level.shape
        for at in range(item.level + 1):
            above = self._lists.level(item.list_id, at) or level
            kind = "decimal" if level.is_legal else above.kind
            shape = shape.replace(f"%{at + 1}", written(counted.get(at, above.start), kind))
        return shape


def _item_of(paragraph: Paragraph) -> _Item | None:
    properties = _numbering_properties(paragraph)
    if properties is None:
        return None
    number, level = properties.find(qn("w:numId")), properties.find(qn("w:ilvl"))
    if number is None or number.get(qn("w:val")) == "0":
        return None
    depth = str(level.get(qn("w:val"))) if level is not None else "0"
    return _Item(str(number.get(qn("w:val"))), int(depth) if depth.isdigit() else 0)


def _numbering_properties(paragraph: Paragraph) -> Element:
    path = f"{qn('w:pPr')}/{qn('w:numPr')}"
    own = paragraph._p.find(path)
    style = paragraph.style
    for _ in range(_DEEPEST_STYLE):
        if own is not None or style is None:
            break
        own = style.element.find(path)
        style = style.base_style
    return own
