"""Bodies taken out of a group: "các xã, phường, trừ phường A và xã B"."""

from dataclasses import replace
from typing import NamedTuple

from baro.documents.reading.communes import communes_at
from baro.documents.reading.drafts import Addressee
from baro.documents.reading.gazetteer import Gazetteer
from baro.documents.reading.mention import Mention
from baro.documents.reading.words import Word

_OPENINGS = (
    ("không", "bao", "gồm"), ("không", "kể"), ("không", "gồm"), ("ngoại", "trừ"), ("trừ", "ra"),
    ("trừ",), ("ngoài",),
)  # fmt: skip
_BEFORE = {",", "("}
_LONGEST_REMARK = 12
_BETWEEN = {",", "và", ";"}
_BODIES = {
    "G.UBND-XP": "UBND", "G.XP": "UBND", "G.UBND-P": "UBND", "G.UBND-X": "UBND", "G.DU-XP": "DU",
    "G.DU-P": "DU", "G.DU-X": "DU", "G.HDND-XP": "HDND", "G.MTTQ-XP": "MTTQ",
}  # fmt: skip


class Spared(NamedTuple):
    """The bodies named after "trừ", and the place after the last of them."""

    codes: tuple[str, ...]
    end: int


def without_spared(
    mention: Mention, line: list[Word], place: int, text: str, gazetteer: Gazetteer
) -> tuple[Mention, int]:
    """The group without the bodies named after it, and the word where the exception ends."""
    found = _exception_at(line, place, text, gazetteer)
    if found is None or not mention.units:
        return mention, place
    spared = [
        unit
        for group in mention.units
        for code in found.codes
        if (unit := _body_of(group, code, gazetteer))
    ]
    if not spared:
        return mention, place
    units = tuple(
        replace(group, count=max(1, group.count - len(found.codes)))
        if group.code.startswith("G.")
        else group
        for group in mention.units
    )
    end = line[found.end - 1].end
    words = " ".join(text[line[place].start : end].split()).strip(" ,()")
    doubt = f"Nhóm có ngoại lệ: “{words}”; các đơn vị này đã được để ngoài, cần đối chiếu khi giao."
    left = replace(
        mention,
        end=end,
        units=units,
        spared=tuple(dict.fromkeys(spared)),
        doubts=(*mention.doubts, doubt),
    )
    return left, found.end


def _exception_at(line: list[Word], place: int, text: str, gazetteer: Gazetteer) -> Spared | None:
    here = place + (place < len(line) and line[place].text in _BEFORE)
    after = _after_opening(line, here)
    if after == here:
        return None
    codes, end = _named_from(text, line, after, gazetteer)
    if not codes:
        return None
    if here > place and line[place].text == "(":
        end = _after_bracket(line, end)
    return Spared(tuple(dict.fromkeys(codes)), end)


def _after_bracket(line: list[Word], place: int) -> int:
    """Past ")", and what is told of the bodies before it."""
    for here in range(place, min(place + _LONGEST_REMARK, len(line))):
        if line[here].text == ")":
            return here + 1
    return place


def _named_from(
    text: str, line: list[Word], place: int, gazetteer: Gazetteer
) -> tuple[list[str], int]:
    """Bodies one after another from `place`, and the word after the last."""
    codes: list[str] = []
    end, here = place, place
    while here < len(line):
        named, after = _named_at(text, line, here, gazetteer)
        if not named:
            break
        codes += named
        end = here = after
        while here < len(line) and line[here].text in _BETWEEN:
            here += 1
        if here == end:
            break
    return codes, end


def _after_opening(line: list[Word], place: int) -> int:
    for opening in _OPENINGS:
        if tuple(word.text for word in line[place : place + len(opening)]) == opening:
            return place + len(opening)
    return place


def _named_at(
    text: str, line: list[Word], place: int, gazetteer: Gazetteer
) -> tuple[list[str], int]:
    """One commune, a list of them, or another body; with or without "phường" before it."""
    communes = communes_at(text, line, place, gazetteer)
    if communes:
        return [unit.code for unit in communes.units], place + communes.length
    if not text[line[place].start].isupper():
        return [], place
    known = gazetteer.name_at(line, place) or gazetteer.place_at(line, place)
    return ([known.entry.code], place + known.length) if known else ([], place)


def _body_of(group: Addressee, code: str, gazetteer: Gazetteer) -> Addressee | None:
    """The body of that commune which the group would reach."""
    suffix = _BODIES.get(group.code)
    entry = gazetteer.entry(f"{code.split('.')[0]}.{suffix}" if suffix else code)
    return Addressee(entry.code, entry.name, entry.count) if entry else None
