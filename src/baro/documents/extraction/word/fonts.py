"""The font of each run, for words that were typed in a font of the years before Unicode."""

from collections import defaultdict

from docx.document import Document
from docx.oxml.ns import qn

from baro.documents.extraction.legacy.fonts import LegacyFont, legacy_font
from baro.documents.extraction.legacy.syllables import share
from baro.documents.extraction.word.blocks import Element
from baro.documents.extraction.word.styles import Styles
from baro.documents.extraction.word.words import Piece, pieces

_DEFAULTS = f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}"
_STYLE_OF_RUN = f"{qn('w:rPr')}/{qn('w:rStyle')}"
_FONTS, _WESTERN, _ASCII = f"{qn('w:rPr')}/{qn('w:rFonts')}", qn("w:hAnsi"), qn("w:ascii")


class Fonts:
    """Converts the words of old fonts, where the document was really typed with them.

    Many files name an old font in a style although their text is Unicode; so a font counts only
    if its words make more Vietnamese syllables once converted than as they stand.
    """

    def __init__(self, document: Document, styles: Styles) -> None:
        self._styles = styles
        self._default = _font_in(styles.root.find(_DEFAULTS))
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
            or _first_font(self._styles.linked(piece.run.find(_STYLE_OF_RUN)))
            or _first_font(self._styles.of_paragraph(paragraph))
            or self._default
        )
        if name not in self._names:
            self._names[name] = legacy_font(name)
        return self._names[name]


def _first_font(styles: list[Element]) -> str:
    return next((name for style in styles if (name := _font_in(style))), "")


def _font_in(place: Element) -> str:
    fonts = place.find(_FONTS) if place is not None else None
    if fonts is None:
        return ""
    return str(fonts.get(_WESTERN) or fonts.get(_ASCII) or "")


def _is_better_converted(texts: list[tuple[str, str]]) -> bool:
    before = share("\n".join(text for text, _ in texts))
    after = share("\n".join(text for _, text in texts))
    return after.fitting - after.strange > before.fitting - before.strange
