"""Words of one cell as paragraphs: a line that was full goes on, a line with room left ended."""

from collections.abc import Iterable

from baro.documents.extraction.layout.placed import Word, box_around

_PADDING = 11.0  # points left free inside a cell, both sides together
_BLANK = 3.0


def paragraphs_of(words: Iterable[Word], *, width: float) -> list[str]:
    lines = lines_of(words)
    paragraphs: list[str] = []
    above: Word | None = None
    for line in lines:
        whole = box_around(" ".join(word.text for word in line), line)
        first = line[0].right - line[0].left
        if above is not None and width - (above.right - above.left) - _PADDING < first + _BLANK:
            paragraphs[-1] += " " + whole.text
        else:
            paragraphs.append(whole.text)
        above = whole
    return paragraphs


def lines_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words by lines from the top; inside a line in the order in which they came."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.middle):
        line = lines[-1] if lines else None
        if line and word.middle - line[0].middle < (line[0].bottom - line[0].top) * 0.6:
            line.append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.left) for line in lines]
