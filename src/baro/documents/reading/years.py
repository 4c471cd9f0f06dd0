"""The day and the year that a text speaks of, where its head or its dates leave them out."""

import re
from datetime import date

from baro.documents.reading.days import HOUR, WEEKDAY, day_or_none
from baro.documents.reading.drafts import Head
from baro.documents.reading.patterns import grammar
from baro.documents.reading.surface import surface

_TOLD_ON = grammar(
    rf"(?<!\w)(?:(?:sáng|trưa|chiều|tối|đêm|ngày|hôm nay|{WEEKDAY}|đăng|cập nhật"
    r"|xuất bản|lúc)(?: nay)?"
    rf"(?:~,)?(?: ngày| lúc)?"
    rf"~[,:|-]?~(?:{HOUR}~[,|-]?~)?\(?|(?<![/.-]))(?P<d>\d{{1,2}})~[/.-]~(?P<m>\d{{1,2}})~[/.-]~"
    r"(?P<y>\d{4})(?!\d)(?P<clock>~[,|-]?~\d{1,2}(?::|h| giờ)~\d{0,2}|~\((?:bản )?tin)?"
)
_DUE = grammar(r"(?<!\w)(?:trước|đến|từ|hết|hạn|nhất|sau|trong|kể|khi|muộn|luật|số)(?: hết| là)?~$")
_WRITTEN_ON = grammar(
    r"(?<!\w)(?:hà nội, ngày|thời gian(?: họp)?~:[^.;]{0,40}?(?:ngày|,)"
    r"|hồi [^.;]{2,40}?ngày|hôm nay,? ngày|ngày(?= \d{1,2} tháng \d{1,2} năm \d{4},)"
    r"|(?:sáng|trưa|chiều|tối|hôm)(?: nay)?~[,(]?(?: ngày)?)"
    r" (?P<d>\d{1,2})(?: tháng |~[/-]~)(?P<m>\d{1,2})(?:,? năm |~[/-]~)"
    r"(?P<y>\d{4})(?!\d)"
)
_YEAR = re.compile(r"\bnăm\s(20\d\d)\b")
_OPENING = 800


def day_told(plain: str) -> date | None:
    """As in "Sáng 16/7/2026, đồng chí ...", "Thứ Năm, 17/9/2026": the day of a headless text.

    A bare day counts only with its hour, and none that something is due on.
    """
    for found in _TOLD_ON.finditer(plain[:_OPENING]):
        is_bare = found[0].lstrip()[0].isdigit()
        if (is_bare and not found["clock"]) or _DUE.search(plain[: found.start()]):
            continue
        return day_or_none(int(found["y"]), int(found["m"]), int(found["d"]))
    written = _WRITTEN_ON.search(plain[:_OPENING])
    return day_or_none(*(int(written[part]) for part in ("y", "m", "d"))) if written else None


def plan_year(head: Head) -> int | None:
    """As in "Kế hoạch công tác năm 2027": the one year that the subject names."""
    years = set(_YEAR.findall(surface(head.subject or "")))
    return int(years.pop()) if len(years) == 1 else None
