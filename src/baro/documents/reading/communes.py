"""Communes and their bodies: one, a list of names, or all of them."""

from dataclasses import replace
from typing import Literal, NamedTuple

from baro.documents.reading import commune_bodies
from baro.documents.reading.commune_bodies import bodies_at, past_between
from baro.documents.reading.drafts import Addressee
from baro.documents.reading.gazetteer import Gazetteer
from baro.documents.reading.words import Word

_BOTH_KINDS = {"xã", "phường"}
_ALL = {"các", "126", "toàn"}
_COUNTS = {"một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"}
# Words that open a description of some communes, after which they may be named.
_DESCRIBES = {
    "đang", "có", "còn", "bị", "ven", "chưa", "thuộc", "nằm", "vùng", "trọng", "giáp", "nơi",
    "sau", "gồm", "dưới", "chậm", "được", "xảy", "liên", "phía", "khu", "dọc",
}  # fmt: skip
_LONGEST_DESCRIPTION = 10
_WHOLE_CITY = "126"
_OF = {"của", "tại", "ở"}
_MOST_BEFORE = 4  # as in "của toàn 126 xã"
OPENS = _BOTH_KINDS | _ALL | _OF | {"cấp"} | commune_bodies.OPENS
_GROUPS = {"UBND": "G.UBND-XP", "DU": "G.DU-XP", "HDND": "G.HDND-XP", "MTTQ": "G.MTTQ-XP"}


class Communes(NamedTuple):
    """What a mention of communes comes to, and how many words it takes."""

    length: int
    kind: Literal["unit", "group", "vague", "stranger"]
    units: tuple[Addressee, ...] = ()
    doubts: tuple[str, ...] = ()


def communes_at(
    text: str,
    line: list[Word],
    place: int,
    gazetteer: Gazetteer,
    *,
    by_party: bool = False,
    home: str | None = None,
    about: str | None = None,
) -> Communes | None:
    """`home` is the commune the paper comes from, `about` the one it is about."""
    bodies, here = _bodies_at(line, place)
    kinds, every, after = _kinds(line, here)
    if not kinds and bodies:
        return _of_home(bodies, here - place, gazetteer, home)
    if not kinds or _is_a_town(line, place):
        return None
    names, end, stranger = _places(text, line, after, gazetteer)
    if stranger:
        return _unknown(_shown(text, line, place, end), end - place)
    if names:
        return Communes(end - place, "unit", _each(names, bodies, gazetteer))
    if not every:
        return _of_one(text, line, place, after, bodies, gazetteer, home or about)
    group = _Group(_shown(text, line, place, after), bodies, kinds, after - place)
    return _whole_group(group, gazetteer, by_party=by_party)


def _bodies_at(line: list[Word], place: int) -> tuple[list[str], int]:
    """As in "Đảng ủy, UBND", also after "các": "các Đảng ủy xã, phường"."""
    several = line[place].text == "các" and place + 1 < len(line)
    bodies, here = bodies_at(line, place + several)
    return (bodies, here) if bodies else ([], place)


def _unknown(shown: str, length: int) -> Communes:
    doubt = f"“{shown}” không có trong danh mục đơn vị."
    return Communes(length, "stranger", (), (doubt,))


def _shown(text: str, line: list[Word], place: int, end: int) -> str:
    return " ".join(text[line[place].start : line[end - 1].end].split())


def _of_one(
    text: str,
    line: list[Word],
    place: int,
    after: int,
    bodies: list[str],
    gazetteer: Gazetteer,
    home: str | None,
) -> Communes | None:
    """As in "UBND phường" without a name: the paper's own commune, else nobody knows which."""
    if not bodies:
        return None
    if home:
        return Communes(after - place, "unit", _each([(home, "")], bodies, gazetteer))
    doubt = f"“{_shown(text, line, place, after)}”: văn bản chưa nêu của đơn vị nào."
    return Communes(after - place, "vague", (), (doubt,))


def _of_home(
    bodies: list[str], length: int, gazetteer: Gazetteer, home: str | None
) -> Communes | None:
    """As in "Phòng Kinh tế" in a commune's own paper; bodies of the city have longer names."""
    if home is None or not all("." in body for body in bodies):
        return None
    units = _each([(home, "")], bodies, gazetteer)
    return Communes(length, "unit", units) if units else None


def _kinds(line: list[Word], place: int) -> tuple[set[str], bool, int]:
    """As in "các xã, phường": which kinds, whether all are meant, and the place after."""
    here = place
    while here < len(line) and line[here].text in _OF and here == place:
        here += 1
    every = False
    while here < len(line) and line[here].text in _ALL and here - place < _MOST_BEFORE:
        every, here = True, here + 1
    counted = here < len(line) and _is_count(line[here].text)
    here += counted
    if _reads(line, here, "cấp", "xã") and not every:
        return set(_BOTH_KINDS), True, here + 2
    kinds, after = _kinds_from(line, here, every=every)
    return kinds, (every or len(kinds) > 1) and not (kinds and counted), after


