"""Tables of tasks: one row is one line, its cells parted by tabs, the head first."""

import re
from dataclasses import dataclass
from typing import Literal

from baro.documents.reading.columns import roles_of
from baro.documents.reading.lines import Line
from baro.documents.reading.listed import Listed, Role
from baro.documents.reading.numbering import Marker
from baro.documents.reading.sentences import Span

_CELL = re.compile(r"[^\t]*")
_BARS = re.compile(r"\s*\|\s*")
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,5}|[A-ZĐ]|[a-zđ])[.)]?")
_ROMAN = re.compile(r"[IVX]{1,5}")
_ROMAN_DEPTH, _NUMBER_DEPTH, _LETTER_DEPTH = 1, 2, 8


@dataclass(frozen=True)
class Row:
    """One line of a table: its head, a row of facts, or the name of a section."""

    kind: Literal["head", "row", "section"]
    marker: Marker | None
    listed: Listed
    repeats: bool = False

    @property
    def is_bare(self) -> bool:
        """Nothing beside what it is about."""
        return not any(self.listed.under(role) for role in ("lead", "time", "product", "along"))


@dataclass
class _Table:
    roles: list[Role | None]
    heads: list[str]
    number: str = ""


def find_rows(text: str, plain: str, lines: list[Line]) -> dict[int, Row]:
    """The rows of all tables of tasks, by the place where their line starts."""
    rows: dict[int, Row] = {}
    table: _Table | None = None
    for line in lines:
        if line.is_blank:
            continue
        cells = _cells(text, line)
        if len(cells) < 2:
            continue
        words = [" ".join(plain[cell.start : cell.end].split()) for cell in cells]
        roles = roles_of(words)
        if roles:
            table = _Table(roles, [text[cell.start : cell.end] for cell in cells])
            rows[line.start] = Row("head", None, Listed(line.start, line.end, Span(0, 0)))
        elif table:
            rows[line.start] = _row(text, line, cells, table)
    return rows


def _cells(text: str, line: Line) -> list[Span]:
    """The cells of a line, blanks around each left out; empty ones keep their place."""
    start, end = line.start, line.end
    while start > 0 and text[start - 1] in "\t \xa0":
        start -= 1
    if "\t" in text[start:end]:
        found = [match.span() for match in _CELL.finditer(text, start, end)]
        # An empty match follows each cell that has words.
        cells = _without_doubles(found)
    elif text.count("|", start, end) > 1:
        cells = _between_bars(text, line)
    else:
        return []
    return [_trimmed(text, *cell) for cell in cells]


def _without_doubles(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    cells: list[tuple[int, int]] = []
    for span in found:
        if not (cells and span[0] == span[1] == cells[-1][1] and cells[-1][0] < cells[-1][1]):
            cells.append(span)
    return cells


def _between_bars(text: str, line: Line) -> list[tuple[int, int]]:
    start = line.start + (text[line.start] == "|")
    end = line.end - (text[line.end - 1] == "|")
    cells, here = [], start
    for bar in _BARS.finditer(text, start, end):
        cells.append((here, bar.start()))
        here = bar.end()
    return [*cells, (min(here, end), end)]


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    return Span(start + lead, start + lead + len(piece.strip()))


def _row(text: str, line: Line, cells: list[Span], table: _Table) -> Row:
    parts: dict[Role, tuple[Span, ...]] = {}
    source = ""
    for role, head, cell in zip(table.roles, table.heads, cells, strict=False):
        if role and cell.start < cell.end and text[cell.start : cell.end].strip("-–. "):
            parts[role] = (*parts.get(role, ()), cell)
            source = f"cột “{' '.join(head.split())}”" if role == "lead" else source
    number = _written_number(text, parts)
    matter = _joined(parts.get("matter", ()))
    listed = Listed(line.start, line.end, matter, parts, source)
    others = [role for role in parts if role not in {"number", "matter"}]
    kind: Literal["row", "section"] = "row"
    if not others and (matter.start == matter.end or _ROMAN.fullmatch(number or "")):
        kind = "section"
    repeats = not number or number == table.number
    table.number = number or table.number
    begin = matter.start if matter.start < matter.end else line.start
    return Row(kind, _marker(number, begin - line.start), listed, repeats)


def _written_number(text: str, parts: dict[Role, tuple[Span, ...]]) -> str:
    for cell in parts.get("number", ()):
        written = text[cell.start : cell.end].strip()
        if _NUMBER.fullmatch(written):
            return written.rstrip(".)")
    return ""


def _joined(cells: tuple[Span, ...]) -> Span:
    return Span(cells[0].start, cells[-1].end) if cells else Span(0, 0)


def _marker(number: str, length: int) -> Marker:
    if not number:
        return Marker("-", _LETTER_DEPTH - 1, length)
    if number[0].isdigit():
        return Marker(number, _NUMBER_DEPTH + number.count("."), length)
    if _ROMAN.fullmatch(number):
        return Marker(number, _ROMAN_DEPTH, length)
    return Marker(number, _ROMAN_DEPTH if number.isupper() else _LETTER_DEPTH, length)
