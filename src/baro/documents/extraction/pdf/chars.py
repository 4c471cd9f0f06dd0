"""The characters of a PDF page with their boxes, seen as the page is shown."""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import pypdfium2.raw as raw

from baro.documents.extraction.layout.placed import Word, box_around

Point = tuple[float, float]
Turn = Callable[[float, float], Point]

NO_CHARACTER = "\ufffe\uffff\x00"
_GAP = 0.2  # of the height of a line; letters of one word stand closer
_SAME_LINE = 0.4


class Char(NamedTuple):
    """A character, the point on its line where it begins, and its box.

    PDFium adds blanks and line ends where it sees them; those have no box.
    """

    text: str
    x: float
    y: float
    box: Word | None


def turn_of(page: Any) -> Turn:  # objects of PDFium carry no types
    """From the page's own axes, which begin below left, to those of the reader."""
    left, bottom, right, top = page.get_bbox()
    width, height = right - left, top - bottom
    turns: dict[int, Turn] = {
        0: lambda x, y: (x - left, height - (y - bottom)),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (width - (x - left), y - bottom),
        270: lambda x, y: (height - (y - bottom), width - (x - left)),
    }
    return turns.get(page.get_rotation(), turns[0])


def chars_of(textpage: Any, turn: Turn) -> Iterator[Char]:
    """Every character in the order of the text."""
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    for place in range(textpage.count_chars()):
        text = chr(raw.FPDFText_GetUnicode(textpage, place))
        if text in NO_CHARACTER:
            continue
        raw.FPDFText_GetCharOrigin(textpage, place, x, y)
        has_box = raw.FPDFText_GetLooseCharBox(textpage, place, box)
        is_added = raw.FPDFText_IsGenerated(textpage, place) == 1
        one, other = turn(box.left, box.bottom), turn(box.right, box.top)
        whole = Word(
            text,
            min(one[0], other[0]),
            min(one[1], other[1]),
            max(one[0], other[0]),
            max(one[1], other[1]),
        )
        yield Char(text, *turn(x.value, y.value), whole if has_box and not is_added else None)


def words_of(chars: Sequence[Char]) -> list[Word]:
    """Words by what the eye sees: letters on one line without a gap, in whatever order drawn."""
    return [
        box_around("".join(box.text for box in word), word) for word in map(_boxes, _words(chars))
    ]


def _words(chars: Sequence[Char]) -> Iterator[list[Char]]:
    for line in _lines(chars):
        word: list[Char] = []
        for char in sorted(line, key=lambda char: char.x):
            if word and (char.text.isspace() or _is_apart(word[-1], char)):
                yield word
                word = []
            if not char.text.isspace():
                word.append(char)
        if word:
            yield word


def _boxes(chars: Sequence[Char]) -> list[Word]:
    return [char.box for char in chars if char.box is not None]


def _is_apart(before: Char, after: Char) -> bool:
    if before.box is None or after.box is None:
        return False
    return after.box.left - before.box.right > _height(after) * _GAP


def _lines(chars: Sequence[Char]) -> Iterator[list[Char]]:
    line: list[Char] = []
    for char in sorted((char for char in chars if char.box is not None), key=lambda char: char.y):
        if line and char.y - line[-1].y > _height(char) * _SAME_LINE:
            yield line
            line = []
        line.append(char)
    if line:
        yield line


def _height(char: Char) -> float:
    return char.box.bottom - char.box.top if char.box is not None else 0.0
