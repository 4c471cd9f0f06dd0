"""Lines of the text with their places; page numbers and running heads are set aside."""

import re
from collections import Counter
from typing import NamedTuple

_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:trang\s+)?\d{1,3}(?:\s*/\s*\d{1,3})?[-–—\s]*", re.IGNORECASE)
_RULER = re.compile(r"[\s_\-–—=*~.•]{2,}|\*")
_REPEATED = 3
_LONGEST_RUNNING_HEAD = 90


class Line(NamedTuple):
    """One line without the blanks around it; `is_furniture` when it belongs to the page."""

    start: int
    end: int
    text: str
    is_furniture: bool = False

    @property
    def is_blank(self) -> bool:
        return not self.text

    @property
    def is_ruler(self) -> bool:
        """A drawn line ("-----", "*") that separates parts of the head."""
        return bool(self.text) and _RULER.fullmatch(self.text) is not None


def split_lines(text: str) -> list[Line]:
    lines, start = [], 0
    for raw in text.splitlines(keepends=True):
        shown = raw.strip()
        lead = len(raw) - len(raw.lstrip())
        lines.append(Line(start + lead, start + lead + len(shown), shown))
        start += len(raw)
    return _set_page_furniture_aside(lines)


def _set_page_furniture_aside(lines: list[Line]) -> list[Line]:
    numbers = {place for place, line in enumerate(lines) if _PAGE_NUMBER.fullmatch(line.text)}
    beside = Counter(
        lines[near].text for place in numbers for near in _text_around(lines, place, numbers)
    )
    running = {text for text, times in beside.items() if times >= _REPEATED}
    return [
        line._replace(is_furniture=place in numbers or line.text in running)
        for place, line in enumerate(lines)
    ]


def _text_around(lines: list[Line], place: int, numbers: set[int]) -> list[int]:
    """The nearest line with words on each side, where a running head or foot would stand."""
    return [
        near
        for step in (-1, 1)
        for near in _next_with_words(lines, place, step, numbers)
        if len(lines[near].text) <= _LONGEST_RUNNING_HEAD
    ]


def _next_with_words(lines: list[Line], place: int, step: int, numbers: set[int]) -> list[int]:
    for near in range(place + step, place + step * 4, step):
        if not 0 <= near < len(lines):
            return []
        if lines[near].text and near not in numbers:
            return [near]
    return []
