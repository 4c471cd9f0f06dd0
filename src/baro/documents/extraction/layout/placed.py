"""What stands where on a page."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from baro.documents.extraction.tables import Row


class Word(NamedTuple):
    """A word and the box around it."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


class Ruling(NamedTuple):
    """A drawn line: at the height (or, upright, the distance) `at`, from `start` to `end`."""

    is_upright: bool
    at: float
    start: float
    end: float


class TablePiece(NamedTuple):
    """The rows of a table on one page, and the places of its column borders."""

    rows: list[Row]
    columns: tuple[float, ...]


PageContent = Sequence["str | TablePiece"]


def box_around(text: str, words: Iterable[Word]) -> Word:
    boxes = list(words)
    return Word(
        text,
        min(word.left for word in boxes),
        min(word.top for word in boxes),
        max(word.right for word in boxes),
        max(word.bottom for word in boxes),
    )
