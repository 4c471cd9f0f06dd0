"""Letters drawn out of their order, put back.

Some programs draw the letters that a font lacks in a second font, after the rest of the line; the
text then reads "N i dung ộ". The order is mended only where it is broken, so that ordinary pages
stay as PDFium reads them, the left column of the head before the right one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from baro.documents.extraction.pdf.chars import Char, words_of

_NEVER_ALONE = re.compile(
    r"(?<!\S)[ảãăằẳẵắặâầẩẫấậđẹẻẽêềểễếệịỉĩọỏõồổỗốộờỡớợủũụưừửữứựỳỵỹ](?!\S)", re.IGNORECASE
)
_FEW = 3
_BACK = 0.5  # of the height of a line


def is_disordered(text: str) -> bool:
    return len(_NEVER_ALONE.findall(text)) >= _FEW


def in_order(chars: Sequence[Char]) -> str:
    return "\n".join(_line(line) for line in _lines(chars))


def _line(line: list[Char]) -> str:
    if not _goes_back(line):
        return "".join(char.text for char in line)
    return " ".join(word.text for word in words_of(line))


def _lines(chars: Sequence[Char]) -> Iterator[list[Char]]:
    line: list[Char] = []
    for char in chars:
        if char.text in "\r\n":
            if line:
                yield line
            line = []
        else:
            line.append(char)
    if line:
        yield line


def _goes_back(line: list[Char]) -> bool:
    drawn = [char for char in line if char.box is not None]
    return any(
        after.box is not None and after.x < before.x - _BACK * (after.box.bottom - after.box.top)
        for before, after in pairwise(drawn)
    )
