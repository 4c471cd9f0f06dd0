"""The conditions of a list in words."""

from collections.abc import Callable, Mapping
from typing import Any

from baro.documents import api as documents
from baro.org import api as org
from baro.work import api as work

LABELS: Mapping[str, str] = {
    "q": "Từ",
    "o": "Tình trạng",
    "trangthai": "Trạng thái",
    "donvi": "Chủ trì",
    "chutri": "Cơ quan chủ trì",
    "xa": "Xã, phường",
    "giao": "Bên giao",
    "phoihop": "Phối hợp",
    "nguoi": "Người thực hiện",
    "laanhdao": "Chịu trách nhiệm",
    "nguon": "Văn bản",
    "loai": "Loại căn cứ",
    "cha": "Thuộc nhiệm vụ",
    "cap": "Cấp giao",
    "capnhat": "Cập nhật",
    "han": "Hạn",
    "han_tu": "Hạn từ",
    "han_den": "Hạn đến",
    "ngaygiao": "Ngày giao",
    "tu": "Giao từ",
    "den": "Giao đến",
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "o": dict(work.Cell.choices),
    "trangthai": dict(work.State.choices),
    "capnhat": {"cu": "đã lâu", "moi": "gần đây"},
    "cap": {"tren": "giữa các cơ quan", "trong": "trong nội bộ"},
    "loai": {"khong": "không có văn bản", **dict(documents.TYPE_CHOICES)},
}
_UNITS = frozenset({"donvi", "chutri", "xa", "giao", "phoihop"})
_STANDING_FOR = {"cua-toi": "đơn vị của tôi", "khong": "cơ quan thành phố"}
_DAYS = frozenset({"han", "han_tu", "han_den", "ngaygiao", "tu", "den"})


def filter_chips(asked: work.ListQuery) -> list[dict[str, str]]:
    """The conditions that hold, one for each value, with the address without it."""
    names = _names(asked)
    return [
        {
            "label": LABELS[name],
            "value": _value(name, value, names),
            "href": asked.without(name, value).href(),
        }
        for name, values in asked.conditions.items()
        for value in values
    ]


def conditions_in_words(asked: work.ListQuery) -> list[tuple[str, str]]:
    """Each condition with its values, for the head of what is printed or sent on."""
    names = _names(asked)
    return [
        (LABELS[name], ", ".join(_value(name, value, names) for value in values))
        for name, values in asked.conditions.items()
    ]


def _names(asked: work.ListQuery) -> dict[str, str]:
    """Every unit of the address by its code, in one query."""
    codes = [c for name in _UNITS for c in asked.conditions.get(name, ()) if c not in _STANDING_FOR]
    return org.names_of_codes(codes) if codes else {}


def _value(name: str, value: str, names: Mapping[str, str]) -> str:
    if name in _WORDS:
        return _WORDS[name].get(value, value)
    if name in _UNITS:
        return names.get(value) or _STANDING_FOR.get(value, value)
    if name in _DAYS:
        return work.days_in_words(value)
    if name == "nguoi" and value in {"toi", "khong"}:
        return "tôi" if value == "toi" else "chưa phân công"
    return _found(name, value) or value


def _found(name: str, value: str) -> str | None:
    sources: Mapping[str, Callable[[], Any]] = {
        "nguon": lambda: documents.Document.objects.only("type", "symbol"),
        "laanhdao": lambda: org.Post.objects.select_related("unit"),
        "cha": lambda: work.WorkItem.objects.only("number", "title"),
        "nguoi": lambda: org.Person.objects.all(),
    }
    if name not in sources or not value.isdecimal():
        return None
    found = sources[name]().filter(pk=int(value)).first()
    return str(found) if found else None
