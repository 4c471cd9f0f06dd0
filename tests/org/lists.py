"""Lists as people would send them, made in memory."""

import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook

UNITS = (
    "Mã đơn vị",
    "Tên đầy đủ",
    "Tên gọi ngắn",
    "Loại",
    "Khối",
    "Mã đơn vị cấp trên",
    "Từ ngày",
    "Căn cứ",
)
PEOPLE = ("Mã người", "Họ và tên")
APPOINTMENTS = (
    "Mã người",
    "Mã đơn vị",
    "Mã chức danh",
    "Hình thức",
    "Từ ngày",
    "Đến ngày",
    "Số quyết định",
)


def excel(heading: Sequence[str], *rows: Sequence[Any]) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (heading, *rows):
        sheet.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def csv(heading: Sequence[str], *rows: Sequence[str], separator: str = ",") -> bytes:
    return "\n".join(separator.join(row) for row in (heading, *rows)).encode("utf-8-sig")
