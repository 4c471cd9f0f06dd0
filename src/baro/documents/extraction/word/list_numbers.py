"""Numbers that Word draws itself ("1.", "a)", "-") and that are not in the text of a paragraph."""

from collections import defaultdict
from typing import NamedTuple

from docx.document import Document
from docx.oxml.ns import qn

from baro.documents.extraction.word.blocks import Element
from baro.documents.extraction.word.list_shapes import Level, Lists, written
from baro.documents.extraction.word.styles import Styles

_PROPERTIES = f"{qn('w:pPr')}/{qn('w:numPr')}"
_NUMBER, _LEVEL, _VALUE = qn("w:numId"), qn("w:ilvl"), qn("w:val")


class _Item(NamedTuple):
    list_id: str
    level: int


class ListNumbers:
    """Counts the items of each list as Word would show them."""

    def __init__(self, document: Document, styles: Styles) -> None:
        self._styles = styles
        self._lists = Lists(document)
        self._counted: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[_Item] = set()

    def sign(self, paragraph: Element) -> str:
        """The sign in front of a paragraph, with a blank after it; "" when there is none."""
        item = self._item(paragraph)
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

    def _item(self, paragraph: Element) -> _Item | None:
        places = (paragraph, *self._styles.of_paragraph(paragraph))
        properties: Element = next(
            (found for place in places for found in place.findall(_PROPERTIES)), None
        )
        number = properties.find(_NUMBER) if properties is not None else None
        if number is None or number.get(_VALUE) == "0":
            return None
        level = properties.find(_LEVEL)
        depth = str(level.get(_VALUE)) if level is not None else "0"
        return _Item(str(number.get(_VALUE)), int(depth) if depth.isdigit() else 0)
