"""Two texts side by side, paragraph by paragraph, with the words that differ. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Change = Literal["same", "changed", "removed", "added", "skipped"]
_AROUND = 1
_LONGEST = 300
_MOST = 1_500
_WINDOW = 30


@dataclass(frozen=True)
class Piece:
    """Some words of one side; `differs` where the other side has others."""

    text: str
    differs: bool = False


@dataclass(frozen=True)
class Row:
    """One paragraph on both sides; `skipped` stands for `count` equal paragraphs."""

    change: Change
    left: tuple[Piece, ...] = ()
    right: tuple[Piece, ...] = ()
    count: int = 0


def compared(first: str, second: str) -> list[Row]:
    """The differences of two texts with one equal paragraph around each, the rest skipped."""
    left, right = _paragraphs(first), _paragraphs(second)
    matcher = SequenceMatcher(None, left[:_MOST], right[:_MOST])
    rows: list[Row] = []
    for change, i, j, k, m in matcher.get_opcodes():
        if change == "equal":
            rows += [Row("same", (Piece(text),), (Piece(text),)) for text in left[i:j]]
        else:
            rows += _pairs(left[i:j], right[k:m])
    rows += _rest(left[_MOST:], right[_MOST:])
    return list(_without_equal(rows))


def _paragraphs(text: str) -> list[str]:
    return [words for line in text.splitlines() if (words := " ".join(line.split()))]


def _rest(left: list[str], right: list[str]) -> Iterator[Row]:
    """Behind the stretch that is aligned, lines are compared as they stand."""
    if left == right:
        yield from (Row("same", (Piece(text),), (Piece(text),)) for text in left)
    else:
        yield from _pairs(left, right)


def _pairs(left: list[str], right: list[str]) -> Iterator[Row]:
    """Paragraphs that share most of their words stand next to each other, in their order."""
    begin = 0
    for old in left:
        near = range(begin, min(len(right), begin + _WINDOW))
        found = next((place for place in near if _alike(old, right[place])), None)
        if found is None:
            yield Row("removed", left=(Piece(old, differs=True),))
            continue
        yield from (Row("added", right=(Piece(new, differs=True),)) for new in right[begin:found])
        yield _pair(old, right[found])
        begin = found + 1
    yield from (Row("added", right=(Piece(new, differs=True),)) for new in right[begin:])


def _pair(old: str, new: str) -> Row:
    if old == new:
        return Row("same", (Piece(old),), (Piece(new),))
    return Row("changed", *_words(old, new))


def _alike(old: str, new: str) -> bool:
    if old == new:
        return True
    olds, news = set(old.split()), set(new.split())
    return 2 * len(olds & news) >= max(len(olds), len(news))


def _words(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    left, right = re.findall(r"\S+\s*", old), re.findall(r"\S+\s*", new)
    if max(len(left), len(right)) > _LONGEST:
        return (Piece(old, differs=True),), (Piece(new, differs=True),)
    olds, news = [], []
    for change, i, j, k, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        differs = change != "equal"
        olds += [Piece("".join(left[i:j]), differs)] if j > i else []
        news += [Piece("".join(right[k:m]), differs)] if m > k else []
    return tuple(olds), tuple(news)


def _without_equal(rows: list[Row]) -> Iterator[Row]:
    """Long equal stretches become one row that says how long they were."""
    near = {
        place + step
        for place, row in enumerate(rows)
        if row.change != "same"
        for step in range(-_AROUND, _AROUND + 1)
    }
    skipped = 0
    for place, row in enumerate(rows):
        if place in near:
            if skipped:
                yield Row("skipped", count=skipped)
            skipped = 0
            yield row
        else:
            skipped += 1
    if skipped:
        yield Row("skipped", count=skipped)
