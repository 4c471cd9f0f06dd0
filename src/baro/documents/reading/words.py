"""Words of the surface with their places; usual long and short forms become one word."""

import re
from typing import NamedTuple

_WORD = re.compile(r"\w+|[^\w\s]")
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
_LONGEST = max(map(len, _ONE_WORD))
_FIRSTS = {key[0] for key in _ONE_WORD}


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
        word, taken = _joined_at(raw, place)
        joined.append(word)
        place += taken
    return joined


def _joined_at(raw: list[Word], place: int) -> tuple[Word, int]:
    if raw[place].text in _FIRSTS:
        for length in range(min(_LONGEST, len(raw) - place), 0, -1):
            span = raw[place : place + length]
            one = _ONE_WORD.get(tuple(word.text for word in span))
            if one:
                return Word(one, span[0].start, span[-1].end), length
    return raw[place], 1
