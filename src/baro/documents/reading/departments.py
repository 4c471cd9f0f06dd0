"""Departments named in short: "các Sở: Xây dựng, Tài chính", "Sở Nội vụ, Tài chính"."""

from baro.documents.reading.gazetteer import Gazetteer, GazetteerEntry
from baro.documents.reading.words import Word

_BETWEEN = {",", "và", ";"}
OPENS = {"các", "sở"}


def departments_at(
    text: str, line: list[Word], place: int, gazetteer: Gazetteer
) -> tuple[list[GazetteerEntry], int]:
    """The departments of a list that opens at `place`, and how many words it takes."""
    here = place + _opening(line, place)
    if here == place:
        return [], 0
    found: list[GazetteerEntry] = []
    end = place
    while True:
        entry = gazetteer.field_at(line, here)
        if entry is None or not text[line[here].start].isupper():
            return found, end - place
        found.append(entry.entry)
        end = here + entry.length
        here = _next_field(line, end)
        if here == end or line[here - 1].text == "sở":
            return found, end - place


def _opening(line: list[Word], place: int) -> int:
    """How many words "các sở:" takes; 0 when no list of departments opens here."""
    here = place + (line[place].text == "các")
    if here >= len(line) or line[here].text != "sở":
        return 0
    here += 1
    colon = here < len(line) and line[here].text == ":"
    return here + colon - place


def _next_field(line: list[Word], end: int) -> int:
    """Past "," or ", và"; the same place when the list is over."""
    here = end
    while here < len(line) and line[here].text in _BETWEEN:
        here += 1
    if here > end and here < len(line) and line[here].text == "sở":
        return here + 1
    return here if here < len(line) else end
