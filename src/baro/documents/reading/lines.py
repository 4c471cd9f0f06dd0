"""Lines of the text with their places."""

import re
from typing import NamedTuple

_RULER = re.compile(r"[\s_\-–—=*~.•]{2,}|\*")


class Line(NamedTuple):
    """One line without the blanks around it."""

    start: int
    end: int
    text: str

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
    return lines
