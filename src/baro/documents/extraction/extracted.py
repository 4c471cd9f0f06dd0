"""The text of a file, where its pages begin, and what a reader of it should know."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

FileKind = Literal["docx", "pdf", "txt", "html", "eml", "doc", "odt", "rtf", "picture"]


class PageAnchor(NamedTuple):
    """Page `number` begins at character `start` of the text."""

    number: int
    start: int


class Found(NamedTuple):
    """What the reader of one kind of file hands over, before the text is brought to one form."""

    text: str
    pages: list[PageAnchor]
    notes: list[str]
    aside: str = ""


@dataclass(frozen=True)
class Extracted:
    """NFC text; `pages` is empty where the format knows no pages (Word, plain text).

    `notes` are full sentences for the person who handed the file in: what was left out, what was
    converted, what should be compared with the original. `aside` is what stands in the file beside
    the text (heads and feet of pages, hidden words): it gives no tasks but may bear a secrecy mark.
    """

    text: str
    kind: FileKind
    pages: tuple[PageAnchor, ...] = ()
    notes: tuple[str, ...] = ()
    aside: str = ""

    def page_at(self, offset: int) -> int | None:
        """The page on which the character at `offset` stands."""
        before = [page.number for page in self.pages if page.start <= offset]
        return before[-1] if before else None
