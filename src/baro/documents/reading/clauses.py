"""Paragraphs set in their order under each other, each with an id that a person can find."""

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass

from baro.documents.reading.paragraphs import Paragraph

_PLAIN = 20
_LONGEST_ID = 40
_LONGEST_SECTION = 120


@dataclass(frozen=True)
class Block:
    """One clause of the body: its id, its place, and the clauses it stands under (nearest last).

    An item is opened by a sign of its own; the others are plain paragraphs.
    """

    id: str
    start: int
    end: int
    body: int
    is_item: bool
    depth: float
    above: tuple["Block", ...] = ()


def blocks(text: str, found: list[Paragraph], rows: Container[int] = frozenset()) -> list[Block]:
    """The ids are those of the paper: "II.3.a"; the second dash under it is "II.3.a.-2"."""
    result: list[Block] = []
    open_blocks: list[Block] = []
    counted: Counter[str] = Counter()
    for place, paragraph in enumerate(found):
        depth = _depth(text, paragraph, found[place + 1 : place + 2], rows)
        while open_blocks and open_blocks[-1].depth >= depth:
            open_blocks.pop()
        parent = _name_above(open_blocks, paragraph)
        block = Block(
            id=_id(parent, paragraph, counted),
            start=paragraph.start,
            end=paragraph.end,
            body=paragraph.body,
            is_item=paragraph.marker is not None,
            depth=depth,
            above=tuple(open_blocks),
        )
        result.append(block)
        open_blocks.append(block)
    return result


def _depth(
    text: str, paragraph: Paragraph, following: list[Paragraph], rows: Container[int]
) -> float:
    """A plain paragraph that ends with a colon stands just over the items that follow it.

    So does a line in a table that is one cell over its whole width.
    """
    if paragraph.marker:
        return paragraph.marker.depth
    if not following or not following[0].marker:
        return _PLAIN
    names_rows = following[0].start in rows and paragraph.end - paragraph.start < _LONGEST_SECTION
    if text[paragraph.end - 1] == ":" or names_rows:
        return following[0].marker.depth - 0.5
    return _PLAIN


def _name_above(open_blocks: list[Block], paragraph: Paragraph) -> str:
    """A number of the paper stands for itself; only a dash needs the paragraph above it."""
    own_number = paragraph.marker is not None and paragraph.marker.label[0].isalnum()
    for above in reversed(open_blocks):
        if above.is_item or not own_number:
            return above.id
    return ""


def _id(parent: str, paragraph: Paragraph, counted: Counter[str]) -> str:
    label = paragraph.marker.label if paragraph.marker else "p"
    if not label[0].isalnum() or not paragraph.marker:
        counted[f"{parent}/{label}"] += 1
        label = f"{label}{counted[f'{parent}/{label}']}"
    own = label if label.startswith(f"{parent}.") or not parent else f"{parent}.{label}"
    own = own if not _repeats_number(parent, label) else _replaced_number(parent, label)
    own = own[-_LONGEST_ID + 4 :]
    counted[own] += 1
    return own if counted[own] == 1 else f"{own}~{counted[own]}"


def _repeats_number(parent: str, label: str) -> bool:
    """As in "II.1" over "1.2": the second already carries the 1."""
    last = parent.rsplit(".", 1)[-1]
    return last.isdigit() and label.startswith(f"{last}.")


def _replaced_number(parent: str, label: str) -> str:
    return f"{parent}{label[label.index('.') :]}"
