"""The pages of a paper as one text; a table that the end of a page breaks is made whole again."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from baro.documents.extraction.extracted import PageAnchor
from baro.documents.extraction.layout.placed import PageContent, TablePiece
from baro.documents.extraction.tables import Row, row_line, with_rest
from baro.kernel.text import fold

_SAME_COLUMN = 4.0  # points
_ALIKE = 0.8
_MOSTLY = 0.6
_PAGE_NUMBER = re.compile(
    r"\s*(?:[-–]?\s*(?:trang\s+)?\d{1,4}(?:\s*/\s*\d{1,4})?\s*[-–]?\s*)?", re.I
)


@dataclass
class _OpenTable:
    """The table that reaches the end of the page before: its header and all its rows so far."""

    header: Row
    columns: tuple[float, ...]
    rows: list[Row]

    def takes(self, piece: TablePiece) -> bool:
        return len(piece.columns) == len(self.columns) and all(
            abs(one - other) <= _SAME_COLUMN
            for one, other in zip(piece.columns, self.columns, strict=True)
        )

    def take(self, piece: TablePiece) -> None:
        """Drop the header that is said again, and join the row that was cut in two."""
        if piece.rows and _say_the_same(piece.rows[0], self.header):
            del piece.rows[0]
        if piece.rows and self._is_rest(piece.rows[0]):
            rest = piece.rows.pop(0)
            for place, words in enumerate(rest):
                self.rows[-1][place] = with_rest(self.rows[-1][place], words)
        self.rows = [*self.rows, *piece.rows]

    def _is_rest(self, row: Row) -> bool:
        """Only in tables whose rows begin with something, such as their number.

        A recogniser may have passed over the number of a row or two; then a sentence that goes on
        in small letters is asked for.
        """
        full = [known for known in self.rows if len(known) == len(row)]
        if len(full) < 2 or full[-1] is not self.rows[-1] or row[0]:
            return False
        numbered = sum(bool(known[0]) for known in full) / len(full)
        goes_on = any(cell[:1].islower() for cell in row)
        return numbered == 1 or (numbered >= _MOSTLY and goes_on)


def _say_the_same(one: Row, other: Row) -> bool:
    """Also where a letter was recognised differently on each page."""
    return one == other or (
        len(one) == len(other)
        and SequenceMatcher(None, fold("".join(one)), fold("".join(other))).ratio() >= _ALIKE
    )


def text_of_pages(pages: Iterable[PageContent]) -> tuple[str, list[PageAnchor]]:
    parts: list[str] = []
    anchors: list[PageAnchor] = []
    length = 0
    for number, content in enumerate(_with_whole_tables(pages), start=1):
        anchors.append(PageAnchor(number, length))
        text = "".join(map(_written, content))
        parts.append(text if text.endswith("\n") else text + "\n")
        length += len(parts[-1])
    return "".join(parts), anchors


def _with_whole_tables(pages: Iterable[PageContent]) -> list[list[str | TablePiece]]:
    whole = [list(page) for page in pages]
    opened: _OpenTable | None = None
    for page in whole:
        first = _first_table(page)
        goes_on = first is not None and opened is not None and opened.takes(first)
        if goes_on and first is not None and opened is not None:
            del page[: page.index(first)]
            opened.take(first)
        last = _last_table(page)
        if last is None or not (goes_on and last is first):
            opened = _opened(last)
    return whole


def _opened(piece: TablePiece | None) -> _OpenTable | None:
    if piece is None or not piece.rows:
        return None
    header = next((row for row in piece.rows if len(row) == len(piece.columns) - 1), piece.rows[0])
    return _OpenTable(header, piece.columns, piece.rows)


def _first_table(page: PageContent) -> TablePiece | None:
    """The table with which a page begins, below its number."""
    for part in page:
        if isinstance(part, TablePiece):
            return part
        if not all(map(_PAGE_NUMBER.fullmatch, part.splitlines())):
            return None
    return None


def _last_table(page: PageContent) -> TablePiece | None:
    return _first_table(page[::-1])


def _written(part: str | TablePiece) -> str:
    if isinstance(part, str):
        return part
    return "".join(row_line(row) + "\n" for row in part.rows)
