"""Excel out, row by row: what people wrote stays text, days stay days, memory stays flat."""

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from baro.kernel.sheets.filling import SAMPLE, Value, clean, fill

_HEAD = PatternFill("solid", fgColor="FFE8ECF3")
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_POINTS_PER_MM = 0.52


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook: some lines above, the heads, then the rows as they come.

    With `is_filtered` the heads bear the arrows by which Excel narrows and sorts the rows.
    """

    name: str
    heads: Sequence[str]
    rows: Iterable[Sequence[Value]]
    widths: Sequence[int] = ()
    above: Sequence[str] = ()
    is_filtered: bool = False


def write_workbook(sheets: Sequence[Sheet], file: BinaryIO) -> None:
    """Write the sheets into the file; each row is forgotten once it is written."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        _draw(book.create_sheet(sheet.name), sheet)
    with tempfile.TemporaryFile() as frame:
        book.save(frame)
        fill(frame, file, [sheet.rows for sheet in sheets])


def _draw(page: Any, sheet: Sheet) -> None:
    head_row = len(sheet.above) + 1
    page.freeze_panes = f"A{head_row + 1}"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", "9"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = f"{head_row}:{head_row}"
    if sheet.is_filtered:
        last = get_column_letter(len(sheet.heads))
        page.auto_filter.ref = f"A{head_row}:{last}{head_row + 1}"
    for place, width in enumerate(sheet.widths, start=1):
        page.column_dimensions[get_column_letter(place)].width = width * _POINTS_PER_MM
    for place, line in enumerate(sheet.above):
        cell = _cell(page, line)
        cell.font, cell.alignment = Font(bold=place == 0, size=13 if place == 0 else 11), None
        page.append([cell])
    page.append([_head(page, title) for title in sheet.heads])
    page.append([_cell(page, value) for value in SAMPLE])


def _head(page: Any, title: str) -> Any:
    cell = _cell(page, title)
    cell.font, cell.fill = Font(bold=True), _HEAD
    return cell


def _cell(page: Any, value: Value) -> Any:
    """Always as text where it is text: what begins with = + - @ must not become a formula."""
    # The library takes a day as well as a moment; its stubs know moments alone.
    told: Any = clean(value) if isinstance(value, str) else value
    cell: Any = WriteOnlyCell(page, value=told)
    if isinstance(value, str):
        cell.data_type, cell.number_format, cell.quotePrefix = "s", "@", True
    elif isinstance(value, date):
        cell.number_format = "DD/MM/YYYY"
    cell.alignment = _WRAPPED
    return cell
