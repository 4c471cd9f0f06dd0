"""What holds for a run or a paragraph: its own word, else its style's, else the file's."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

_OFF = {"0", "false", "none", "off"}
_TWENTIETHS = 20.0
_SINGLE = 240.0
_USUAL_SIZE = 10.0  # Word's own, when a file says nothing
_THEMES = {"major": "majorFont", "minor": "minorFont"}
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@dataclass(frozen=True)
class Spacing:
    alignment: str
    before: float
    after: float
    lines: float | None
    exact: float | None
    first_line: float
    has_border: bool


class Styles:
    """The styles of one file, asked from the inside out."""

    def __init__(self, document: Any) -> None:
        root = document.styles.element
        self._by_id = {style.get(qn("w:styleId")): style for style in root.iter(qn("w:style"))}
        self._usual = next(
            (
                key
                for key, style in self._by_id.items()
                if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) == "1"
            ),
            None,
        )
        defaults = root.find(qn("w:docDefaults"))
        self._run_defaults = _inside(defaults, "w:rPrDefault", "w:rPr")
        self._paragraph_defaults = _inside(defaults, "w:pPrDefault", "w:pPr")
        self._themes = _theme_fonts(document)

    def look(self, run: Any, paragraph: Any) -> tuple[str, float, bool, bool, str, bool]:
        """Font, size, bold, italic, colour, capitals."""
        said = [*self._run_says(run), *self._paragraph_says(paragraph, "w:rPr")]
        said = [part for part in [*said, self._run_defaults] if part is not None]
        size = _first(said, "w:sz", "w:val")
        return (
            self._font(said),
            float(size) / 2 if size else _USUAL_SIZE,
            _switched(said, "w:b"),
            _switched(said, "w:i"),
            (_first(said, "w:color", "w:val") or "auto").lower(),
            _switched(said, "w:caps"),
        )

    def spacing(self, paragraph: Any) -> Spacing:
        own = paragraph.find(qn("w:pPr"))
        said = [own, *self._paragraph_says(paragraph, "w:pPr"), self._paragraph_defaults]
        said = [part for part in said if part is not None]
        line = float(_first(said, "w:spacing", "w:line") or _SINGLE)
        is_multiple = (_first(said, "w:spacing", "w:lineRule") or "auto") == "auto"
        return Spacing(
            alignment=_first(said, "w:jc", "w:val") or "left",
            before=float(_first(said, "w:spacing", "w:before") or 0) / _TWENTIETHS,
            after=float(_first(said, "w:spacing", "w:after") or 0) / _TWENTIETHS,
            lines=line / _SINGLE if is_multiple else None,
            exact=None if is_multiple else line / _TWENTIETHS,
            first_line=float(_first(said, "w:ind", "w:firstLine") or 0) / _TWENTIETHS,
            has_border=own is not None and own.find(qn("w:pBdr")) is not None,
        )

    def _run_says(self, run: Any) -> Iterator[Any]:
        own = run.find(qn("w:rPr"))
        if own is None:
            return
        yield own
        style = own.find(qn("w:rStyle"))
        if style is not None:
            yield from self._chain(style.get(qn("w:val")), "w:rPr")

    def _paragraph_says(self, paragraph: Any, part: str) -> Iterator[Any]:
        own = paragraph.find(qn("w:pPr"))
        style = own.find(qn("w:pStyle")) if own is not None else None
        yield from self._chain(style.get(qn("w:val")) if style is not None else self._usual, part)

    def _chain(self, key: str | None, part: str) -> Iterator[Any]:
        seen: set[str] = set()
        while key and key in self._by_id and key not in seen:
            seen.add(key)
            style = self._by_id[key]
            if (found := style.find(qn(part))) is not None:
                yield found
            base = style.find(qn("w:basedOn"))
            key = base.get(qn("w:val")) if base is not None else None

    def _font(self, said: list[Any]) -> str:
        for part in said:
            fonts = part.find(qn("w:rFonts"))
            if fonts is None:
                continue
            if name := fonts.get(qn("w:ascii")) or fonts.get(qn("w:hAnsi")):
                return str(name)
            if theme := fonts.get(qn("w:asciiTheme")) or fonts.get(qn("w:hAnsiTheme")):
                return self._themes.get(str(theme)[:5], "")
        return ""


def _first(said: list[Any], name: str, key: str) -> str | None:
    """The first part that says something about this, and what it says."""
    for part in said:
        found = part.find(qn(name))
        if found is not None and found.get(qn(key)) is not None:
            return str(found.get(qn(key)))
    return None


def _switched(said: list[Any], name: str) -> bool:
    for part in said:
        found = part.find(qn(name))
        if found is not None:
            return (found.get(qn("w:val")) or "1").lower() not in _OFF
    return False


def _inside(element: Any, *names: str) -> Any:
    for name in names:
        element = element.find(qn(name)) if element is not None else None
    return element


def _theme_fonts(document: Any) -> dict[str, str]:
    """The names behind "minor" and "major", by which Word's own templates speak."""
    theme = next(
        (
            related.target_part
            for related in document.part.rels.values()
            if related.reltype.endswith("/theme")
        ),
        None,
    )
    if theme is None:
        return {}
    root = etree.fromstring(theme.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    found = {}
    for short, name in _THEMES.items():
        latin = root.find(f".//{_A}{name}/{_A}latin")
        if latin is not None:
            found[short] = latin.get("typeface") or ""
    return found
