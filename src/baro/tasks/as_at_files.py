"""The ledger as at a day, in files that grow while sent: CSV for a sheet, JSON for a program."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from baro.tasks.queries.as_at import AsAtRow
from baro.work import api as work

_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
_OPENS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HEADS = (
    "Số",
    "Nhiệm vụ",
    "Mã bên giao",
    "Bên giao",
    "Mã đơn vị chủ trì",
    "Đơn vị chủ trì",
    "Thuộc việc",
    "Việc nội bộ",
    "Ngày giao",
    "Hạn ban đầu",
    "Hạn tại ngày",
    "Trạng thái tại ngày",
    "Ô tại ngày",
    "Ngày nộp",
    "Ngày khép lại",
)


class _Echo:
    """Hands each written line back at once instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def csv_of(rows: Iterable[AsAtRow], _day: date) -> Iterator[str]:
    """With the mark by which Excel knows UTF-8; no cell that people wrote can be a formula."""
    writer = csv.writer(_Echo())
    yield _BOM + str(writer.writerow(_HEADS))
    for row in rows:
        yield str(writer.writerow([_harmless(cell) for cell in _cells(row)]))


def json_of(rows: Iterable[AsAtRow], day: date) -> Iterator[str]:
    yield f'{{"as_at": "{day.isoformat()}", "items": ['
    before = "\n"
    for row in rows:
        yield before + json.dumps(_fields(row), ensure_ascii=False)
        before = ",\n"
    yield "\n]}\n"


FORMS: Mapping[str, tuple[str, Callable[[Iterable[AsAtRow], date], Iterator[str]]]] = {
    "csv": ("text/csv; charset=utf-8", csv_of),
    "json": ("application/json", json_of),
}


def _cells(row: AsAtRow) -> list[str]:
    item, standing = row.item, row.standing
    return [
        item.number,
        item.title,
        item.issuer_unit.code,
        item.issuer_unit.name,
        item.lead_unit.code,
        item.lead_unit.name,
        item.parent.number if item.parent else "",
        "có" if item.is_internal else "",
        _day(item.issued_at),
        _day(item.original_due_at),
        _day(standing.due_at),
        work.State(standing.state).label,
        standing.cell.label if standing.cell else "",
        _day(standing.delivered_at),
        _day(standing.closed_at),
    ]


def _fields(row: AsAtRow) -> dict[str, Any]:
    item, standing = row.item, row.standing
    return {
        "id": item.pk,
        "number": item.number,
        "title": item.title,
        "issuer_unit": item.issuer_unit.code,
        "lead_unit": item.lead_unit.code,
        "parent": item.parent.number if item.parent else None,
        "is_internal": item.is_internal,
        "issued_at": _moment(item.issued_at),
        "original_due_at": _moment(item.original_due_at),
        "due_at": _moment(standing.due_at),
        "state": str(standing.state),
        "cell": str(standing.cell.value) if standing.cell else None,
        "delivered_at": _moment(standing.delivered_at),
        "closed_at": _moment(standing.closed_at),
    }


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_OPENS_A_FORMULA) else cell


def _day(moment: datetime | None) -> str:
    return timezone.localtime(moment).date().isoformat() if moment else ""


def _moment(moment: datetime | None) -> str | None:
    return timezone.localtime(moment).isoformat() if moment else None
