"""How wide words are: in Tinos, whose widths are those of Times New Roman."""

from functools import cache
from importlib.resources import as_file, files

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from baro.documents.official.layout import Look

FAMILY = "Tinos"
_FACES = {
    (False, False): "Tinos-Regular",
    (True, False): "Tinos-Bold",
    (False, True): "Tinos-Italic",
    (True, True): "Tinos-BoldItalic",
}


@cache
def _load() -> None:
    """Make the four faces known, once in a process."""
    for face in _FACES.values():
        font = files("baro.documents.official").joinpath(f"fonts/{face}.ttf")
        with as_file(font) as path:
            pdfmetrics.registerFont(TTFont(face, str(path)))
    pdfmetrics.registerFontFamily(
        _FACES[False, False],
        normal=_FACES[False, False],
        bold=_FACES[True, False],
        italic=_FACES[False, True],
        boldItalic=_FACES[True, True],
    )


def face(*, bold: bool, italic: bool) -> str:
    _load()
    return _FACES[bold, italic]


def width(text: str, look: Look) -> float:
    """The width in points of a line in this look."""
    name = face(bold=look.bold, italic=look.italic)
    return float(pdfmetrics.stringWidth(text, name, look.size))


def broken(text: str, look: Look, most: float) -> list[str]:
    """The text in as few lines as the width allows, of about the same length each."""
    name = face(bold=look.bold, italic=look.italic)
    lines = simpleSplit(text, name, look.size, most)
    if len(lines) < 2:
        return [text]
    narrow, wide = width(text, look) / len(lines), most
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        if len(simpleSplit(text, name, look.size, middle)) > len(lines):
            narrow = middle
        else:
            wide = middle
    return list(simpleSplit(text, name, look.size, wide))
