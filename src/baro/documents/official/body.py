"""The body of a paper: paragraphs, numbered clauses, tables; and simple text turned into them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from baro.kernel.text import nfc

_ROMAN = re.compile(r"(?P<sign>[IVXL]{1,6}\.)\s+(?P<text>.+)")
_NUMBER = re.compile(r"(?P<sign>\d{1,3}(?:\.\d{1,3})*[.)])\s+(?P<text>.+)")
_LETTER = re.compile(r"(?P<sign>[a-zđ]\))\s+(?P<text>.+)")
_DASH = re.compile(r"(?P<sign>[-–+])\s+(?P<text>.+)")
_ARTICLE = re.compile(r"(?P<sign>Điều \d{1,3}\.)\s*(?P<text>.*)")
_PART = re.compile(r"(?:Phần|Chương|Mục|Tiểu mục) (?:[IVXL]{1,6}|\d{1,2}|thứ \w+)\.?")
_ROW = re.compile(r"\|(.+)\|")
_RULER = re.compile(r"[|:\- ]+")
_BASIS = re.compile(r"Căn cứ .*[;.,]|Theo đề nghị của .*[;.,]|Xét đề nghị của .*[;.,]")
_LONGEST_TITLE = 120
_SENTENCE_ENDS = (".", ";", ":", ",", "./.")


class Kind(StrEnum):
    """What a paragraph is; each kind has a look of its own in the layout rules."""

    BODY = "body"
    BASIS = "basis"
    CENTRED = "centred"


@dataclass(frozen=True)
class Passage:
    """A paragraph without a number."""

    text: str
    kind: Kind = Kind.BODY


@dataclass(frozen=True)
class Clause:
    """A numbered paragraph. Level 1 is "I." or "Điều 1.", 2 "1.", 3 "a)", 4 a dash."""

    sign: str
    text: str
    level: int
    is_title: bool = False

    @property
    def written(self) -> str:
        return f"{self.sign} {self.text}".strip()

    @property
    def is_article(self) -> bool:
        return self.sign.startswith("Điều ")

    @property
    def is_bold(self) -> bool:
        """The whole line, not only the number of an article."""
        return self.is_title and not (self.is_article and not _is_title(self.text))


@dataclass(frozen=True)
class Table:
    """Rows under a head that is printed again on every page.

    `across` are the rows, counted from nought, whose first cell runs over the whole width: they
    say what the rows below them are about.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    across: frozenset[int] = frozenset()

    @property
    def plain_rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows whose cells stand under the head."""
        return tuple(row for place, row in enumerate(self.rows) if place not in self.across)


Block = Passage | Clause | Table


def parse_body(text: str) -> tuple[Block, ...]:
    """Each line is a paragraph; numbers, letters and dashes make clauses, strokes make tables.

    A table is written as `| STT | Việc | Hạn |`, one row in a line, the first row being its head.
    """
    lines = [" ".join(line.split()) for line in nfc(text).splitlines()]
    return tuple(_blocks([line for line in lines if line]))


def _blocks(lines: list[str]) -> Iterator[Block]:
    place, is_opening = 0, True
    while place < len(lines):
        end = place
        while end < len(lines) and _ROW.fullmatch(lines[end]):
            end += 1
        if end > place:
            yield from _tables(lines[place:end])
            place = end
            continue
        block = _paragraph(lines[place], is_opening=is_opening)
        is_opening = is_opening and isinstance(block, Passage) and block.kind == Kind.BASIS
        yield block
        place += 1


def _paragraph(line: str, *, is_opening: bool) -> Block:
    if is_opening and _BASIS.fullmatch(line):
        return Passage(line, Kind.BASIS)
    if _PART.fullmatch(line) or _is_caption(line):
        return Passage(line, Kind.CENTRED)
    return _clause(line) or Passage(line)


def _clause(line: str) -> Clause | None:
    levels = ((_ROMAN, 1), (_ARTICLE, 1), (_NUMBER, 2), (_LETTER, 3), (_DASH, 4))
    for pattern, level in levels:
        if found := pattern.fullmatch(line):
            text = found["text"]
            titled = level == 1 or (level == 2 and _is_title(text))
            return Clause(found["sign"], text, level, is_title=titled)
    return None


def _is_caption(line: str) -> bool:
    """A short line in capitals without a number, such as "QUYẾT ĐỊNH:"."""
    return line.isupper() and len(line) <= _LONGEST_TITLE and not _clause(line)


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and not text.endswith(_SENTENCE_ENDS)


def _tables(lines: list[str]) -> Iterator[Table]:
    """One table; none where only rulers were drawn."""
    rows = [_cells(line) for line in lines if not _RULER.fullmatch(line)]
    if rows:
        width = max(len(row) for row in rows)
        head, *rest = [tuple(row) + ("",) * (width - len(row)) for row in rows]
        yield Table(head, tuple(rest))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]
