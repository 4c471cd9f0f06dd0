"""Words of the surface with their places; usual long and short forms become one word."""

import re
from typing import NamedTuple

# A blank may be missing after a short form: "UBNDthành phố".
_WORD = re.compile(r"\b(?:vp(?=ubnd)|(?:ubnd|hđnd|mttq)(?=thành|tp|các|phường|xã))|\w+|[^\w\s]")
# Longest first: each row is what may be written, and the one word it stands for.
_ONE_WORD: dict[tuple[str, ...], str] = {
    ("ủy", "ban", "mặt", "trận", "tổ", "quốc", "việt", "nam"): "mttq",
    ("ủy", "ban", "mặt", "trận", "tổ", "quốc"): "mttq",
    ("ủy", "ban", "mttq", "việt", "nam"): "mttq",
    ("ủy", "ban", "mttq"): "mttq",
    ("mặt", "trận", "tổ", "quốc", "việt", "nam"): "mttq",
    ("mặt", "trận", "tổ", "quốc"): "mttq",
    ("ubmttq", "việt", "nam"): "mttq",
    ("ubmttq",): "mttq",
    ("mttq", "việt", "nam"): "mttq",
    ("ub", "mttq", "việt", "nam"): "mttq",
    ("ub", "mttq"): "mttq",
    ("ubmt", "tổ", "quốc"): "mttq",
    ("ủy", "ban", "nhân", "dân"): "ubnd",
    ("ubnd",): "ubnd",
    ("hội", "đồng", "nhân", "dân"): "hđnd",
    ("đại", "biểu", "quốc", "hội"): "đbqh",
    ("thành", "phố", "hà", "nội"): "tp",
    ("thành", "phố"): "tp",
    ("tp", ".", "hà", "nội"): "tp",
    ("tp", ".", "hn"): "tp",
    ("tp", "hà", "nội"): "tp",
    ("tp", "hn"): "tp",
    ("tp", "."): "tp",
    ("&",): "và",
}
_BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _spelled, _one in sorted(_ONE_WORD.items(), key=lambda row: len(row[0]), reverse=True):
    _BY_FIRST.setdefault(_spelled[0], []).append((_spelled, _one))


class Word(NamedTuple):
    text: str
    start: int
    end: int


def words(plain: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `plain[start:end]`, numbers and signs each their own, in one canonical form."""
    raw = [
        Word(found[0], found.start(), found.end())
        for found in _WORD.finditer(plain, start, len(plain) if end is None else end)
    ]
    joined: list[Word] = []
    place = 0
    while place < len(raw):
        word, taken = raw[place], 1
        if word.text in _BY_FIRST:
            word, taken = _joined_at(raw, place)
        joined.append(word)
        place += taken
    return joined


def _joined_at(raw: list[Word], place: int) -> tuple[Word, int]:
    for spelled, one in _BY_FIRST[raw[place].text]:
        span = raw[place : place + len(spelled)]
        if tuple(word.text for word in span) == spelled:
            return Word(one, span[0].start, span[-1].end), len(spelled)
    return raw[place], 1


def with_breaks(text: str, line: list[Word]) -> list[Word]:
    """The words with a sign between two columns, so that no name runs from one into the next."""
    if "\t" not in text:
        return line
    found: list[Word] = []
    for word in line:
        if found and "\t" in text[found[-1].end : word.start]:
            found.append(Word("\t", found[-1].end, found[-1].end + 1))
        found.append(word)
    return found
