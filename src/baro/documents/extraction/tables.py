"""A table as lines of text: one row is one line, its cells are joined by tabs, the header first.

A cell that reaches over several rows is repeated in each of them, so that each line can be read
alone; a cell that reaches over several columns stands in the first of them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_ENDS_OPEN = re.compile(r"[.;:,!?…]$")
_BULLET = re.compile(r"^[-–+•*](?:\s+|(?=[^\W\d_]))")
_ITEM_NUMBER = re.compile(r"(?:\d{1,2}|[a-zđ])[.)]\s")
_COLUMN_NUMBER = re.compile(r"\(?(\d{1,2})\)?")
_DEEPEST_HEADER = 3
_LONGEST_HEADER_CELL = 80
_MOST_PLACES = 300_000
_HEAD_OR_FOOT = re.compile(
    r"cộng hòa xã hội chủ nghĩa|cộng hoà xã hội chủ nghĩa|đảng cộng sản việt nam"
    r"|độc lập\s*[-–]\s*tự do|^\W*nơi nhận|^(?:tm|kt|tl|tuq|t/m|k/t|t/l)\b[./\s]",
    re.IGNORECASE | re.MULTILINE,
)
_MOST_LAYOUT_COLUMNS = 3
_MOST_LAYOUT_ROWS = 4

Row = list[str]


class Cell(NamedTuple):
    """One cell at its first row and column, with the rows and columns it reaches over."""

    row: int
    column: int
    rows: int
    columns: int
    lines: tuple[str, ...]


class Table(NamedTuple):
    height: int
    width: int
    cells: Sequence[Cell]


def is_layout(table: Table) -> bool:
    """Whether the table only places the parts of a page: the head, or the signature."""
    return table.width == 1 or table.height == 1 or holds_head_or_foot(table)


def holds_head_or_foot(table: Table) -> bool:
    is_small = table.width <= _MOST_LAYOUT_COLUMNS and table.height <= _MOST_LAYOUT_ROWS
    return is_small and any(_HEAD_OR_FOOT.search("\n".join(cell.lines)) for cell in table.cells)


def layout_lines(table: Table) -> Iterator[str]:
    """A row of short cells is one line with tabs; a head in two columns is read cell after cell."""
    for place in range(table.height):
        cells = [cell.lines for cell in table.cells if cell.row == place]
        filled = [[line for line in lines if line.strip()] for lines in cells]
        if all(len(lines) <= 1 for lines in filled):
            yield "\t".join(lines[0] if lines else "" for lines in filled)
        else:
            yield from (line for lines in cells for line in lines)


def row_lines(table: Table) -> Iterator[str]:
    """The lines of a table that holds facts."""
    rows = _without_column_numbers(rows_of(table))
    yield from (row_line(row) for row in rows if any(row))


def row_line(row: Row) -> str:
    return "\t".join(_BULLET.sub("", cell) for cell in row)


def with_rest(cell: str, rest: str) -> str:
    """A cell that the end of a page has cut in two."""
    begins_item = cell and _BULLET.match(rest)
    return f"{cell}; {_BULLET.sub('', rest)}" if begins_item else f"{cell} {rest}".strip()


def rows_of(table: Table) -> list[Row]:
    """Each row with all its columns; a row that is one cell over the whole width is that cell."""
    if table.height * table.width > _MOST_PLACES:
        return _cells_only(table)
    grid: list[list[Cell | None]] = [[None] * table.width for _ in range(table.height)]
    for cell in table.cells:
        for row in grid[cell.row : cell.row + cell.rows]:
            span = len(row[cell.column : cell.column + cell.columns])
            row[cell.column : cell.column + span] = [cell] * span
    depth = _header_depth(grid)
    header = [_joined_header(grid[:depth])] if depth > 1 else []
    return header + [_row(cells) for cells in grid[depth if depth > 1 else 0 :]]


def _cells_only(table: Table) -> list[Row]:
    """A table of a size that no paper has is not filled up to its corners."""
    rows: dict[int, Row] = defaultdict(list)
    for cell in table.cells:
        rows[cell.row].append(cell_text(cell.lines))
    return [rows[row] for row in sorted(rows)]


def cell_text(lines: Sequence[str]) -> str:
    """The lines of one cell as one: a broken sentence goes on, separate items get a semicolon."""
    parts = [" ".join(line.strip().replace("\t", ", ").split()) for line in lines]
    parts = [part for part in parts if part]
    if len(parts) > 1:
        parts = [_BULLET.sub("", part) for part in parts]
    whole = "".join(parts[:1])
    for part in parts[1:]:
        whole += (" " if _goes_on(whole, part) else "; ") + part
    return whole


def _goes_on(above: str, below: str) -> bool:
    is_item = below[0].isupper() or _ITEM_NUMBER.match(below)
    return _ENDS_OPEN.search(above) is not None or not is_item


def _row(cells: list[Cell | None]) -> Row:
    first = cells[0]
    if first is not None and len(cells) > 1 and all(cell is first for cell in cells):
        return [cell_text(first.lines)]
    row = []
    for place, cell in enumerate(cells):
        is_same = place > 0 and cell is cells[place - 1]
        row.append("" if cell is None or is_same else cell_text(cell.lines))
    return row


def _header_depth(grid: list[list[Cell | None]]) -> int:
    """How many rows make the header: more than one where it groups columns under a common word."""
    first = [cell for cell in grid[0] if cell is not None] if grid else []
    groups = any(1 < cell.columns < len(grid[0]) for cell in first)
    depth = max((cell.rows for cell in first), default=1)
    if not groups or depth > _DEEPEST_HEADER or depth >= len(grid):
        return 1
    texts = (cell_text(cell.lines) for row in grid[:depth] for cell in row if cell is not None)
    return depth if all(len(text) <= _LONGEST_HEADER_CELL for text in texts) else 1


def _joined_header(rows: list[list[Cell | None]]) -> Row:
    """Under a common "Đơn vị", the columns "Chủ trì" and "Phối hợp" each get it in front."""
    header = []
    for column in zip(*rows, strict=True):
        parts: list[Cell] = []
        for cell in column:
            if cell is not None and cell not in parts:
                parts.append(cell)
        texts = [text for text in (cell_text(cell.lines) for cell in parts) if text]
        header.append(" ".join([*texts[:1], *map(_uncapitalized, texts[1:])]))
    return header


def _uncapitalized(words: str) -> str:
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _without_column_numbers(rows: list[Row]) -> list[Row]:
    """Drop the row "(1) (2) (3)" that some tables carry under the header."""
    return [row for place, row in enumerate(rows) if place == 0 or not _counts_columns(row)]


def _counts_columns(row: Row) -> bool:
    numbers = [_COLUMN_NUMBER.fullmatch(cell) for cell in row]
    if len(row) < _MOST_LAYOUT_COLUMNS or not all(numbers):
        return False
    values = [int(found[1]) for found in numbers if found]
    return all(after == before + 1 for before, after in pairwise(values))
