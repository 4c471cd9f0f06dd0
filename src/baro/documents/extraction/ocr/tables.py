"""The words in the fields of a ruled table, recognised column by column.

A recogniser that sees the whole table reads across its columns and passes over lonely numbers. So
the ink of the fields of one column is set close below each other on a sheet of its own.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from PIL import Image, ImageDraw

from baro.documents.extraction.layout.grids import Grid, Place
from baro.documents.extraction.layout.placed import Word
from baro.documents.extraction.ocr.pictures import Sheet
from baro.documents.extraction.ocr.tesseract import Seen, recognised
from baro.documents.extraction.watch import Watch

_POINTS = 72
_INSIDE = 1.0  # points kept away from the border
_AROUND = 3.0  # points in which a border may leave traces outside the table
_MARGIN = 30  # dots of white paper around the words of a field
_DARK = 140
_LEAST_INK = 4  # dots; less is dirt
_MOST_WIDE_FIELDS = 40

Box = tuple[int, int, int, int]


class Inside(NamedTuple):
    """The words of each field, and all of them as they were recognised."""

    fields: dict[Place, list[Word]]
    seen: list[Seen]


class _Patch(NamedTuple):
    """The ink of one field: where it stands on the page."""

    field: Place
    box: Box


def words_inside(grid: Grid, sheet: Sheet, watch: Watch) -> Inside:
    fields: dict[Place, list[Word]] = defaultdict(list)
    all_seen: list[Seen] = []
    for patches in _strips(grid, sheet):
        for field, word in _recognised_in(patches, sheet, watch):
            fields[field].append(_in_points(word, sheet.dots_per_inch))
            all_seen.append(word)
    return Inside(dict(fields), all_seen)


def emptied(sheet: Sheet, grid: Grid) -> Sheet:
    """The page without a table that has been read."""
    picture = sheet.picture.copy()
    dots = sheet.dots_per_inch / _POINTS
    left, top = grid.columns[0] - _AROUND, grid.rows[0] - _AROUND
    right, bottom = grid.columns[-1] + _AROUND, grid.rows[-1] + _AROUND
    pen = ImageDraw.Draw(picture)
    pen.rectangle((left * dots, top * dots, right * dots, bottom * dots), fill=255)
    return Sheet(picture, sheet.dots_per_inch)


def _strips(grid: Grid, sheet: Sheet) -> Iterator[list[_Patch]]:
    """The fields of each column together; those over several columns after them."""
    members: dict[Place, list[Place]] = defaultdict(list)
    for place, field in grid.fields.items():
        members[field].append(place)
    columns: dict[int, list[_Patch]] = defaultdict(list)
    wide: list[_Patch] = []
    for field, places in members.items():
        box = _ink(_box(grid, places, sheet.dots_per_inch), sheet.picture)
        across = {column for _, column in places}
        if box is not None:
            strip = columns[min(across)] if len(across) == 1 else wide
            strip.append(_Patch(field, box))
    yield from (columns[column] for column in sorted(columns))
    if wide:
        yield wide[:_MOST_WIDE_FIELDS]


def _box(grid: Grid, places: list[Place], dots_per_inch: int) -> Box:
    dots = dots_per_inch / _POINTS
    rows, columns = [row for row, _ in places], [column for _, column in places]
    return (
        round((grid.columns[min(columns)] + _INSIDE) * dots),
        round((grid.rows[min(rows)] + _INSIDE) * dots),
        round((grid.columns[max(columns) + 1] - _INSIDE) * dots),
        round((grid.rows[max(rows) + 1] - _INSIDE) * dots),
    )


def _ink(box: Box, page: Image.Image) -> Box | None:
    """The smallest box around what is written in a field."""
    if box[2] - box[0] < _LEAST_INK or box[3] - box[1] < _LEAST_INK:
        return None
    found = page.crop(box).point(lambda value: 255 if value < _DARK else 0).getbbox()
    if found is None or max(found[2] - found[0], found[3] - found[1]) < _LEAST_INK:
        return None
    return (box[0] + found[0], box[1] + found[1], box[0] + found[2], box[1] + found[3])


def _recognised_in(
    patches: list[_Patch], sheet: Sheet, watch: Watch
) -> Iterator[tuple[Place, Seen]]:
    """The words of each patch, with their places on the page."""
    starts, bottom = [], _MARGIN
    for patch in patches:
        starts.append(bottom)
        bottom += patch.box[3] - patch.box[1] + _MARGIN
    widest = max(patch.box[2] - patch.box[0] for patch in patches)
    strip = Image.new("L", (widest + 2 * _MARGIN, bottom), 255)
    for patch, start in zip(patches, starts, strict=True):
        strip.paste(sheet.picture.crop(patch.box), (_MARGIN, start))
    for word in recognised(
        strip, dots_per_inch=sheet.dots_per_inch, watch=watch, is_one_block=True
    ):
        middle = (word.top + word.bottom) // 2 + _MARGIN // 2
        number = max(0, bisect_right(starts, middle) - 1)
        left, top, _, _ = patches[number].box
        yield patches[number].field, _moved(word, left - _MARGIN, top - starts[number])


def _moved(word: Seen, across: int, down: int) -> Seen:
    return word._replace(
        left=word.left + across,
        right=word.right + across,
        top=word.top + down,
        bottom=word.bottom + down,
    )


def _in_points(word: Seen, dots_per_inch: int) -> Word:
    size = _POINTS / dots_per_inch
    sides = (word.left, word.top, word.right, word.bottom)
    return Word(word.text, *(side * size for side in sides))
