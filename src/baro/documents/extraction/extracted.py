"""The text of a file and where its pages begin."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

FileKind = Literal["docx", "pdf", "txt"]


class PageAnchor(NamedTuple):
    """Page `number` begins at character `start` of the text."""

    number: int
    start: int


@dataclass(frozen=True)
class Extracted:
    """NFC text; `pages` is empty where the format knows no pages (Word, plain text)."""

    text: str
    kind: FileKind
    pages: tuple[PageAnchor, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The page on which the character at `offset` stands."""
        before = [page.number for page in self.pages if page.start <= offset]
        return before[-1] if before else None
