"""What one scanned page says: recognised lines in reading order, ruled tables as rows."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PIL import Image

from baro.documents.extraction.layout.grids import grids_in, piece_of
from baro.documents.extraction.layout.placed import TablePiece
from baro.documents.extraction.ocr.columns import lines_of
from baro.documents.extraction.ocr.pictures import Sheet
from baro.documents.extraction.ocr.rulings import rulings_on, without
from baro.documents.extraction.ocr.straight import straightened
from baro.documents.extraction.ocr.tables import emptied, words_inside
from baro.documents.extraction.ocr.tesseract import Seen, quarter_turns, recognised
from baro.documents.extraction.watch import Watch

_POINTS = 72
_UNSURE = 55.0
_TURNS = {
    1: Image.Transpose.ROTATE_270,
    2: Image.Transpose.ROTATE_180,
    3: Image.Transpose.ROTATE_90,
}
Placed = tuple[float, str | TablePiece]


class ScannedPage(NamedTuple):
    """The content, the number of words, and how sure they are together (0 to 100 each)."""

    content: list[str | TablePiece]
    words: int
    sureness: float


def read_sheet(sheet: Sheet, watch: Watch) -> ScannedPage:
    """A page that makes little sense as it lies is turned upright and read again."""
    page = _read(sheet, watch)
    if page.words and page.sureness >= _UNSURE * page.words:
        return page
    turns = quarter_turns(sheet.picture, watch=watch)
    if turns == 0:
        return page
    turned = _read(Sheet(sheet.picture.transpose(_TURNS[turns]), sheet.dots_per_inch), watch)
    return max(page, turned, key=lambda one: one.sureness)


def _read(sheet: Sheet, watch: Watch) -> ScannedPage:
    straight = Sheet(straightened(sheet.picture), sheet.dots_per_inch)
    rulings = rulings_on(straight)
    clean = without(straight, rulings)
    tables: list[Placed] = []
    seen: list[Seen] = []
    around = clean
    for grid in grids_in(rulings):
        inside = words_inside(grid, clean, watch)
        piece = piece_of(grid, inside.fields)
        if piece is not None:
            tables.append((grid.rows[0], piece))
            seen += inside.seen
            around = emptied(around, grid)
    outside = recognised(around.picture, dots_per_inch=sheet.dots_per_inch, watch=watch)
    content = _in_turn(list(_lines(outside, sheet.dots_per_inch)), tables)
    seen += outside
    return ScannedPage(content, len(seen), sum(word.sureness for word in seen))


def _lines(seen: Sequence[Seen], dots_per_inch: int) -> Iterator[Placed]:
    for line in lines_of(seen):
        top = min(word.top for word in line) * _POINTS / dots_per_inch
        yield top, " ".join(word.text for word in line) + "\n"


def _in_turn(lines: list[Placed], tables: list[Placed]) -> list[str | TablePiece]:
    """The order of the recogniser, each table before the first line that stands below it."""
    content: list[str | TablePiece] = []
    left = list(tables)
    for place, (top, line) in enumerate(lines):
        rest = min(at for at, _ in lines[place:])
        while left and left[0][0] < min(top, rest):
            content.append(left.pop(0)[1])
        content.append(line)
    return content + [table for _, table in left]
