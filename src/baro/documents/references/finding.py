"""The papers that a text names, each in its sense; pure, and linear in the length of the text."""

import re
from collections.abc import Iterator

from baro.documents.reading.surface import surface
from baro.documents.references.papers import PAPER, day_of, issuer_of, symbol_of, type_named
from baro.documents.references.reference import Reference, Sense
from baro.documents.references.senses import leading_sense, nearest_sense

_SENTENCE_END = re.compile(
    r"\n\s*\n|[;.:]\s*\n"
    r"|;\s+(?=(?:căn cứ|thực hiện|triển khai|theo|xét|phúc đáp|trả lời)\b)"
    r"|\n(?=\s*(?:[-+•*–]\s|\d{1,2}[.)]\s|[a-zđ][.)]\s|căn cứ|thực hiện|triển khai|theo |xét "
    r"|phúc đáp|trả lời|điều \d|kính gửi|số\s*:))"
    r"|(?<=[^\W\d_]{3})\.\s+(?=[A-ZĐÀ-Ỹ])",
    re.IGNORECASE,
)
_LIST_HEAD = re.compile(r"\s*căn cứ\s*:?\s*")
_MOST = 200


def find_references(text: str) -> tuple[Reference, ...]:
    """Every paper named with a number and in a sense that the words make plain, each once."""
    found: dict[tuple[Sense, str, object], Reference] = {}
    for reference in _all(text):
        found.setdefault(
            (reference.sense, reference.symbol.upper(), reference.issued_on), reference
        )
        if len(found) == _MOST:
            break
    return tuple(found.values())


def _all(text: str) -> Iterator[Reference]:
    plain = surface(text)
    carried: Sense | None = None
    for start, end in _sentences(text):
        sentence = plain[start:end]
        if _LIST_HEAD.fullmatch(sentence):
            carried = "rests_on"
            continue
        leading = leading_sense(sentence) or (carried if sentence.lstrip()[:1] in "-+•" else None)
        if leading is None or leading != carried:
            carried = None
        yield from _in_sentence(text, sentence, start, end, leading)


def _in_sentence(
    text: str, sentence: str, start: int, end: int, leading: Sense | None
) -> Iterator[Reference]:
    cited_until, type_code, sense = 0, None, None
    for found in PAPER.finditer(text, start, end):
        place = found.start() - start
        if found["law"] or found["type"]:
            type_code = type_named(found)
        elif not cited_until:
            continue  # a bare number is the paper's own, unless it goes on with a list
        near = nearest_sense(sentence, place, cited_until)
        sense = leading if leading == "rests_on" else near or leading
        cited_until = found.end() - start
        if sense:
            yield Reference(
                sense=sense,
                type=type_code,
                symbol=symbol_of(found),
                issued_on=day_of(found),
                issuer=issuer_of(found),
                start=found.start(),
                end=found.end(),
            )


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _SENTENCE_END.finditer(text):
        yield start, mark.start()
        start = mark.end()
    yield start, len(text)
