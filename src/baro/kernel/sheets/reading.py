"""A list as rows of text, from an Excel sheet or a CSV file, with its row numbers kept."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any, BinaryIO
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from baro.kernel.errors import DomainError
from baro.kernel.files.api import TEXT, XLSX
from baro.kernel.sheets.columns import Column
from baro.kernel.text import fold, nfc

MOST_ROWS = 20_000
_MOST_COLUMNS = 60


class ListUnreadable(DomainError):
    pass


class ColumnsMissing(DomainError):
    pass


class ListTooLong(DomainError):
    pass


@dataclass(frozen=True)
class Formula:
    """A cell that computes its value; its result cannot be trusted and is not read."""


Cell = str | Formula
_FORMULA = Formula()


@dataclass(frozen=True)
class SheetRow:
    """One row by the keys of its columns; `number` is what the spreadsheet shows beside it."""

    number: int
    cells: dict[str, Cell]


def rows_of(file: BinaryIO, media_type: str, columns: Sequence[Column]) -> list[SheetRow]:
    """The filled rows below the heading row, which is the first that is not empty."""
    if media_type == XLSX:
        lines: Iterable[list[Cell]] = _excel(file)
    elif media_type == TEXT:
        lines = _csv(file)
    else:
        raise ListUnreadable("Chỉ nhận bảng tính Excel (.xlsx) hoặc tệp CSV.")
    numbered = [(n, line) for n, line in enumerate(lines, start=1) if any(line)]
    if not numbered:
        raise ListUnreadable("Tệp không có dòng nào.")
    if len(numbered) > MOST_ROWS + 1:
        raise ListTooLong(f"Tệp có quá {MOST_ROWS:,} dòng; hãy chia nhỏ.".replace(",", "."))

    places = _places(numbered[0][1], columns)
    return [
        SheetRow(number, {key: line[at] if at < len(line) else "" for key, at in places.items()})
        for number, line in numbered[1:]
        if any(line[at] for at in places.values() if at < len(line))
    ]


def _places(heading: Sequence[Cell], columns: Sequence[Column]) -> dict[str, int]:
    """Where each column stands; titles may be typed without accents, the order is free."""
    titles = {fold(title).strip(): at for at, title in enumerate(heading) if isinstance(title, str)}
    places = {c.key: titles[fold(c.title)] for c in columns if fold(c.title) in titles}
    missing = [f"“{c.title}”" for c in columns if c.required and c.key not in places]
    if missing:
        raise ColumnsMissing(f"Dòng tiêu đề thiếu cột {', '.join(missing)}.")
    return places


def _excel(file: BinaryIO) -> Iterator[list[Cell]]:
    try:
        with closing(load_workbook(file, read_only=True, data_only=False)) as book:
            sheet: Any = book.worksheets[0]
            rows = sheet.iter_rows(max_col=_MOST_COLUMNS)
            for row in islice(rows, MOST_ROWS * 2):
                yield [_excel_cell(cell) for cell in row]
    except (BadZipFile, InvalidFileException, KeyError, ValueError, IndexError) as error:
        raise ListUnreadable("Không đọc được bảng tính này; hãy lưu lại rồi gửi.") from error


def _excel_cell(cell: Any) -> Cell:
    value = cell.value
    if cell.data_type in {"f", "e"}:
        return _FORMULA
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _tidy(str(value))


def _csv(file: BinaryIO) -> Iterator[list[Cell]]:
    content = file.read()
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = content.decode("utf-16" if wide else "utf-8-sig")
    first, _, _ = text.lstrip().partition("\n")
    separator = max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for line in islice(reader, MOST_ROWS * 2):
            yield [_tidy(cell) for cell in line[:_MOST_COLUMNS]]
    except csv.Error as error:
        raise ListUnreadable("Tệp CSV bị hỏng ở một dòng; hãy mở và lưu lại.") from error


def _tidy(text: str) -> str:
    return " ".join(nfc(text).split())