def _kinds_from(line: list[Word], place: int, *, every: bool) -> tuple[set[str], int]:
    """The kinds from `place` on, each once: "xã, phường"; after "các" a comma may be missing."""
    kinds: set[str] = set()
    here = after = place
    while here < len(line) and line[here].text in _BOTH_KINDS - kinds:
        kinds.add(line[here].text)
        after = here + 1
        here = past_between(line, after)
        if here == after and not every:
            break
    return kinds, after


def _is_count(word: str) -> bool:
    return word in _COUNTS or (word.isdigit() and word != _WHOLE_CITY)


def _reads(line: list[Word], place: int, *spelled: str) -> bool:
    return tuple(word.text for word in line[place : place + len(spelled)]) == spelled


def _is_a_town(line: list[Word], place: int) -> bool:
    return place > 0 and line[place - 1].text in {"thị", "làng", "cấp", "tác"}


def _places(
    text: str, line: list[Word], place: int, gazetteer: Gazetteer
) -> tuple[list[tuple[str, str]], int, bool]:
    """Codes and names of the communes listed from `place`; whether an unknown name stands there."""
    here = _past_description(line, place, gazetteer)
    here += here < len(line) and line[here].text == ":"
    found: list[tuple[str, str]] = []
    end = place
    while here < len(line) and text[line[here].start].isupper():
        known = gazetteer.place_at(line, here)
        if known is None:
            return found, end if found else _capitals(text, line, here), not found
        end = here + known.length
        found.append((known.entry.code, known.entry.name))
        here = past_between(line, end)
        if here == end:
            break
        here += here < len(line) and line[here].text in {"xã", "phường"}
    return found, end, False


def _past_description(line: list[Word], place: int, gazetteer: Gazetteer) -> int:
    """As in "UBND các xã đang có dịch: Ứng Hòa, Hòa Xá": up to the colon, else `place` itself."""
    if place >= len(line) or line[place].text not in _DESCRIBES:
        return place
    for here in range(place + 1, min(place + _LONGEST_DESCRIPTION, len(line))):
        if line[here].text == ":":
            names = here + 1 < len(line) and gazetteer.place_at(line, here + 1)
            return here if names else place
        if not line[here].text[0].isalnum():
            return place
    return place


def _capitals(text: str, line: list[Word], place: int) -> int:
    here = place
    while here < len(line) and text[line[here].start].isupper():
        here += 1
    return here


def _each(
    names: list[tuple[str, str]], bodies: list[str], gazetteer: Gazetteer
) -> tuple[Addressee, ...]:
    codes = [f"{code}.{body}" for body in (bodies or ["UBND"]) for code, _ in names]
    entries = [gazetteer.entry(code) for code in codes]
    return tuple(Addressee(entry.code, entry.name, entry.count) for entry in entries if entry)


class _Group(NamedTuple):
    """All communes of a kind, as they are written."""

    shown: str
    bodies: list[str]
    kinds: set[str]
    length: int


def _whole_group(group: _Group, gazetteer: Gazetteer, *, by_party: bool) -> Communes:
    if len(group.kinds) < len(_BOTH_KINDS):
        return _all_of_one_kind(group, gazetteer)
    codes = [_GROUPS[body] for body in group.bodies if body in _GROUPS]
    if group.bodies and not codes:
        doubt = f"“{group.shown}”: nhóm này chưa có trong danh mục."
        return Communes(group.length, "vague", (), (doubt,))
    entries = [gazetteer.entry(code) for code in codes or ["G.XP"]]
    units = [Addressee(entry.code, entry.name, entry.count) for entry in entries if entry]
    if by_party and not codes:
        units = [replace(unit, name="các xã, phường") for unit in units]
    return Communes(group.length, "group", tuple(units))


def _all_of_one_kind(group: _Group, gazetteer: Gazetteer) -> Communes:
    """As in "UBND các phường": all wards of the city, unless the paper means some it has named."""
    bodies = group.bodies or ["UBND"]
    letter = "P" if group.kinds == {"phường"} else "X"
    entries = [gazetteer.entry(f"G.{body}-{letter}") for body in bodies]
    units = tuple(Addressee(entry.code, entry.name, entry.count) for entry in entries if entry)
    if len(units) < len(bodies):
        doubt = f"“{group.shown}”: văn bản chưa nêu gồm những đơn vị nào."
        return Communes(group.length, "vague", (), (doubt,))
    count = units[0].count
    doubt = f"“{group.shown}”: đang hiểu là tất cả {count} đơn vị; nếu chỉ một số thì bỏ bớt."
    return Communes(group.length, "group", units, (doubt,))
