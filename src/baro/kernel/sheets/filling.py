"""Rows put into a drawn workbook while it is copied: text stays text, days stay days.

openpyxl draws the frame (heads, widths, print, styles) and one sample row; the rows themselves are
written as it would write them, but without an object for each cell, which is most of the time.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import count
from typing import IO, BinaryIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel

Value = str | int | date | None
# What the sample row of a frame holds, one cell of each kind.
SAMPLE: Sequence[Value] = ("mẫu", 1, date(2026, 1, 1), None)
# Neither XML nor Excel takes these, and no cell of Excel holds more.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32_000
_CELL = re.compile(r"<c\b[^>]*?(?:/>|>.*?</c>)", re.DOTALL)
_STYLE = re.compile(r'\bs="(\d+)"')
_WORKBOOK = "xl/workbook.xml"
_FILTER = re.compile(r'(<autoFilter ref="[A-Z]+\d+:[A-Z]+)\d+')
_FILTER_NAME = re.compile(
    r'(<definedName\b[^>]*"_xlnm\._FilterDatabase"[^>]*\blocalSheetId="(\d+)"[^>]*>[^<]*\$)\d+'
)
_AT_ONCE = 500


def clean(text: str) -> str:
    """What a cell can hold of it."""
    return _CONTROL.sub("", text)[:_LONGEST]


def fill(frame: BinaryIO, file: BinaryIO, rows: Sequence[Iterable[Sequence[Value]]]) -> None:
    """Copy the drawn workbook; in each sheet the rows take the place of its sample row.

    What the arrows of the heads reach is known when the rows have passed; the workbook tells it
    once more and is copied after them.
    """
    waiting = {f"xl/worksheets/sheet{n}.xml": found for n, found in enumerate(rows, start=1)}
    with ZipFile(frame) as drawn, ZipFile(file, "w", ZIP_DEFLATED, compresslevel=3) as book:
        last: dict[str, int] = {}
        for name in sorted(drawn.namelist(), key=lambda name: name == _WORKBOOK):
            with book.open(name, "w", force_zip64=name in waiting) as part:
                if name in waiting:
                    last[name] = _fill_sheet(part, drawn.read(name).decode(), waiting[name])
                elif name == _WORKBOOK:
                    part.write(_reaching(drawn.read(name).decode(), list(last.values())).encode())
                else:
                    part.write(drawn.read(name))


def _fill_sheet(part: IO[bytes], xml: str, rows: Iterable[Sequence[Value]]) -> int:
    """Where the last row stands; that of the heads when there is none."""
    start, end = xml.rindex("<row"), xml.rindex("</row>") + len("</row>")
    sample = xml[start:end]
    number = re.search(r'\br="(\d+)"', sample)
    first = int(number[1]) if number else xml.count("<row", 0, start) + 1
    part.write(xml[:start].encode())
    lines: list[str] = []
    last = first - 1
    for line in _lines(rows, first, _styles(sample)):
        lines.append(line)
        last += 1
        if len(lines) == _AT_ONCE:
            part.write("".join(lines).encode())
            lines.clear()
    part.write("".join(lines).encode())
    part.write(_FILTER.sub(rf"\g<1>{last}", xml[end:]).encode())
    return last


def _reaching(xml: str, last: Sequence[int]) -> str:
    """The names of the filtered ranges, each of its sheet, down to the last row."""
    return _FILTER_NAME.sub(lambda found: f"{found[1]}{last[int(found[2])]}", xml)


def _styles(sample: str) -> Sequence[str]:
    """The styles of the kinds of cells, in the order of `SAMPLE`."""
    found = [_STYLE.search(cell) for cell in _CELL.findall(sample)]
    return [style[1] if style else "0" for style in found]


def _lines(rows: Iterable[Sequence[Value]], first: int, styles: Sequence[str]) -> Iterator[str]:
    letters: list[str] = []
    cell = _cell_writer(styles)
    for place, row in zip(count(first), rows, strict=False):
        while len(letters) < len(row):
            letters.append(get_column_letter(len(letters) + 1))
        cells = [
            cell(f"{letter}{place}", value) for letter, value in zip(letters, row, strict=False)
        ]
        yield f'<row r="{place}">{"".join(cells)}</row>'


def _cell_writer(styles: Sequence[str]) -> Callable[[str, Value], str]:
    text, whole, day, empty = styles

    def cell(place: str, value: Value) -> str:
        if isinstance(value, str):
            words = escape(clean(value))
            return (
                f'<c r="{place}" s="{text}" t="inlineStr">'
                f'<is><t xml:space="preserve">{words}</t></is></c>'
            )
        if value is None:
            return f'<c r="{place}" s="{empty}"/>'
        if isinstance(value, date | datetime):
            number = to_excel(value)  # type: ignore[no-untyped-call]
            return f'<c r="{place}" s="{day}"><v>{number}</v></c>'
        return f'<c r="{place}" s="{whole}"><v>{value:d}</v></c>'

    return cell
