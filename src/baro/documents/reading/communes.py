"""Communes and their bodies: one, a list of names, or all of them."""

from dataclasses import replace
from typing import Literal, NamedTuple

from baro.documents.reading.drafts import Addressee
from baro.documents.reading.gazetteer import Gazetteer
from baro.documents.reading.words import Word

_BODIES: dict[tuple[str, ...], str] = {
    tuple(spelled.split()): body
    for spelled, body in (
        ("phòng kinh tế , hạ tầng và đô thị", "UBND.KT"),
        ("trung tâm phục vụ hành chính công", "UBND.TTPVHCC"),
        ("cơ quan ủy ban kiểm tra đảng ủy", "DU.UBKT"),
        ("ủy ban kiểm tra đảng ủy", "DU.UBKT"),
        ("cơ quan ubkt đảng ủy", "DU.UBKT"),
        ("trung tâm pvhcc", "UBND.TTPVHCC"),
        ("văn phòng hđnd và ubnd", "UBND.VP"),
        ("văn phòng hđnd - ubnd", "UBND.VP"),
        ("phòng văn hóa - xã hội", "UBND.VHXH"),
        ("phòng văn hóa và xã hội", "UBND.VHXH"),
        ("phòng vh - xh", "UBND.VHXH"),
        ("phòng kinh tế", "UBND.KT"),
        ("ban xây dựng đảng", "DU.BXDD"),
        ("văn phòng đảng ủy", "DU.VP"),
        ("ban thường vụ đảng ủy", "DU"),
        ("thường trực đảng ủy", "DU"),
        ("thường trực hđnd", "HDND"),
        ("ubkt đảng ủy", "DU.UBKT"),
        ("đảng ủy", "DU"),
        ("cấp ủy", "DU"),
        ("chính quyền", "UBND"),
        ("hđnd", "HDND"),
        ("ubnd", "UBND"),
        ("mttq", "MTTQ"),
    )
}
_BODY_OPENS = {spelled[0] for spelled in _BODIES}
_POSTS = {("chủ", "tịch"), ("bí", "thư"), ("lãnh", "đạo"), ("người", "đứng", "đầu")}
_OPENS = _BODY_OPENS | {post[0] for post in _POSTS}
_BETWEEN = {",", "và", "-", ";", "/"}
_BOTH_KINDS = {"xã", "phường"}
_ALL = {"các", "126", "toàn"}
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
) -> Communes | None:
    bodies, here = _bodies(line, place)
    kinds, every, after = _kinds(line, here)
    if not kinds and bodies:
        return _of_home(bodies, here - place, gazetteer, home)
    if not kinds or _is_a_town(line, place):
        return None
    names, end, stranger = _places(text, line, after, gazetteer)
    if stranger:
        shown = _shown(text, line, place, end)
        doubt = f"“{shown}” không có trong danh mục đơn vị."
        return Communes(end - place, "stranger", (), (doubt,))
    if names:
        return Communes(end - place, "unit", _each(names, bodies, gazetteer))
    if not every:
        return _of_one(text, line, place, after, bodies, gazetteer, home)
    group = _Group(_shown(text, line, place, after), bodies, kinds, after - place)
    return _whole_group(group, gazetteer, by_party=by_party)


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


def _bodies(line: list[Word], place: int) -> tuple[list[str], int]:
    """As in "Đảng ủy, UBND": the bodies named before the communes, and the place after them."""
    found: list[str] = []
    here = place
    if (line[place].text, line[place + 1].text if place + 1 < len(line) else "") in _POSTS:
        return [], place  # the post is told apart from the body it heads
    while True:
        body, length = _body_at(line, here)
        if not body:
            return (found, here) if found else ([], place)
        found.append(body)
        here += length
        following = _past_between(line, here)
        if following == here or not _body_at(line, following)[0]:
            return found, here
        here = following


def _body_at(line: list[Word], place: int) -> tuple[str | None, int]:
    start = place
    if place >= len(line) or line[place].text not in _OPENS:
        return None, 0
    for post in _POSTS:
        if tuple(word.text for word in line[place : place + len(post)]) == post:
            start = place + len(post)
    for spelled, body in _BODIES.items():
        if tuple(word.text for word in line[start : start + len(spelled)]) == spelled:
            return body, start + len(spelled) - place
    return None, 0


def _past_between(line: list[Word], place: int) -> int:
    here = place
    while here < len(line) and line[here].text in _BETWEEN and here - place < 2:
        here += 1
    return here


def _kinds(line: list[Word], place: int) -> tuple[set[str], bool, int]:
    """As in "các xã, phường": which kinds, whether all are meant, and the place after."""
    here = place
    while here < len(line) and line[here].text in {"của", "tại", "ở"} and here == place:
        here += 1
    every = False
    while here < len(line) and line[here].text in _ALL:
        every, here = True, here + 1
    if _reads(line, here, "cấp", "xã") and not every:
        return set(_BOTH_KINDS), True, here + 2
    kinds: set[str] = set()
    while here < len(line) and line[here].text in {"xã", "phường"}:
        kinds.add(line[here].text)
        after = here + 1
        here = _past_between(line, after)
        if here >= len(line) or line[here].text not in {"xã", "phường"} or here == after:
            return kinds, every or len(kinds) > 1, after
    return kinds, every, here


def _reads(line: list[Word], place: int, *spelled: str) -> bool:
    return tuple(word.text for word in line[place : place + len(spelled)]) == spelled


def _is_a_town(line: list[Word], place: int) -> bool:
    return place > 0 and line[place - 1].text in {"thị", "làng", "cấp"}


def _places(
    text: str, line: list[Word], place: int, gazetteer: Gazetteer
) -> tuple[list[tuple[str, str]], int, bool]:
    """Codes and names of the communes listed from `place`; whether an unknown name stands there."""
    here = place + (place < len(line) and line[place].text == ":")
    found: list[tuple[str, str]] = []
    end = place
    while here < len(line) and text[line[here].start].isupper():
        known = gazetteer.place_at(line, here)
        if known is None:
            return found, end if found else _capitals(text, line, here), not found
        end = here + known.length
        found.append((known.entry.code, known.entry.name))
        here = _past_between(line, end)
        if here == end:
            break
        here += here < len(line) and line[here].text in {"xã", "phường"}
    return found, end, False


def _capitals(text: str, line: list[Word], place: int) -> int:
    here = place
    while here < len(line) and text[line[here].start].isupper():
        here += 1
    return here


def _each(
    names: list[tuple[str, str]], bodies: list[str], gazetteer: Gazetteer
) -> tuple[Addressee, ...]:
    codes = [f"{code}.{body}" if body else code for body in (bodies or [""]) for code, _ in names]
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
        doubt = f"“{group.shown}”: văn bản chưa nêu gồm những đơn vị nào."
        return Communes(group.length, "vague", (), (doubt,))
    codes = [_GROUPS[body] for body in group.bodies if body in _GROUPS]
    if group.bodies and not codes:
        doubt = f"“{group.shown}”: nhóm này chưa có trong danh mục."
        return Communes(group.length, "vague", (), (doubt,))
    entries = [gazetteer.entry(code) for code in codes or ["G.XP"]]
    units = [Addressee(entry.code, entry.name, entry.count) for entry in entries if entry]
    if by_party and not codes:
        units = [replace(unit, name="các xã, phường") for unit in units]
    return Communes(group.length, "group", tuple(units))
