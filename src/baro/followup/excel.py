"""The leaders' list as an Excel file."""

import io
from collections.abc import Iterator, Sequence
from datetime import date

from django.utils import timezone

from baro.followup.queries.leaders_rows import LeadersRow
from baro.kernel.sheets import api as sheets

_COLUMNS = (
    ("Số", 33),
    ("Nhiệm vụ", 115),
    ("Đơn vị chủ trì", 62),
    ("Hạn", 23),
    ("Quá hạn (ngày làm việc)", 23),
    ("Số lần nhắc", 19),
    ("Nhắc gần nhất", 25),
    ("Lý do gần nhất", 87),
    ("Ý kiến lãnh đạo", 87),
)


def excel_of(rows: Sequence[LeadersRow], *, unit: str, on: date) -> bytes:
    kept = io.BytesIO()
    sheet = sheets.Sheet(
        "Danh sách",
        [name for name, _ in _COLUMNS],
        _lines(rows),
        [width for _, width in _COLUMNS],
        above=["DANH SÁCH TRÌNH LÃNH ĐẠO", f"{unit}, ngày {on:%d/%m/%Y}"],
        is_filtered=True,
    )
    sheets.write_workbook([sheet], kept)
    return kept.getvalue()


def _lines(rows: Sequence[LeadersRow]) -> Iterator[tuple[sheets.Value, ...]]:
    return (_values(row) for row in rows)


def _values(row: LeadersRow) -> tuple[sheets.Value, ...]:
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
