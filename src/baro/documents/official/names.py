"""How the names of bodies, places and posts are printed: as a head and a signature say them."""

import re

_COLLECTIVE = frozenset({"peoples_committee", "council", "front"})
_BEFORE_PLACE = re.compile(r" (?=(?:thành phố|phường|xã|đặc khu|tỉnh) [^ ])")
_SHORT = (
    ("Ủy ban nhân dân", "UBND"),
    ("Hội đồng nhân dân", "HĐND"),
    ("Đoàn đại biểu Quốc hội", "Đoàn ĐBQH"),
)
_OF_PLACE = re.compile(r"^(?:Thành phố|Phường|Xã|Đặc khu|Tỉnh) ")
_POST = re.compile(
    r"(?:Phó )?(?:Chủ tịch|Bí thư|Giám đốc|Tổng Giám đốc|Chánh Văn phòng|Chánh Thanh tra|Chủ nhiệm"
    r"|Trưởng [Bb]an|Trưởng phòng)(?: Thường trực)?"
)
_PREFIX = "Cơ quan "


def head_lines(
    name: str, kind: str, *, parent: str, place: str, city: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The superior's and the issuer's lines of the upper left, as the office writes them.

    A people's committee or council has no superior on its papers; a Party committee below the
    city's stands under the city's Party organisation.
    """
    if kind in _COLLECTIVE:
        return (), tuple(_BEFORE_PLACE.split(name, maxsplit=1))
    if kind == "party_committee":
        return ((), (name,)) if name.startswith("Thành ủy") else ((f"Đảng bộ {city}",), (name,))
    return (shortened(parent),) if parent else (), (_own_name(name, parent, place),)


def shortened(name: str) -> str:
    """A superior is printed with the usual abbreviations: "UBND thành phố Hà Nội"."""
    for whole, short in _SHORT:
        name = name.replace(whole, short)
    return name


def place_name(name: str) -> str:
    """The place before the day: "Hoàn Kiếm" of "Phường Hoàn Kiếm"."""
    return _OF_PLACE.sub("", name)


def printed_post(title: str) -> str:
    """The post without the body that it belongs to: "Phó Chủ tịch" of "Phó Chủ tịch UBND"."""
    found = _POST.match(title)
    return found[0] if found else title


def _own_name(name: str, parent: str, place: str) -> str:
    """The name without what the superior's line says already."""
    for ending in (parent, place):
        if ending and name.casefold().endswith(f" {ending}".casefold()):
            return name[: -len(ending) - 1].removeprefix(_PREFIX)
    return name.removeprefix(_PREFIX)
