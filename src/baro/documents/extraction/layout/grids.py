"""The cells that ruled lines enclose, and the words that stand in them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from baro.documents.extraction.layout.paragraphs import paragraphs_of
from baro.documents.extraction.layout.placed import Ruling, TablePiece, Word
from baro.documents.extraction.layout.rulings import NEAR, groups, joined, places
from baro.documents.extraction.tables import Cell, Table, holds_head_or_foot, rows_of

_FEWEST_BORDERS = 3  # upright lines of a table with two columns
_MOST_CELLS = 6_000

Place = tuple[int, int]


class Grid(NamedTuple):
    """Borders from left to right and from top to bottom, and the field that each place is in."""

    columns: list[float]
    rows: list[float]
    fields: dict[Place, Place]

    def place_of(self, word: Word) -> Place | None:
        """The field in which the middle of a word lies."""
        row = bisect_right(self.rows, word.middle) - 1
        column = bisect_right(self.columns, word.centre) - 1
        return self.fields.get((row, column))


def grids_in(rulings: Iterable[Ruling]) -> list[Grid]:
    """The ruled tables of a page from top to bottom."""
    found = [grid for group in groups(joined(rulings)) if (grid := _grid(group))]
    return sorted(found, key=lambda grid: grid.rows[0])


def piece_of(grid: Grid, inside: Mapping[Place, Sequence[Word]]) -> TablePiece | None:
    """The table with its words; None where lines only frame or place parts of the page."""
    table = Table(len(grid.rows) - 1, len(grid.columns) - 1, _cells(grid, inside))
    if not inside or holds_head_or_foot(table):
        return None
    rows = [row for row in rows_of(table) if any(row)]
    return TablePiece(rows, tuple(grid.columns))


def _cells(grid: Grid, inside: Mapping[Place, Sequence[Word]]) -> list[Cell]:
    members: dict[Place, list[Place]] = defaultdict(list)
    for place, field in grid.fields.items():
        members[field].append(place)
    cells = []
    for field, spots in members.items():
        rows, columns = sorted({row for row, _ in spots}), sorted({column for _, column in spots})
        width = grid.columns[columns[-1] + 1] - grid.columns[columns[0]]
        lines = paragraphs_of(inside.get(field, ()), width=width)
        cells.append(Cell(rows[0], columns[0], len(rows), len(columns), tuple(lines)))
    return sorted(cells, key=lambda cell: (cell.row, cell.column))


def _grid(group: list[Ruling]) -> Grid | None:
    upright = [ruling for ruling in group if ruling.is_upright]
    level = [ruling for ruling in group if not ruling.is_upright]
    columns = places(ruling.at for ruling in upright)
    if len(columns) < _FEWEST_BORDERS or not level:
        return None
    rows = places([ruling.at for ruling in level] + _open_ends(upright, level))
    if len(rows) < 2 or len(rows) * len(columns) > _MOST_CELLS:
        return None
    return Grid(columns, rows, _fields(columns, rows, upright, level))


def _open_ends(upright: list[Ruling], level: list[Ruling]) -> list[float]:
    """Where a table that is broken by the end of the page has no line of its own."""
    ends = (min(ruling.start for ruling in upright), max(ruling.end for ruling in upright))
    return [end for end in ends if all(abs(end - ruling.at) > 2 * NEAR for ruling in level)]


def _fields(
    columns: list[float], rows: list[float], upright: list[Ruling], level: list[Ruling]
) -> dict[Place, Place]:
    """Places without a line between them make one field, named by its first place."""
    fields: dict[Place, Place] = {}
    for row, column in product(range(len(rows) - 1), range(len(columns) - 1)):
        across = (columns[column] + columns[column + 1]) / 2
        down = (rows[row] + rows[row + 1]) / 2
        field = (row, column)
        if column and not _is_drawn(upright, at=columns[column], through=down):
            field = fields[row, column - 1]
        if row and not _is_drawn(level, at=rows[row], through=across):
            above = fields[row - 1, column]
            if field not in {above, (row, column)}:
                fields |= {place: above for place, other in fields.items() if other == field}
            field = above
        fields[row, column] = field
    return fields


def _is_drawn(rulings: list[Ruling], *, at: float, through: float) -> bool:
    return any(
        abs(ruling.at - at) <= 2 * NEAR and ruling.start - NEAR <= through <= ruling.end + NEAR
        for ruling in rulings
    )
