"""The columns that a table, a print and an Excel file of a list may have."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch
from django.utils import timezone

from baro.kernel.ui.filters import day, time_left
from baro.work import api as work

Value = str | date | None


@dataclass(frozen=True)
class ListRow:
    """One item as a table tells it."""

    item: work.WorkItem
    cell: work.Cell
    left: str

    @property
    def standing(self) -> str:
        return standing_of(self.item, self.cell, self.left)


@dataclass(frozen=True)
class Column:
    """`sort` is the order that its head offers; `width` is in millimetres on paper."""

    code: str
    title: str
    read: Callable[[ListRow], Value]
    width: int
    sort: str = ""
    css: str = ""


def standing_of(item: work.WorkItem | work.Line, cell: work.Cell, left: str) -> str:
    """The time left where it still runs, else what it waits for or in which cell it ended."""
    if item.closed_at or not left:
        return str(cell.label)
    if item.is_delivered:
        return f"đã nộp {day(item.delivered_at)}"
    return "chờ làm rõ" if item.is_unclear else left


def row_of(item: work.WorkItem, *, at: datetime) -> ListRow:
    return ListRow(item, work.cell_of(item, at=at), time_left(item.due_at, at))


def _day(moment: datetime | None) -> date | None:
    return timezone.localtime(moment).date() if moment else None


def _parts(row: ListRow) -> str:
    return ", ".join(party.unit.short_name for party in row.item.parties.all())


def _product(row: ListRow) -> str:
    task = getattr(row.item, "task", None)
    return task.expected_product if task else ""


_ALL = (
    Column("so", "Số", lambda row: row.item.number, 30, "so", "min"),
    Column("ten", "Nhiệm vụ", lambda row: row.item.title, 90),
    Column("bengiao", "Bên giao", lambda row: row.item.issuer_unit.short_name, 40, "bengiao"),
    Column("donvi", "Chủ trì", lambda row: row.item.lead_unit.short_name, 45, "donvi"),
    Column("phoihop", "Phối hợp", _parts, 45),
    Column("nguoi", "Người thực hiện", lambda row: str(row.item.assignee or ""), 38),
    Column("sanpham", "Sản phẩm", _product, 50),
    Column("nguon", "Căn cứ", lambda row: str(row.item.source_document or ""), 40),
    Column("giao", "Ngày giao", lambda row: _day(row.item.issued_at), 24, "giao", "min"),
    Column("hangoc", "Hạn gốc", lambda row: _day(row.item.original_due_at), 24, "", "min"),
    Column("han", "Hạn", lambda row: _day(row.item.due_at), 24, "han", "min"),
    Column("conlai", "Thời gian", lambda row: row.standing, 34, "", "min"),
    Column("trangthai", "Trạng thái", lambda row: row.item.get_state_display(), 30, "trangthai"),
    Column("o", "Tình trạng", lambda row: str(row.cell.label), 38),
    Column("nop", "Ngày nộp", lambda row: _day(row.item.delivered_at), 24, "", "min"),
    Column("capnhat", "Cập nhật", lambda row: _day(row.item.last_update_at), 24, "capnhat", "min"),
)
COLUMNS: Mapping[str, Column] = {column.code: column for column in _ALL}
USUAL = ("so", "ten", "donvi", "nguoi", "han", "conlai", "trangthai")
USUAL_ON_PAPER = ("so", "ten", "bengiao", "donvi", "phoihop", "sanpham", "han", "conlai")


def columns_of(asked: work.ListQuery, *, usual: tuple[str, ...] = USUAL) -> tuple[Column, ...]:
    """The columns that the address names, in the order of the house; else the usual ones."""
    wanted = [code for code in asked.shown.get("cot", ()) if code in COLUMNS] or usual
    return tuple(column for column in _ALL if column.code in wanted)


def with_columns(
    items: work.WorkItemQuerySet, columns: tuple[Column, ...]
) -> work.WorkItemQuerySet:
    """The items with all that these columns read, in a fixed number of queries."""
    codes = {column.code for column in columns}
    items = work.for_rows(items)
    if "sanpham" in codes:
        items = items.select_related("task")
    if "phoihop" in codes:
        parts = work.WorkParty.objects.filter(part=work.WorkParty.Part.COOPERATING)
        items = items.prefetch_related(
            Prefetch("parties", parts.select_related("unit").order_by("unit__sort_key"))
        )
    return items
