"""The day and the year that a text speaks of, where its head or its dates leave them out."""

import re
from datetime import date

from baro.documents.reading.days import day_or_none
from baro.documents.reading.drafts import Head
from baro.documents.reading.patterns import grammar
from baro.documents.reading.surface import surface

_TOLD_ON = grammar(
    r"(?<!\w)(?:sáng|trưa|chiều|tối|ngày|hôm nay)(?: ngày)?~,?~\(?(?P<d>\d{1,2})~[/-]~"
    r"(?P<m>\d{1,2})~[/-]~(?P<y>\d{4})(?!\d)"
)
_YEAR = re.compile(r"\bnăm\s(20\d\d)\b")
_OPENING = 800


def day_told(plain: str) -> date | None:
    """As in "Sáng 16/7/2026, đồng chí ...": the day of a text that has no head."""
    for found in _TOLD_ON.finditer(plain[:_OPENING]):
        return day_or_none(int(found["y"]), int(found["m"]), int(found["d"]))
    return None


def plan_year(head: Head) -> int | None:
    """As in "Kế hoạch công tác năm 2027": the one year that the subject names."""
    years = set(_YEAR.findall(surface(head.subject or "")))
    return int(years.pop()) if len(years) == 1 else None
