"""How a text names a paper: "Công văn số 12/UBND-VX ngày 05/9/2026 của UBND thành phố"."""

import re
from datetime import date

from baro.documents.types import TYPE_CHOICES

_NAMES = sorted((name.lower() for _, name in TYPE_CHOICES), key=len, reverse=True)
_CODES = {name.lower(): code for code, name in TYPE_CHOICES}
_TYPE = "|".join(map(re.escape, [*_NAMES, "văn bản"]))
# A title may stand between type and number: "Luật Tổ chức chính quyền địa phương số ...",
# "Thông báo kết luận số ...".
_LAWS = "luật|pháp lệnh"
_WORDS = r"(?:\s+(?!số\b)[^\W\d_]+)"
_DAY = (
    r"ngày\s+(?P<{0}d>\d{{1,2}})\s*(?:[/.-]|tháng)\s*(?P<{0}m>\d{{1,2}})"
    r"\s*(?:[/.-]|năm)\s*(?P<{0}y>\d{{4}})"
)
_ISSUER = (
    r"của\s+(?P<issuer>[^,;.()\n]{2,120}?)"
    r"(?=\s+(?:về|tại|ngày|ban hành|quy định|hướng dẫn|triển khai|thực hiện|yêu cầu|và|đề nghị"
    r"|giao|thông báo|kết luận)\b|[,;.()\n]|\s*$)"
)
PAPER = re.compile(
    rf"(?:\b(?:(?P<law>{_LAWS}){_WORDS}{{0,14}}?|(?P<type>{_TYPE}){_WORDS}{{0,2}}?)\s+)?\bsố\s*:?\s*"
    r"(?P<symbol>\d{1,6}[a-zđ]?\s?(?:/\s?\d{4})?\s?[-/–]\s?[^\W\d_][\w]*"
    r"(?:(?:[-/–&.](?=[^\W_])|\s[-–]\s(?=[A-ZĐ]{2}))\w+)*)"
    rf"(?:,?\s+(?:ban\s+hành\s+)?{_DAY.format('a')})?"
    rf"(?:,?\s+{_ISSUER})?"
    rf"(?:,?\s+{_DAY.format('b')})?",
    re.IGNORECASE,
)


def type_named(found: re.Match[str]) -> str | None:
    return _CODES.get(" ".join((found["law"] or found["type"] or "").lower().split()))


def symbol_of(found: re.Match[str]) -> str:
    return re.sub(r"\s+", "", found["symbol"]).replace("–", "-")


def day_of(found: re.Match[str]) -> date | None:
    """The day behind the number or behind the issuer; an impossible one is none."""
    for place in ("a", "b"):
        if found[f"{place}d"]:
            parts = (int(found[f"{place}{part}"]) for part in "ymd")
            try:
                return date(*parts)
            except ValueError:
                return None
    return None


def issuer_of(found: re.Match[str]) -> str:
    return " ".join((found["issuer"] or "").split())
