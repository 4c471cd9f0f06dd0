"""A list of tasks, and the conditions that made it, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import QueryDict

from baro.documents import api as documents
from baro.org import api as org
from baro.work import api as work

KEPT = (
    *("o", "donvi", "xa", "giao", "nguon", "laanhdao", "cha", "cap", "capnhat"),
    *("tu", "den", "han_tu", "han_den"),
)
_LABELS = {
    "o": "Tình trạng",
    "trangthai": "Trạng thái",
    "donvi": "Đơn vị",
    "xa": "Xã, phường",
    "giao": "Bên giao",
    "nguon": "Văn bản",
    "laanhdao": "Chịu trách nhiệm",
    "tu": "Giao từ",
    "den": "Giao đến",
    "han_tu": "Hạn từ",
    "han_den": "Hạn đến",
    "capnhat": "Cập nhật",
    "cap": "Cấp giao",
    "cha": "Thuộc nhiệm vụ",
    "q": "Từ",
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "o": dict(work.Cell.choices),
    "trangthai": dict(work.State.choices),
    "capnhat": {"cu": "đã lâu", "moi": "gần đây"},
    "cap": {"tren": "giữa các cơ quan", "trong": "trong nội bộ"},
}


@dataclass(frozen=True)
class StateColumn:
    """One column of a board, with how many rows stand in it."""

    value: str
    label: str
    count: int


def listed(
    user: org.User, params: QueryDict, *, at: datetime, but: str = ""
) -> work.WorkItemQuerySet:
    """What a list with these parameters shows; `but` leaves one parameter out.

    A list holds what the tallies count, so that a number and its rows agree; what was withdrawn
    or replaced is shown when its state is asked for.
    """
    chosen = without(params, but)
    visible = work.WorkItem.objects.visible_to(user)
    is_about_ended = chosen.get("trangthai") in {work.State.WITHDRAWN, work.State.REPLACED}
    return work.filtered(visible if is_about_ended else visible.counted(), chosen, at=at)


def states_of(rows: Sequence[Any]) -> list[StateColumn]:
    """The columns of a board: the states of open work and of done, and any other that occurs."""
    counts = {value: 0 for value, _ in work.State.choices}
    for row in rows:
        counts[row.item.state] += 1
    always = {work.State.ISSUED, work.State.RECEIVED, work.State.DELIVERED, work.State.DONE}
    return [
        StateColumn(value, label, counts[value])
        for value, label in work.State.choices
        if counts[value] or value in always
    ]


def filter_chips(params: QueryDict) -> list[dict[str, str]]:
    """The conditions that hold, each with the address without it."""
    return [
        {
            "label": label,
            "value": _value(name, value),
            "href": f"?{without(params, name, 'trang').urlencode()}",
        }
        for name, label in _LABELS.items()
        if (value := params.get(name))
    ]


def without(params: QueryDict, *names: str) -> QueryDict:
    rest = params.copy()
    for name in names:
        rest.pop(name, None)
    return rest


def _value(name: str, value: str) -> str:
    if name in _WORDS:
        return _WORDS[name].get(value, value)
    if name in {"donvi", "xa", "giao"}:
        return org.names_of_codes([value]).get(value, value)
    return _found(name, value) or value


def _found(name: str, value: str) -> str | None:
    sources: Mapping[str, Any] = {
        "nguon": documents.Document.objects,
        "laanhdao": org.Post.objects.select_related("unit"),
        "cha": work.WorkItem.objects,
    }
    if name not in sources or not value.isdecimal():
        return None
    found = sources[name].filter(pk=int(value)).first()
    return str(found) if found else None
