"""The leaders' list as an Excel file: days stay days, and no cell is a formula."""

import io
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill

from baro.followup.queries.leaders_rows import LeadersRow

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_HEAD = PatternFill("solid", fgColor="FFE8ECF3")
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_COLUMNS = (
    ("Số", 17),
    ("Nhiệm vụ", 60),
    ("Đơn vị chủ trì", 32),
    ("Hạn", 12),
    ("Quá hạn (ngày làm việc)", 12),
    ("Số lần nhắc", 10),
    ("Nhắc gần nhất", 13),
    ("Lý do gần nhất", 45),
    ("Ý kiến lãnh đạo", 45),
)


def excel_of(rows: Sequence[LeadersRow], *, unit: str, on: date) -> bytes:
    workbook = Workbook(write_only=True)
    sheet: Any = workbook.create_sheet("Danh sách")
    sheet.freeze_panes = "A4"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", "9"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for place, (_, width) in enumerate(_COLUMNS):
        sheet.column_dimensions[chr(ord("A") + place)].width = width
    sheet.append([_line(sheet, "DANH SÁCH TRÌNH LÃNH ĐẠO", 14)])
    sheet.append([_line(sheet, f"{unit}, ngày {on:%d/%m/%Y}", 11)])
    sheet.append([_head(sheet, name) for name, _ in _COLUMNS])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in _values(row)])
    kept = io.BytesIO()
    workbook.save(kept)
    return kept.getvalue()


def _values(row: LeadersRow) -> tuple[str | int | date | None, ...]:
    item = row.item
    return (
        item.number,
        item.title,
        item.lead_unit.name,
        timezone.localtime(item.due_at).date() if item.due_at else None,
        row.days_late,
        row.times,
        row.last_reminded_on,
        row.reason or "Chưa báo lý do",
        "; ".join(row.said),
    )


def _line(sheet: Any, text: str, size: int) -> Any:
    cell = _cell(sheet, text)
    cell.font, cell.alignment = Font(bold=True, size=size), Alignment()
    return cell


def _head(sheet: Any, text: str) -> Any:
    cell = _cell(sheet, text)
    cell.font, cell.fill = Font(bold=True), _HEAD
    return cell


def _cell(sheet: Any, value: str | int | date | None) -> Any:
    """What people wrote is text, also where it begins like a formula."""
    text: Any = _CONTROL.sub("", value) if isinstance(value, str) else value
    cell: Any = WriteOnlyCell(sheet, value=text)
    if isinstance(value, str):
        cell.data_type = "s"
    if isinstance(value, date):
        cell.number_format = "DD/MM/YYYY"
    cell.alignment = _WRAPPED
    return cell
