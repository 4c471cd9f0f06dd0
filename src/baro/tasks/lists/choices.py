"""What the panel of conditions offers: every parameter as boxes to tick or one choice."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from baro.documents import api as documents
from baro.org import api as org
from baro.work import api as work

Choice = tuple[str, str, bool]
# Parameters that the panel sets; all others are carried on by it.
IN_PANEL = frozenset(
    {"o", "trangthai", "donvi", "giao", "phoihop", "nguoi", "loai", "cap", "capnhat"}
    | {"han", "han_tu", "han_den", "ngaygiao", "tu", "den"}
)


@dataclass(frozen=True)
class ChoiceGroup:
    """One parameter: several may be ticked, or one is chosen; long ones are searched."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    is_single: bool = False
    hint: str = ""

    @property
    def is_long(self) -> bool:
        return len(self.choices) > 12

    @property
    def count(self) -> int:
        return sum(is_on for _, _, is_on in self.choices)


def filter_choices(
    user: org.User, query: work.ListQuery, *, on: date
) -> dict[str, tuple[ChoiceGroup, ...]]:
    """The groups of the panel, by where they stand in it."""
    units = org.addressable_units(on=on)
    mine = [("cua-toi", "Đơn vị của tôi")]
    scope = org.powers_of(user, on=on).main_scope
    people = _people(scope, on) if scope else []
    return {
        "ticked": (
            _several(query, "o", "Tình trạng hạn", work.Cell.choices),
            _several(query, "trangthai", "Trạng thái", work.State.choices),
        ),
        "searched": (
            _several(query, "donvi", "Đơn vị chủ trì", [*mine, *units], "kể cả đơn vị bên dưới"),
            _several(query, "giao", "Bên giao", [*mine, *units]),
            _several(query, "phoihop", "Đơn vị phối hợp", [*mine, *units]),
            _several(
                query,
                "nguoi",
                "Người thực hiện",
                [("toi", "Tôi"), ("khong", "Chưa phân công"), *people],
            ),
            _several(
                query,
                "loai",
                "Loại căn cứ",
                [("khong", "Không có văn bản"), *documents.TYPE_CHOICES],
            ),
        ),
        "chosen": (
            _single(query, "han", "Hạn", _spans("han", query)),
            _single(query, "ngaygiao", "Ngày giao", _spans("ngaygiao", query)),
            _single(
                query,
                "cap",
                "Cấp giao",
                [("tren", "Giữa các cơ quan"), ("trong", "Trong nội bộ đơn vị")],
            ),
            _single(query, "capnhat", "Cập nhật", [("moi", "Gần đây"), ("cu", "Đã lâu")]),
        ),
    }


_COUNTED = {
    "han": ("3-ngay-toi", "7-ngay-toi", "30-ngay-toi", "30-ngay-qua"),
    "ngaygiao": ("7-ngay-qua", "30-ngay-qua", "90-ngay-qua"),
}


def _spans(name: str, query: work.ListQuery) -> list[tuple[str, str]]:
    """Words for days; a day or month that the address names by itself stays to choose."""
    ahead = {"ngay-mai", "tuan-sau", "thang-sau"}
    values = [v for v in work.NAMED_DAYS if name == "han" or v not in ahead] + [*_COUNTED[name]]
    given = query.one(name)
    if given and given not in values:
        values.append(given)
    return [(value, _capital(work.days_in_words(value))) for value in values]


def _people(unit: org.Unit, on: date) -> list[tuple[str, str]]:
    seats = org.assignable_people(unit, on=on)
    found = {
        str(seat.person_id): f"{seat.person} – {seat.post.unit.short_name}" for seat in seats[:400]
    }
    return list(found.items())


def _several(
    query: work.ListQuery,
    name: str,
    label: str,
    choices: Iterable[tuple[str, str]],
    hint: str = "",
) -> ChoiceGroup:
    """Those that hold come first; one that nobody offers any more is not lost by a new choice."""
    held = query.conditions.get(name, ())
    offered = dict(choices)
    offered |= {value: value for value in held if value not in offered}
    ranked = sorted(offered.items(), key=lambda choice: choice[0] not in held)
    return ChoiceGroup(
        name, label, tuple((value, text, value in held) for value, text in ranked), hint=hint
    )


def _single(
    query: work.ListQuery, name: str, label: str, choices: Iterable[tuple[str, str]]
) -> ChoiceGroup:
    here = query.one(name)
    found = tuple((value, text, value == here) for value, text in choices)
    return ChoiceGroup(name, label, found, is_single=True)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def order_links(query: work.ListQuery) -> list[dict[str, object]]:
    """Every order, upwards and downwards, for the menu above the list."""
    here = query.one("sapxep")
    usual = "Mới giao trước" if query.one("q") else "Gần hạn trước"
    links = [{"text": usual, "href": query.href(sapxep=""), "current": not here}]
    for code, (_, label) in work.ORDERS.items():
        for value, way in ((code, "tăng dần"), (f"-{code}", "giảm dần")):
            links.append(
                {
                    "text": f"{label}, {way}",
                    "href": query.href(sapxep=value),
                    "current": value == here,
                }
            )
    return links
