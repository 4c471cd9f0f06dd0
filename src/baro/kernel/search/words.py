"""Words as the index knows them, and questions made of such words.

We cut words ourselves instead of with `to_tsvector('simple', …)`, whose parser takes "123/UBND-KT"
for a path and "-2026" for a number: index and question must cut "NV-2026-000123" alike. Each word
stands in the index as written (NFC, small letters) and folded, at the same place, so that phrases
may mix both. The index itself holds words without places, under the drawer of their time.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from baro.kernel.text import fold, nfc, spellings

_WORD = re.compile(r"[^\W_]+")
_QUOTES = re.compile(r"[\"“”„«»]")
_LONGEST_WORD = 60
_MOST_PLACES = 1_400  # as they are noted: some 250 of them, and no more are kept
_LAST_PLACE = 16_000
_GAP = 20
_MOST_BYTES = 600_000  # places and names of drawers come on top, within a vector's megabyte
_MOST_WORDS = 16_000
_MOST_QUESTIONS = 24


def words_of(text: str) -> list[str]:
    return [word[:_LONGEST_WORD] for word in _WORD.findall(nfc(nfc(text).lower()))]


def vector_text(title: str, text: str) -> str:
    """A `tsvector` in PostgreSQL's own notation, within its limits (1 MB, places below 16384)."""
    noted: dict[str, str] = {}
    words = words_of(title)
    room = _note(noted, words, "A", 0, _MOST_BYTES)
    _note(noted, words_of(text), "", len(words) + _GAP, room)
    return " ".join(noted.values())


def _note(noted: dict[str, str], words: list[str], weight: str, place: int, room: int) -> int:
    """Note the forms of the words with their places, while there is room; how much is left."""
    for word in words:
        place += 1
        for form, size in _forms(word):
            before = noted.get(form)
            if before is None:
                room -= size
                if room < 0 or len(noted) == _MOST_WORDS:
                    return -1
                noted[form] = f"{form}:{place}{weight}" if place < _LAST_PLACE else form
            elif place < _LAST_PLACE and len(before) < _MOST_PLACES:
                noted[form] = f"{before},{place}{weight}"
    return room


def question_text(query: str) -> str:
    """A `tsquery` in PostgreSQL's own notation; empty when nothing can be asked.

    All words must occur. A word typed with accents matches only so written, wherever its tone
    stands; one without matches both. The last word outside quotes is a beginning. Quoted words, and
    words joined without a space as in a document number, must follow one another.
    """
    return " & ".join(f"({' <-> '.join(_asked(*part))})" for part in _parts(query))


def keys_text(query: str, drawer: str, marks: Collection[str] | None) -> str:
    """A `tsquery` for the keys of one drawer: all its words, wherever, and one of the marks.

    The name of the drawer comes before each of them. Whether words follow one another must be
    asked of the entries that are found.
    """
    words = [word for part in _parts(query) for word in _asked(*part, drawer)]
    if marks is not None:
        words.append(f"({' | '.join(_quoted(f'{drawer}@{mark}') for mark in marks)})")
    return " & ".join(words)


@lru_cache(maxsize=20_000)
def _forms(word: str) -> tuple[tuple[str, int], ...]:
    """A word as written and folded, each quoted and with its room; most words come again."""
    folded = fold(word)
    forms = (word,) if folded in ("", word) else (word, folded)
    return tuple((_quoted(form), len(form.encode()) + 8) for form in forms)


def _parts(query: str) -> list[tuple[list[str], bool]]:
    """Groups of words that belong together, each with whether its last word is a beginning."""
    parts = list(_groups(query))[:_MOST_QUESTIONS]
    last = len(parts) - 1
    return [(words, is_open and place == last) for place, (words, is_open) in enumerate(parts)]


def _groups(query: str) -> Iterator[tuple[list[str], bool]]:
    """Groups of words that belong together, each with whether it stands outside quotes."""
    pieces = _QUOTES.split(query)
    for number, piece in enumerate(pieces):
        is_quoted = number % 2 == 1 and number < len(pieces) - 1
        for chunk in [piece] if is_quoted else piece.split():
            words = words_of(chunk)
            if words:
                yield words[:_MOST_QUESTIONS], not is_quoted


def _asked(words: list[str], is_open: bool, drawer: str = "") -> list[str]:
    last = len(words) - 1
    return [_spelt(word, drawer, ":*" * (is_open and n == last)) for n, word in enumerate(words)]


def _spelt(word: str, drawer: str, end: str) -> str:
    found = [f"{_quoted(drawer + spelling)}{end}" for spelling in spellings(word)]
    return found[0] if len(found) == 1 else f"({' | '.join(found)})"


@lru_cache(maxsize=20_000)
def _quoted(lexeme: str) -> str:
    doubled = lexeme.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"
