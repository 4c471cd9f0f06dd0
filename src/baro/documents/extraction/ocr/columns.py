"""Heads and signatures in two columns, which a recogniser may read straight across."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from baro.documents.extraction.ocr.tesseract import Seen

_WIDE = 1.6  # of the height of a letter; blanks between words are narrower
_FEWEST_LINES = 2

Line = list[Seen]
Gap = tuple[int, int]


def lines_of(seen: Sequence[Seen]) -> Iterator[Line]:
    """The lines of the recogniser; where they run over two columns, left lines before right."""
    lines = [list(words) for _, words in groupby(seen, key=lambda word: word.line)]
    place = 0
    while place < len(lines):
        block = _block(lines[place:])
        if sum(_gap(line) is not None for line in block) >= _FEWEST_LINES:
            yield from _column_after_column(block)
            place += len(block)
        else:
            yield lines[place]
            place += 1


def _block(lines: list[Line]) -> list[Line]:
    """The lines from here on that leave a common gap free."""
    gap = _gap(lines[0])
    if gap is None:
        return []
    block = [lines[0]]
    for line in lines[1:]:
        common = _common(gap, line)
        if common is None:
            break
        gap = common
        block.append(line)
    while block and _gap(block[-1]) is None:
        block.pop()
    return block


def _common(gap: Gap, line: Line) -> Gap | None:
    """What stays of a gap once a line with its own gap, or beside it, is added."""
    own = _gap(line)
    if own is not None:
        shared = max(gap[0], own[0]), min(gap[1], own[1])
        return shared if shared[0] < shared[1] else None
    middle = (gap[0] + gap[1]) // 2
    is_beside = line[-1].right <= middle or line[0].left >= middle
    return gap if is_beside else None


def _gap(line: Line) -> Gap | None:
    height = max(word.bottom - word.top for word in line)
    gaps = [(one.right, other.left) for one, other in pairwise(line)]
    widest = max(gaps, key=lambda gap: gap[1] - gap[0], default=(0, 0))
    return widest if widest[1] - widest[0] > height * _WIDE else None


def _column_after_column(block: list[Line]) -> Iterator[Line]:
    gap = next(gap for line in block if (gap := _gap(line)))
    for line in block:
        gap = _common(gap, line) or gap
    middle = (gap[0] + gap[1]) // 2
    yield from (left for line in block if (left := [w for w in line if w.left < middle]))
    yield from (right for line in block if (right := [w for w in line if w.left >= middle]))
