"""Lines joined to paragraphs again: a hard line break inside a sentence is no new clause."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from baro.documents.reading.label_words import opens_with_label
from baro.documents.reading.letters import LOWER
from baro.documents.reading.lines import Line
from baro.documents.reading.numbering import Marker, marker_at
from baro.documents.reading.surface import surface
from baro.documents.reading.tables import Row

_ENDS = re.compile(r"[.;:!?…][\"”'\u2019)\]]*$|\./\.?$")
_CONTINUES = re.compile(rf"[{LOWER}0-9,;:.)\]%/&(]")
_HANGS = re.compile(
    r"(?:^|\s)(?:giao|sở|các|của|và|với|ubnd|hđnd|thành phố|phường|xã|ban|ủy ban|trước ngày"
    r"|ngày|tại|về|cho|do|,)$",
    re.IGNORECASE,
)
_NAMES_FOLLOW = re.compile(
    r"(?:các|những)\s(?:sở|ban|phường|xã|xã,\sphường|phường,\sxã|đơn\svị|đồng\schí)\s?:$",
    re.IGNORECASE,
)
_WIDEST_BROKEN_LINE = 140
_LABEL_WIDTH = 60
_NEARLY_FULL = 0.78
_NO_ROWS: Mapping[int, Row] = MappingProxyType({})


class Paragraph(NamedTuple):
    """A stretch of text under one sign; `body` is where the words begin, after the sign."""

    start: int
    end: int
    body: int
    marker: Marker | None


def paragraphs(lines: list[Line], rows: Mapping[int, Row] = _NO_ROWS) -> list[Paragraph]:
    """Each row of a table is a paragraph of its own, whatever stands above and below it."""
    width = _line_width([line for line in lines if line.start not in rows])
    found: list[Paragraph] = []
    above: Line | None = None
    gap = False
    for line in lines:
        if line.is_blank or line.is_ruler:
            gap = gap or line.is_blank
            continue
        row = rows.get(line.start)
        if row:
            body = line.start + (row.marker.length if row.marker else 0)
            found.append(Paragraph(line.start, line.end, body, row.marker))
            above, gap = None, False
            continue
        marker = marker_at(line.text, above.text if above and not _is_finished(above) else "")
        if above and _goes_on(above, line, marker, width, gap=gap):
            found[-1] = found[-1]._replace(end=line.end)
        else:
            body = line.start + (marker.length if marker else 0)
            found.append(Paragraph(line.start, line.end, body, marker))
        above, gap = line, False
    return found


def _line_width(lines: list[Line]) -> int:
    """How wide the page was set, or 0 when each paragraph is one line."""
    lengths = sorted(len(line.text) for line in lines if line.text)
    if not lengths or lengths[-1] > _WIDEST_BROKEN_LINE:
        return 0
    return lengths[int(len(lengths) * 0.9)]


def _goes_on(above: Line, line: Line, marker: Marker | None, width: int, *, gap: bool) -> bool:
    if _opens_itself(above, line, marker):
        return False
    full = width > 0 and len(above.text) >= width * _NEARLY_FULL
    if _is_finished(above):
        return not gap and _is_expected(above, line, full=full)
    if _CONTINUES.match(line.text):
        return not gap or not above.text.isupper()
    if _HANGS.search(above.text[-16:]) and not above.text.isupper():
        return True
    if gap or above.text.isupper():
        return False
    return full


def _is_expected(above: Line, line: Line, *, full: bool) -> bool:
    """After a comma at the end of a full line, or as in "UBND các phường: | Cầu Giấy, Yên Hòa"."""
    if _NAMES_FOLLOW.search(above.text[-24:]):
        return line.text[0].isupper()
    return full and above.text[-1] in ";,"


def _opens_itself(above: Line, line: Line, marker: Marker | None) -> bool:
    opening = line.text[:_LABEL_WIDTH]
    if ":" in opening and opens_with_label(surface(opening)):
        return True
    return marker is not None and not _is_dash_inside_a_name(above, line, marker)


def _is_dash_inside_a_name(above: Line, line: Line, marker: Marker) -> bool:
    """As in "kinh tế | - xã hội": the dash joins words, it opens nothing."""
    rest = line.text[marker.length : marker.length + 1]
    return marker.label == "-" and rest.islower() and not _is_finished(above)


def _is_finished(line: Line) -> bool:
    return _ENDS.search(line.text[-8:]) is not None
