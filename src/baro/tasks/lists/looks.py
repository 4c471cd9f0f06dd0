"""The ways in which one list is looked at; the address names one of them as `xem`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from baro.tasks.lists.calendars import calendar_of
from baro.tasks.lists.cards import cards_of
from baro.tasks.lists.charts import chart_of
from baro.tasks.lists.matrices import matrix_of
from baro.tasks.lists.pages import page_of_rows, page_of_table
from baro.work import api as work


@dataclass(frozen=True)
class Look:
    """A way of looking: how it is called, and what its template is given."""

    label: str
    icon: str
    template: str
    context: Callable[..., Mapping[str, Any]]


LOOKS: Mapping[str, Look] = {
    "danh-sach": Look("Danh sách", "list", "tasks/_task_rows.html", page_of_rows),
    "bang": Look("Bảng", "table", "tasks/looks/_table.html", page_of_table),
    "the": Look("Thẻ", "layout-kanban", "tasks/looks/_cards.html", cards_of),
    "lich": Look("Lịch", "calendar-month", "tasks/looks/_calendar.html", calendar_of),
    "tien-do": Look("Tiến độ", "timeline", "tasks/looks/_chart.html", chart_of),
    "ma-tran": Look("Ma trận", "grid-4x4", "tasks/looks/_matrix.html", matrix_of),
}
USUAL = "danh-sach"


def look_of(query: work.ListQuery) -> str:
    """The code of the look that the address names; the usual one where it names none."""
    code = query.one("xem")
    return code if code in LOOKS else USUAL


def look_links(query: work.ListQuery) -> list[dict[str, Any]]:
    """The same question in every way, for the switch above the list."""
    here = look_of(query)
    return [
        {
            "text": look.label,
            "icon": look.icon,
            "href": query.but("ky", "hang", "nhom").href(xem="" if code == USUAL else code),
            "current": code == here,
        }
        for code, look in LOOKS.items()
    ]
