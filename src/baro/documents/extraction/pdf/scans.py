"""Pages of a PDF that are pictures: no text behind them, or text that a scanner made up."""

import ctypes
from typing import Any

import pypdfium2.raw as raw

from baro.documents.extraction.legacy.recognition import recovered
from baro.documents.extraction.ocr.pictures import Sheet

_DOTS = 300
_POINTS = 72
_MOST_DOTS = 30_000_000
_FEWEST_LETTERS = 20
_COVERED = 0.6
_ACCENTED = 0.05
_FEWEST_WORDS = 20
_STRANGE = 0.2
_DEEPEST = 3


def is_scan(page: Any, text: str) -> bool:
    """Whether the words of a page are to be looked for in its picture."""
    if _has_no_letters_of_its_own(text):
        return True
    letters = sum(char.isalpha() for char in text)
    if letters >= _FEWEST_LETTERS and not _is_foreign(text):
        return False
    return _picture_share(page) >= _COVERED


def sheet_of(page: Any) -> Sheet:
    """The page drawn in grey; a very large sheet is drawn smaller."""
    width, height = page.get_size()
    area = max(1.0, width * height / _POINTS**2)
    dots = max(1, min(_DOTS, int((_MOST_DOTS / area) ** 0.5)))
    bitmap = page.render(scale=dots / _POINTS, grayscale=True)
    picture = bitmap.to_pil().convert("L")
    return Sheet(picture, dots)


def _has_no_letters_of_its_own(text: str) -> bool:
    """Fonts without names for their letters give signs from the private area, or none."""
    strange = sum("\ue000" <= char <= "\uf8ff" or char == "\ufffd" for char in text)
    return strange > max(_FEWEST_LETTERS, len(text) * _STRANGE)


def _is_foreign(text: str) -> bool:
    """Vietnamese read by a scanner that knows no Vietnamese has lost its accents."""
    words = [word for word in text.split() if word[:1].isalpha()]
    accented = sum(not word.isascii() for word in words)
    if len(words) < _FEWEST_WORDS or accented >= len(words) * _ACCENTED:
        return False
    return recovered(text) is None


def _picture_share(page: Any) -> float:
    """How much of the page its largest picture covers."""
    left, bottom, right, top = page.get_bbox()
    whole = max(1.0, (right - left) * (top - bottom))
    count = raw.FPDFPage_CountObjects(page)
    items = (raw.FPDFPage_GetObject(page, place) for place in range(count))
    largest = max((_picture_area(item, depth=0) for item in items), default=0.0)
    return min(1.0, largest / float(whole))


def _picture_area(item: Any, *, depth: int) -> float:
    kind = raw.FPDFPageObj_GetType(item)
    if kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        count = raw.FPDFFormObj_CountObjects(item)
        parts = (raw.FPDFFormObj_GetObject(item, place) for place in range(count))
        return max((_picture_area(part, depth=depth + 1) for part in parts), default=0.0)
    if kind != raw.FPDF_PAGEOBJ_IMAGE:
        return 0.0
    sides = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(item, *sides)
    left, bottom, right, top = (side.value for side in sides)
    return float((right - left) * (top - bottom))
