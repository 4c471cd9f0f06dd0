"""How the lists of a Word file look: what stands before an item of each level."""

from typing import NamedTuple

from docx.document import Document
from docx.oxml.ns import qn

from baro.documents.extraction.word.blocks import Element

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LARGEST_ROMAN = 200
_LARGEST_START = 30_000
_ABSTRACT, _NUMBER, _LEVEL = qn("w:abstractNum"), qn("w:num"), qn("w:lvl")


class Level(NamedTuple):
    """The kind of number, its surroundings ("%1.%2)"), where it begins, and whether in digits."""

    kind: str
    shape: str
    start: int
    is_legal: bool


class Lists:
    """Every list by its id; lists of one family share their looks and their counting."""

    def __init__(self, document: Document) -> None:
        self._families: dict[str, str] = {}
        self._levels: dict[tuple[str, int], Level] = {}
        self._anew: set[tuple[str, int]] = set()
        root = _root(document)
        if root is not None:
            abstract = {one.get(qn("w:abstractNumId")): one for one in root.findall(_ABSTRACT)}
            for number in root.findall(_NUMBER):
                self._add(number, abstract)

    def family(self, list_id: str) -> str:
        return self._families.get(list_id, list_id)

    def level(self, list_id: str, level: int) -> Level | None:
        return self._levels.get((list_id, level))

    def begins_anew(self, list_id: str, level: int) -> bool:
        return (list_id, level) in self._anew

    def _add(self, number: Element, abstract: dict[str, Element]) -> None:
        list_id, link = str(number.get(qn("w:numId"))), number.find(qn("w:abstractNumId"))
        family = str(link.get(qn("w:val"))) if link is not None else ""
        self._families[list_id] = family
        source = abstract.get(family)
        for level in source.findall(_LEVEL) if source is not None else []:
            self._levels[list_id, _depth(level)] = _shape(level)
        for override in number.findall(qn("w:lvlOverride")):
            self._override((list_id, _depth(override)), override)

    def _override(self, place: tuple[str, int], override: Element) -> None:
        for level in override.findall(_LEVEL):
            self._levels[place] = _shape(level)
        start = override.find(qn("w:startOverride"))
        if start is not None and place in self._levels:
            self._anew.add(place)
            self._levels[place] = self._levels[place]._replace(start=_number(start))


def written(value: int, kind: str) -> str:
    if kind.endswith("Roman") and 0 < value <= _LARGEST_ROMAN:
        roman = _roman(value)
        return roman.upper() if kind.startswith("upper") else roman
    if kind.endswith("Letter") and value > 0:
        letter = _LETTERS[(value - 1) % len(_LETTERS)] * ((value - 1) // len(_LETTERS) + 1)
        return letter.upper() if kind.startswith("upper") else letter
    return f"{value:02}" if kind == "decimalZero" else str(value)


def _roman(value: int) -> str:
    shown = ""
    for size, sign in _ROMAN:
        while value >= size:
            shown, value = shown + sign, value - size
    return shown


def _root(document: Document) -> Element:
    try:
        return document.part.numbering_part.element
    except (KeyError, NotImplementedError, AttributeError):
        return None


def _shape(level: Element) -> Level:
    kind, shape = level.find(qn("w:numFmt")), level.find(qn("w:lvlText"))
    start = level.find(qn("w:start"))
    return Level(
        str(kind.get(qn("w:val"))) if kind is not None else "decimal",
        str(shape.get(qn("w:val"), "")) if shape is not None else "%1.",
        _number(start) if start is not None else 1,
        level.find(qn("w:isLgl")) is not None,
    )


def _depth(level: Element) -> int:
    depth = level.get(qn("w:ilvl"), "0")
    return int(depth) if depth.isdigit() else 0


def _number(node: Element) -> int:
    value = node.get(qn("w:val"), "1")
    return min(int(value), _LARGEST_START) if value.isdigit() else 1
