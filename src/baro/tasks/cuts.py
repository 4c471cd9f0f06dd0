"""Where the words of a draft may be cut in two; pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_STRONG = re.compile(r"[;.!?]\s+|\n+")
_WEAK = re.compile(r",\s+|\s+(?=(?:và|đồng thời|trong đó)\s)")
_SHORTEST = 16  # characters on either side that may still be an order
_SHOWN = 90


@dataclass(frozen=True)
class Cut:
    """A place in the document's text, with the words before which it stands."""

    place: int
    words: str
    is_likely: bool


def cuts_of(quote: str, start: int) -> tuple[Cut, ...]:
    """In the order of the text; the first one after a full sentence part is the likely one."""
    strong = _places(_STRONG, quote)
    every = sorted({*strong, *_places(_WEAK, quote)})
    likely = strong[0] if strong else every[len(every) // 2] if every else None
    return tuple(
        Cut(start + place, _words(quote[place:]), is_likely=place == likely) for place in every
    )


def _places(grammar: re.Pattern[str], quote: str) -> Sequence[int]:
    found = (match.end() for match in grammar.finditer(quote))
    return [place for place in found if _SHORTEST <= place <= len(quote) - _SHORTEST]


def _words(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"
