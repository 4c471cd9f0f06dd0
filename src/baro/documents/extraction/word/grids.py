"""The rows and cells of a Word table, with the cells that were merged."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from docx.oxml.ns import qn

from baro.documents.extraction.tables import Cell, Table
from baro.documents.extraction.word.blocks import Element, wrapped

_ROW, _CELL = qn("w:tr"), qn("w:tc")
_VALUE = qn("w:val")
_BEFORE, _STRUCK_OUT = (f"{qn('w:trPr')}/{qn(tag)}" for tag in ("w:gridBefore", "w:del"))
_SPAN, _MERGE = (f"{qn('w:tcPr')}/{qn(tag)}" for tag in ("w:gridSpan", "w:vMerge"))
_WIDEST = 200  # columns; a larger number in a file is a slip or an attack


@dataclass
class _Open:
    """A cell that may still grow downward."""

    row: int
    column: int
    columns: int
    rows: int = 1
    lines: list[str] = field(default_factory=list)

    def closed(self) -> Cell:
        return Cell(self.row, self.column, self.rows, self.columns, tuple(self.lines))


def grid_of(table: Element, lines_of: Callable[[Element], list[str]]) -> Table:
    """The table as a grid; `lines_of` reads the lines of one cell."""
    cells: list[_Open] = []
    growing: dict[int, _Open] = {}
    rows = [row for row in wrapped(table, _ROW) if not _is_struck_out(row)]
    for place, row in enumerate(rows):
        for column, columns, node in _places(row):
            above = growing.get(column)
            if _goes_on(node) and above is not None and above.row + above.rows == place:
                above.rows += 1
                above.lines += [line for line in lines_of(node) if line.strip()]
                continue
            opened = _Open(place, column, columns, lines=lines_of(node))
            cells.append(opened)
            growing[column] = opened
    width = max((cell.column + cell.columns for cell in cells), default=0)
    return Table(len(rows), width, [cell.closed() for cell in cells])


def _places(row: Element) -> Iterator[tuple[int, int, Element]]:
    column = _number(row, _BEFORE, 0)
    for node in wrapped(row, _CELL):
        columns = max(1, _number(node, _SPAN, 1))
        yield column, columns, node
        column += columns


def _number(node: Element, path: str, default: int) -> int:
    found = node.find(path)
    written = found.get(_VALUE, "") if found is not None else ""
    return min(int(written), _WIDEST) if written.isdigit() else default


def _goes_on(cell: Element) -> bool:
    merge = cell.find(_MERGE)
    return merge is not None and merge.get(_VALUE, "continue") == "continue"


def _is_struck_out(row: Element) -> bool:
    return row.find(_STRUCK_OUT) is not None
