"""Ruled tables drawn by hand: cells between borders, their words broken over several lines."""

from collections.abc import Sequence

from tests.documents.extraction.papers import shown

COLUMNS = (40.0, 80.0, 260.0, 400.0, 550.0)
_LINE = 14.0


def ruled(
    rows: Sequence[Sequence[str]],
    *,
    top: float = 700.0,
    columns: Sequence[float] = COLUMNS,
    thin_boxes: bool = False,
    closed: bool = True,
) -> bytes:
    """A table from `top` down; a bar breaks the line in a cell, a row of one cell goes across."""
    drawn, y = b"", top
    for row in rows:
        height = _LINE * max(cell.count("|") + 1 for cell in row) + 6
        drawn += _line(columns[0], y, columns[-1], y, thin_boxes=thin_boxes)
        borders = columns if len(row) > 1 else (columns[0], columns[-1])
        for x in borders:
            drawn += _line(x, y, x, y - height, thin_boxes=thin_boxes)
        for x, cell in zip(columns, row, strict=False):
            for place, words in enumerate(cell.split("|")):
                drawn += shown(x + 5, y - _LINE * (place + 1), words)
        y -= height
    if closed:
        drawn += _line(columns[0], y, columns[-1], y, thin_boxes=thin_boxes)
    return drawn


def _line(x1: float, y1: float, x2: float, y2: float, *, thin_boxes: bool) -> bytes:
    if thin_boxes:
        return b"%g %g %g %g re f\n" % (x1, y2, max(x2 - x1, 0.5), max(y1 - y2, 0.5))
    return b"%g %g m %g %g l S\n" % (x1, y1, x2, y2)
