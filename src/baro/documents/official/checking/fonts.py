"""Fonts and colours of the whole text, and the old encodings behind old fonts."""

import re
from collections.abc import Iterator

from baro.documents.official.checking.findings import Finding, shown
from baro.documents.official.checking.regions import Regions
from baro.documents.official.checking.word_file import WordFile
from baro.documents.official.layout import Layout
from baro.kernel.text import fold

_OLD = re.compile(r"\.vn|vni[-_ ]|vntime|abc|vps[-_ ]", re.IGNORECASE)
_BLACK = {"auto", "000000", "black"}
_STAMP = re.compile(r"(?:hoa toc|thuong khan|khan|xem xong tra lai|luu hanh noi bo)\W*")


def font_findings(word: WordFile, regions: Regions, layout: Layout) -> Iterator[Finding]:
    wanted, basis = layout.text("font"), layout.words["font"].legal_basis
    for font, words in _first_words(word).items():
        if font.casefold() == wanted.casefold():
            continue
        rule, found, right = "font", f"phông {font}" if font else "không ghi phông", wanted
        if _OLD.match(font):
            rule, found = "legacy_font", f"phông {font}, bảng mã cũ"
            right = f"{wanted}, bảng mã Unicode (TCVN 6909:2001): chuyển mã rồi đổi phông"
        yield Finding(rule, f"Từ {shown(words)}", found, f"phông {right}", basis)
    yield from _colours(word, basis)


def _first_words(word: WordFile) -> dict[str, str]:
    """Each font of the text, and the first words in it."""
    first: dict[str, str] = {}
    for paragraph in word.paragraphs:
        for stretch in paragraph.stretches:
            if any(letter.isalnum() for letter in stretch.text):
                first.setdefault(stretch.font, stretch.text)
    return first


def _colours(word: WordFile, basis: str) -> Iterator[Finding]:
    for paragraph in word.paragraphs:
        coloured = [s for s in paragraph.stretches if s.text.strip() and s.colour not in _BLACK]
        if coloured and not _STAMP.fullmatch(fold(paragraph.text.strip())):
            yield Finding(
                "colour", f"Từ {shown(coloured[0].text)}", "chữ màu", "chữ màu đen", basis
            )
            return
