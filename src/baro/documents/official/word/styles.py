"""The styles of the Word file: one for each look, so that a typist changes it in one place."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from baro.documents.official.layout import Layout, Look
from baro.documents.official.letters import printable

CENTRE, LEFT, JUSTIFY = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
_BODY = "body"
_LEFT = frozenset({"recipients_head", "recipients", "addressees", "table"})
_JUSTIFIED = frozenset({"body", "basis", "heading"})
_FACES = ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia")


def style_name(look: Look) -> str:
    """The name by which Word's list of styles shows the look."""
    return "Normal" if look.name == _BODY else f"VB {look.label}"


def make_styles(document: Any, layout: Layout) -> None:
    font = layout.text("font")
    _as_defaults(document, font)
    for look in layout.looks.values():
        name = style_name(look)
        style = (
            document.styles["Normal"]
            if look.name == _BODY
            else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        )
        _dress(style, look, font)
        _space(style, look, layout)


def _as_defaults(document: Any, font: str) -> None:
    """Times New Roman and Vietnamese wherever no style says otherwise."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for child in list(properties):
        properties.remove(child)
    properties.append(_fonts(font))
    language = OxmlElement("w:lang")
    for key in ("w:val", "w:eastAsia", "w:bidi"):
        language.set(qn(key), "vi-VN")
    properties.append(language)


def _fonts(font: str) -> Any:
    fonts = OxmlElement("w:rFonts")
    for key in _FACES:
        fonts.set(qn(key), font)
    return fonts


def _dress(style: Any, look: Look, font: str) -> None:
    style.font.name, style.font.size = font, Pt(look.size)
    style.font.bold, style.font.italic = look.bold, look.italic
    style.font.color.rgb = RGBColor(0, 0, 0)
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    properties.insert(0, _fonts(font))


def _space(style: Any, look: Look, layout: Layout) -> None:
    space = style.paragraph_format
    space.widow_control = True
    space.space_before = Pt(0)
    space.first_line_indent = Pt(0)
    if look.name in _JUSTIFIED:
        space.alignment = JUSTIFY
        space.line_spacing = layout.measures["line_spacing"].value
        space.space_after = Pt(layout.points("paragraph_gap"))
        space.first_line_indent = Pt(layout.points("first_line_indent"))
        return
    space.alignment = LEFT if look.name in _LEFT else CENTRE
    space.line_spacing_rule = WD_LINE_SPACING.SINGLE
    space.space_after = Pt(0)


def wear(paragraph: Any, look: Look) -> None:
    """Put the paragraph into the look's style, by its id: a search by name costs milliseconds."""
    if look.name != _BODY:
        paragraph._p.style = style_name(look).replace(" ", "")


def add_line(place: Any, text: str, look: Look) -> Any:
    """A paragraph in the look's style; a new cell's own first paragraph is used first."""
    paragraph = place.paragraphs[0] if _is_unused(place) else place.add_paragraph()
    wear(paragraph, look)
    paragraph.add_run(printable(text))
    return paragraph


def _is_unused(place: Any) -> bool:
    return hasattr(place, "merge") and len(place.paragraphs) == 1 and not place.text
