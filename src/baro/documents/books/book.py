"""A register as a table on paper: its columns and its rows, however it is written out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

Cell = str | int | date | None


@dataclass(frozen=True)
class Column:
    """One column of the book; `width` is its share of the sheet in millimetres."""

    name: str
    width: int


@dataclass(frozen=True)
class Book:
    """Rows of one register of one unit between two days (Decree 30/2020, Annex IV)."""

    title: str
    unit: str
    first: date
    last: date
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]

    @property
    def span(self) -> str:
        return f"Từ ngày {self.first:%d/%m/%Y} đến ngày {self.last:%d/%m/%Y}"

    @property
    def file_name(self) -> str:
        return f"{self.title} {self.first:%Y%m%d}-{self.last:%Y%m%d}"


INCOMING = (
    Column("Ngày đến", 24),
    Column("Số đến", 13),
    Column("Tác giả", 35),
    Column("Số, ký hiệu", 27),
    Column("Ngày văn bản", 24),
    Column("Tên loại và trích yếu nội dung", 56),
    Column("Đơn vị, người nhận", 30),
    Column("Ngày chuyển", 24),
    Column("Ký nhận", 16),
    Column("Ghi chú", 22),
)
OUTGOING = (
    Column("Số, ký hiệu", 28),
    Column("Ngày văn bản", 24),
    Column("Tên loại và trích yếu nội dung", 71),
    Column("Người ký", 30),
    Column("Nơi nhận", 45),
    Column("Đơn vị, người lưu", 27),
    Column("Số bản", 14),
    Column("Ghi chú", 30),
)


def written(cell: Cell) -> str:
    """A cell as it stands on paper."""
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return "" if cell is None else str(cell)
