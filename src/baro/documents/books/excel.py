"""The book as an Excel file: days stay days, the head stays in sight, no cell is a formula."""

import io
import re
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from baro.documents.books.book import Book, Cell

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_EDGE = Side(style="thin", color="FF9AA3AF")
_FRAME = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_HEAD = PatternFill("solid", fgColor="FFE8ECF3")
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_HEAD_ROW = 4
_POINTS_PER_MM = 0.52


def excel_of(book: Book) -> bytes:
    workbook = Workbook(write_only=True)
    sheet: Any = workbook.create_sheet("Sổ")
    sheet.freeze_panes = f"A{_HEAD_ROW + 1}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", "9"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    for place, column in enumerate(book.columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width * _POINTS_PER_MM
    sheet.append([_line(sheet, book.title.upper(), size=14)])
    sheet.append([_line(sheet, book.unit, size=12)])
    sheet.append([_line(sheet, book.span, size=11)])
    sheet.append([_head(sheet, column.name) for column in book.columns])
    for row in book.rows:
        sheet.append([_cell(sheet, value) for value in row])
    last = get_column_letter(len(book.columns))
    sheet.auto_filter.ref = f"A{_HEAD_ROW}:{last}{_HEAD_ROW + len(book.rows)}"
    kept = io.BytesIO()
    workbook.save(kept)
    return kept.getvalue()


def _line(sheet: Any, text: str, *, size: int) -> Any:
    cell = _cell(sheet, text)
    cell.font, cell.border, cell.alignment = Font(bold=True, size=size), Border(), Alignment()
    return cell


def _head(sheet: Any, text: str) -> Any:
    cell = _cell(sheet, text)
    cell.font, cell.fill = Font(bold=True), _HEAD
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    return cell


def _cell(sheet: Any, value: Cell) -> Any:
    """What a clerk or another office wrote is text, also where it begins like a formula."""
    text: Any = _CONTROL.sub("", value) if isinstance(value, str) else value
    cell: Any = WriteOnlyCell(sheet, value=text)
    if isinstance(value, str):
        cell.data_type = "s"
    if isinstance(value, date):
        cell.number_format = "DD/MM/YYYY"
    cell.border, cell.alignment = _FRAME, _WRAPPED
    return cell
