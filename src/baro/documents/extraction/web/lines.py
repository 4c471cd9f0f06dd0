"""The lines of a page as its layout would break them."""

from collections.abc import Iterator

from baro.documents.extraction.tables import Cell, Table, is_layout, layout_lines, row_lines
from baro.documents.extraction.web.elements import Element, direct, is_block, is_seen

_WIDEST_SPAN = 100
_MOST_PLACES = 100_000  # that spans may fill; a page may ask for any number
_LONGEST_NUMBER = 6
_BREAK = "\n"


def lines_of(place: Element) -> list[str]:
    """Lines with words; the blanks inside a line are single, as a browser shows them."""
    raw = "".join(_parts(place)).split(_BREAK)
    return [line for line in map(_tidy, raw) if line.strip()]


def _tidy(line: str) -> str:
    return "\t".join(" ".join(cell.split()) for cell in line.split("\t"))


def _parts(node: Element) -> Iterator[str]:
    if node.tag == "table":
        yield from (_BREAK + line for line in _table_lines(node))
        yield _BREAK
        return
    yield _words(node.text)
    number = _first_number(node)
    for child in node:
        yield from _child(child, number)
        yield _words(child.tail)
        number += child.tag == "li" and is_seen(child)


def _child(node: Element, number: int) -> Iterator[str]:
    if not is_seen(node):
        return
    if node.tag == "br":
        yield _BREAK
        return
    if not is_block(node):
        yield from _parts(node)
        return
    yield _BREAK + _sign(node, number)
    yield from _parts(node)
    yield _BREAK


def _words(text: str | None) -> str:
    """Breaks and tabs in the markup are blanks; those of the layout are made here."""
    return " ".join((text or "").replace("\t", " ").split("\n")).replace("\r", " ")


def _sign(node: Element, number: int) -> str:
    """What a browser draws in front of an item of a list."""
    if node.tag != "li":
        return ""
    parent = node.getparent()
    return f"{number}. " if parent is not None and parent.tag == "ol" else "- "


def _first_number(node: Element) -> int:
    first = node.get("start", "1")
    return int(first) if first.isdigit() and len(first) < _LONGEST_NUMBER else 1


def _table_lines(node: Element) -> Iterator[str]:
    table = _grid(node)
    if table.width == 0:
        return iter(())
    return layout_lines(table) if is_layout(table) else row_lines(table)


def _grid(node: Element) -> Table:
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    rows = list(direct(node, "tr"))
    for row, line in enumerate(rows):
        column = 0
        for cell in direct(line, "td", "th"):
            while (row, column) in taken:
                column += 1
            down = min(_span(cell, "rowspan"), len(rows) - row)
            across = _span(cell, "colspan")
            if len(taken) > _MOST_PLACES:
                down = across = 1
            taken |= {(row + i, column + j) for i in range(down) for j in range(across)}
            cells.append(Cell(row, column, down, across, tuple(lines_of(cell))))
    width = max((cell.column + cell.columns for cell in cells), default=0)
    return Table(len(rows), width, cells)


def _span(cell: Element, name: str) -> int:
    written = cell.get(name, "1").strip()
    return min(max(int(written), 1), _WIDEST_SPAN) if written.isdigit() else 1
