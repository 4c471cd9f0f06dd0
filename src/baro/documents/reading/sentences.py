"""A clause cut into sentences, so that each can hold its own order."""

import re
from typing import NamedTuple

from baro.documents.reading.letters import UPPER

_STOP = re.compile(
    rf"(?<![.!?…])[.!?…]+[\"”'\u2019)\]]*\s{{1,40}}(?=[\"“'\u2018(\[]?[{UPPER}0-9-])|;\s{{1,40}}"
)
_SHORT_FORM = re.compile(
    r"(?:\b(?:TP|Tp|tp|TT|KT|TM|TL|TUQ|Q|ThS|TS|GS|PGS|BS|KTS|Đ/c|đ/c|Mr|No|St|v\.v|P|X|NV)"
    r"|(?<![\d/.,-])\b\d{1,2})$"
)


class Span(NamedTuple):
    start: int
    end: int


def sentences(text: str, start: int, end: int) -> list[Span]:
    """Sentences and the parts between semicolons, without the blanks around them."""
    found, here = [], start
    for stop in _STOP.finditer(text, start, end):
        if text[stop.start()] == "." and _SHORT_FORM.search(
            text, max(here, stop.start() - 6), stop.start()
        ):
            continue
        found.append(_trimmed(text, here, stop.end()))
        here = stop.end()
    found.append(_trimmed(text, here, end))
    return [span for span in found if span.start < span.end]


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    return Span(start + lead, start + lead + len(piece.strip()))
