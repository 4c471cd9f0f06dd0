"""Where the words of a label stand in the text, whatever white space lies between them."""

import re

from baro.kernel.text import nfc


def places_of(words: str, text: str) -> list[tuple[int, int]]:
    """Every [start, end) of `text` that reads as `words`."""
    parts = [re.escape(part) for part in nfc(words).split()]
    if not parts:
        return []
    return [found.span() for found in re.finditer(r"\s+".join(parts), text)]


def lies_in(place: tuple[int, int], start: int, end: int) -> bool:
    """Whether the greater part of `place` lies in [start, end)."""
    inside = min(place[1], end) - max(place[0], start)
    return inside * 2 > place[1] - place[0]
