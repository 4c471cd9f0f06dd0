"""The lines drawn on a scanned page: found to know the table, then wiped out before reading."""

import re
from collections.abc import Iterable, Iterator

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from baro.documents.extraction.layout.placed import Ruling
from baro.documents.extraction.layout.rulings import joined
from baro.documents.extraction.ocr.pictures import Sheet

_POINTS = 72
_LOOKED_AT = 150  # dots per inch
_DARK = 150
_SHORTEST = 20.0  # points; letters have no stroke as long
_THICK = 6  # dots at that resolution, fully dark each way; more is a picture or a black edge
_WIPED = 1.2  # points to each side of a line


def rulings_on(sheet: Sheet) -> list[Ruling]:
    factor = max(1, sheet.dots_per_inch // _LOOKED_AT)
    size = _POINTS * factor / sheet.dots_per_inch
    ink = sheet.picture.reduce(factor).point(lambda value: 255 if value < _DARK else 0)
    thin = ImageChops.subtract(ink, _thick_parts(ink))
    upright = thin.transpose(Image.Transpose.TRANSPOSE)
    return joined([*_runs(thin, size, False), *_runs(upright, size, True)])  # noqa: FBT003


def without(sheet: Sheet, rulings: Iterable[Ruling]) -> Sheet:
    """The page without its lines, which a reader of letters takes for letters."""
    picture = sheet.picture.copy()
    pen = ImageDraw.Draw(picture)
    dots = sheet.dots_per_inch / _POINTS
    for ruling in rulings:
        across = (ruling.at - _WIPED) * dots, (ruling.at + _WIPED) * dots
        along = ruling.start * dots, ruling.end * dots
        if ruling.is_upright:
            pen.rectangle((across[0], along[0], across[1], along[1]), fill=255)
        else:
            pen.rectangle((along[0], across[0], along[1], across[1]), fill=255)
    return Sheet(picture, sheet.dots_per_inch)


def _thick_parts(ink: Image.Image) -> Image.Image:
    full = ink.reduce(_THICK).point(lambda value: 255 if value > 250 else 0)
    return full.filter(ImageFilter.MaxFilter(5)).resize(ink.size, Image.Resampling.NEAREST)


def _runs(ink: Image.Image, size: float, is_upright: bool) -> Iterator[Ruling]:
    run = re.compile(b"\xff{%d,}" % max(1, round(_SHORTEST / size)))
    data, width = ink.tobytes(), ink.width
    for place in range(ink.height):
        row = data[place * width : (place + 1) * width]
        for found in run.finditer(row):
            yield Ruling(is_upright, (place + 0.5) * size, found.start() * size, found.end() * size)
