"""A clause cut into sentences, so that each can hold its own order."""

import re
from typing import NamedTuple

from baro.documents.reading.letters import UPPER

_STOP = re.compile(
    rf"(?<![.!?…])[.!?…]+[\"”'\u2019)\]]*\s{{1,40}}(?=[\"“'\u2018(\[]?[{UPPER}0-9-])|;\s{{1,40}}"
)
_SHORT_FORM = re.compile(
    r"(?:\b(?:TP|Tp|tp|TT|KT|TM|TL|TUQ|Q|ThS|TS|GS|PGS|BS|KTS|Đ/c|đ/c|Mr|No|St|v\.v|P|X|NV))$"
)
_NUMBER = re.compile(r"(?<![\d/.,-])\b\d{1,2}$")


_WIDEST = 6


class Span(NamedTuple):
    start: int
    end: int


def sentences(text: str, start: int, end: int) -> list[Span]:
    """Sentences and the parts between semicolons, without the blanks around them."""
    found, here = [], start
    for stop in _STOP.finditer(text, start, end):
        if text[stop.start()] == "." and _goes_on(text, here, stop):
            continue
        found.append(_trimmed(text, here, stop.end()))
        here = stop.end()
    found.append(_trimmed(text, here, end))
    return [span for span in found if span.start < span.end]


def _goes_on(text: str, here: int, stop: re.Match[str]) -> bool:
    """After "TP." or "1." no sentence ends; after "tuần 15." one does."""
    first = max(here, stop.start() - _WIDEST)
    if _SHORT_FORM.search(text, first, stop.start()):
        return True
    number = _NUMBER.search(text, first, stop.start())
    if number is None:
        return False
    before = text[here : number.start()].rstrip()
    return not before or not before[-1].isalpha() or text[stop.end()].isdigit()


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    return Span(start + lead, start + lead + len(piece.strip()))
