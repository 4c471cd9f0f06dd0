"""The font of each run, for words that were typed in a font of the years before Unicode."""

from collections import defaultdict

from docx.document import Document
from docx.oxml.ns import qn

from baro.documents.extraction.legacy.fonts import LegacyFont, legacy_font
from baro.documents.extraction.legacy.syllables import share
from baro.documents.extraction.word.blocks import Element
from baro.documents.extraction.word.words import Piece, pieces

_DEEPEST_STYLE = 10


class Fonts:
    """Converts the words of old fonts, where the document was really typed with them.

    Many files name an old font in a style although their text is Unicode; so a font counts only
    if its words make more Vietnamese syllables once converted than as they stand.
    """

    def __init__(self, document: Document) -> None:
        styles = document.styles.element
        self._styles = {style.get(qn("w:styleId")): style for style in styles}
        self._default = _font_in(styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}"))
        self._names: dict[str, LegacyFont | None] = {}
        self.codes = self._codes_in_use(document)

    def text(self, paragraph: Element) -> str:
        return "".join(
            font.convert(words) if font is not None and font.code in self.codes else words
            for font, words in self._stretches(paragraph)
        )

    def _codes_in_use(self, document: Document) -> list[str]:
        words: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for paragraph in document.element.body.iter(qn("w:p")):
            for font, text in self._stretches(paragraph):
                if font is not None and not text.isascii():
                    words[font.code].append((text, font.convert(text)))
        return [code for code, texts in words.items() if _is_better_converted(texts)]

    def _stretches(self, paragraph: Element) -> list[tuple[LegacyFont | None, str]]:
        """Neighbouring runs of one font together: in VNI a letter may end in the next run."""
        stretches: list[tuple[LegacyFont | None, str]] = []
        for piece in pieces(paragraph):
            font = self._font(paragraph, piece)
            if stretches and stretches[-1][0] == font:
                stretches[-1] = (font, stretches[-1][1] + piece.text)
            else:
                stretches.append((font, piece.text))
        return stretches

    def _font(self, paragraph: Element, piece: Piece) -> LegacyFont | None:
        name = (
            _font_in(piece.run)
            or self._font_of_style(piece.run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}"))
            or self._font_of_style(paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}"))
            or self._default
        )
        if name not in self._names:
            self._names[name] = legacy_font(name)
        return self._names[name]

    def _font_of_style(self, link: Element) -> str:
        for _ in range(_DEEPEST_STYLE):
            style = self._styles.get(link.get(qn("w:val"))) if link is not None else None
            if style is None:
                return ""
            if name := _font_in(style):
                return name
            link = style.find(qn("w:basedOn"))
        return ""


def _font_in(place: Element) -> str:
    fonts = place.find(f"{qn('w:rPr')}/{qn('w:rFonts')}") if place is not None else None
    if fonts is None:
        return ""
    return str(fonts.get(qn("w:hAnsi")) or fonts.get(qn("w:ascii")) or "")


def _is_better_converted(texts: list[tuple[str, str]]) -> bool:
    before = share("\n".join(text for text, _ in texts))
    after = share("\n".join(text for _, text in texts))
    return after.fitting - after.strange > before.fitting - before.strange
