"""Where appendices begin: what stands after the signature and is read as well."""

import re

from baro.documents.reading.lines import Line
from baro.documents.reading.surface import surface

_OPENS = re.compile(
    r"(?:phụ\s+lục(?:\s+(?:số\s+)?(?:\d{1,2}|[ivx]{1,5}))?\b|danh\s+mục\s+(?:các\s+)?(?:nhiệm\s+vụ"
    r"|công\s+việc|nội\s+dung)|bảng\s+(?:tổng\s+hợp\s+)?phân\s+công|biểu\s+phân\s+công)"
)
_SIGNED = re.compile(
    r"nơi\s*nh[âậ]n|(?:t/?m|k/?t|t/?l|tuq)\s?\.\s?\S|(?:chủ tịch|giám đốc|bí thư)$"
)
_LONGEST = 120
_LOOK_BACK = 45


def appendix_at(lines: list[Line]) -> int:
    """The first line of the appendices; the number of lines when there are none."""
    signed = -_LOOK_BACK * 2
    for at, line in enumerate(lines):
        if not line.text or len(line.text) > _LONGEST or not _may_open(line, at - signed):
            continue
        plain = surface(line.text)
        if _SIGNED.match(plain) and (line.text.isupper() or plain.startswith("nơi")):
            signed = at
        elif at - signed <= _LOOK_BACK and _opens(line, plain):
            return at
    return len(lines)


def _may_open(line: Line, lines_since: int) -> bool:
    """A quick look: only capitals and "Nơi nhận" end a paper, and appendices follow soon."""
    return lines_since <= _LOOK_BACK or line.text[0] in "Nn" or line.text.isupper()


def _opens(line: Line, plain: str) -> bool:
    titled = line.text.isupper() or plain.startswith("phụ lục")
    return titled and _OPENS.match(plain) is not None
