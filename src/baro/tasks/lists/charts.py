"""The list as bars on a line of time: from the day of issue to the deadline (Gantt)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from baro.org import api as org
from baro.tasks.lists.columns import ListRow, row_of
from baro.tasks.lists.figures import Figures
from baro.tasks.lists.paging import page_of
from baro.tasks.lists.wanted import Wanted
from baro.work import api as work

ROW_HEIGHT, HEAD_HEIGHT = 34, 34
_NARROWEST, _WIDEST, _USUAL_WIDTH = 2.0, 16.0, 900
_MOST_DAYS = 1100
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Bar:
    """One item on the line of time; places are in pixels."""

    row: ListRow
    y: int
    x: float
    width: float
    original_x: float | None
    delivered_x: float | None
    words: str


@dataclass(frozen=True)
class Tick:
    x: float
    label: str


def chart_of(
    query: work.ListQuery, user: org.User, at: datetime, wanted: Wanted, figures: Figures
) -> Mapping[str, Any]:
    page = page_of(query, user, at, wanted, figures.total)
    chosen = work.WorkItem.objects.filter(pk__in=page.keys).select_related("lead_unit")
    items = {item.pk: item for item in chosen}
    rows = [row_of(items[key], at=at) for key in page.keys if key in items]
    scale = _Scale.over(rows, on=timezone.localtime(at).date())
    return {
        "page": page,
        "bars": [_bar(row, place, scale) for place, row in enumerate(rows)],
        "ticks": scale.ticks(),
        "today_x": scale.x(timezone.localtime(at).date()),
        "width": round(scale.x(scale.last + _DAY)),
        "height": HEAD_HEIGHT + ROW_HEIGHT * len(rows),
        "row_height": ROW_HEIGHT,
        "head_height": HEAD_HEIGHT,
    }


@dataclass(frozen=True)
class _Scale:
    first: date
    last: date
    day_width: float

    @classmethod
    def over(cls, rows: Sequence[ListRow], *, on: date) -> "_Scale":
        """From the month of the first day to the end of the month of the last, today within."""
        days = [on, *(day for row in rows for day in _days(row))]
        first, last = min(days).replace(day=1), max(days)
        last = (last.replace(day=1) + 31 * _DAY).replace(day=1) - _DAY
        first = max(first, last - _MOST_DAYS * _DAY)
        width = min(_WIDEST, max(_NARROWEST, _USUAL_WIDTH / ((last - first).days + 1)))
        return cls(first, last, width)

    def x(self, day: date) -> float:
        return round(max(0, (day - self.first).days) * self.day_width, 1)

    def ticks(self) -> list[Tick]:
        month, found = self.first, list[Tick]()
        while month <= self.last:
            is_first = not found or month.month == 1
            label = f"T{month.month}/{month.year}" if is_first else f"T{month.month}"
            found.append(Tick(self.x(month), label))
            month = (month.replace(day=1) + 31 * _DAY).replace(day=1)
        return found


def _bar(row: ListRow, place: int, scale: _Scale) -> Bar:
    """To the deadline; without one to where the item ended, or to today."""
    start, end, original, delivered = _days(row)
    x = scale.x(start)
    width = max(scale.day_width, scale.x(end + _DAY) - x)
    moved = original != end and row.item.original_due_at is not None
    return Bar(
        row,
        HEAD_HEIGHT + place * ROW_HEIGHT,
        x,
        round(width, 1),
        scale.x(original + _DAY) if moved else None,
        scale.x(delivered + _DAY) if row.item.delivered_at else None,
        _words(row, start, end, original if moved else None),
    )


def _days(row: ListRow) -> tuple[date, date, date, date]:
    """Start, end, original end and delivery; what there is not, the end stands for."""
    item = row.item
    start = timezone.localtime(item.issued_at).date()
    last = item.due_at or item.closed_at or item.last_update_at
    end = max(start, timezone.localtime(last).date())
    original = timezone.localtime(item.original_due_at).date() if item.original_due_at else end
    delivered = timezone.localtime(item.delivered_at).date() if item.delivered_at else end
    return start, end, original, delivered


def _words(row: ListRow, start: date, end: date, original: date | None) -> str:
    due = f"hạn {end:%d/%m/%Y}" if row.item.due_at else "không đặt hạn"
    before = f", hạn gốc {original:%d/%m/%Y}" if original else ""
    return f"{row.item.number}: giao {start:%d/%m/%Y}, {due}{before}. {row.cell.label}."
