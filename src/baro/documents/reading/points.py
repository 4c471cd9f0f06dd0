"""Bodies meant by where they stand: "các đơn vị nêu tại mục 2, 3"."""

import re
from collections.abc import Iterable

from baro.documents.reading.patterns import grammar
from baro.documents.reading.unit_lists import UnitList

_NUMBER = r"(?:[ivx]{1,5}|\d{1,2}(?:\.\d{1,2})*)"
# As rules write it, so that others may build on it.
AT_POINTS = (
    r"(?:đã )?(?:được )?(?:nêu|giao|phân công|có tên|giao nhiệm vụ)(?: tên)?(?: trên)?"
    r" (?:tại|ở|trong) (?:các )?(?:mục|điểm|khoản|phần|ý) "
    rf"(?P<points>{_NUMBER}(?:(?:~,~| và |~-~){_NUMBER}){{0,6}})(?!\w)"
)
_FORM = grammar(AT_POINTS)
_RANGE = re.compile(r"(\d{1,2})\s*-\s*(\d{1,2})")
_POINT = re.compile(r"[ivx]+|\d[\d.]*")


def points_meant(plain: str, start: int, end: int) -> list[str]:
    """The numbers of the clauses whose bodies are meant; none when it says no such thing."""
    found = _FORM.search(plain, start, end)
    if found is None:
        return []
    span = _RANGE.fullmatch(found["points"])
    if span:
        return [str(point) for point in range(int(span[1]), int(span[2]) + 1)]
    return _POINT.findall(found["points"])


def leads_at(points: Iterable[str], known: Iterable[tuple[str, UnitList]]) -> UnitList | None:
    """All bodies that led at these points, in the order of the points."""
    known = list(known)
    lists = [leads for point in points for id_, leads in known if _is_at(id_.lower(), point)]
    mentions = tuple(dict.fromkeys(m for leads in lists for m in leads.mentions if m.units))
    return UnitList(mentions[0].start, mentions[-1].end, mentions) if mentions else None


def _is_at(id_: str, point: str) -> bool:
    parts = id_.split(".")
    wanted = point.split(".")
    return any(parts[at : at + len(wanted)] == wanted for at in range(min(2, len(parts))))
