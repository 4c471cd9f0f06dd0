"""Signs that open a clause: I. - 1. - 1.1. - a) - dash - plus, and how deep each stands."""

import re
from typing import NamedTuple


class Marker(NamedTuple):
    """The sign as it enters a clause's id, how deep it stands, and how many characters it takes."""

    label: str
    depth: int
    length: int


_PART, _ROMAN, _NUMBER, _LETTER, _DASH, _PLUS, _BULLET = 0, 1, 2, 8, 10, 11, 12
_ORDINALS = "nhất|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười"
_FORMS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (
        _PART,
        re.compile(r"(?:PHẦN|Phần|MỤC|Mục|CHƯƠNG|Chương)\s+([IVX]{1,5}|\d{1,2}|thứ \w+)\b[.:]?\s*"),
    ),
    (_PART, re.compile(r"([ABCDEĐGH])\s*[.)/]\s+")),
    (_ROMAN, re.compile(r"([IVX]{1,5})\s*(?:[.)/]\s*|[-–—]\s+|[-–—](?=\D))")),
    (_NUMBER, re.compile(r"(?:Nhiệm vụ|NHIỆM VỤ|Nội dung)\s+(\d{1,2})\s*[.:]\s*")),
    (_NUMBER, re.compile(r"Điều\s+(\d{1,3})\s*[.:]\s*")),
    (_NUMBER, re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\s*[.)/:–-]?\s+(?=\D)")),
    (
        _NUMBER,
        re.compile(
            r"(\d{1,2})\s*(?:[.)/]\s*(?=[^\d\s.)/])|[.)/]\s+(?=\d{1,3} [^\W\d])|[-–—]\s+(?=\D))"
        ),
    ),
    (
        _NUMBER,
        re.compile(
            rf"([Tt]hứ\s+(?:{_ORDINALS})|(?:[Mm]ột|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm)\s+là)\s*[,:]\s*"
        ),
    ),
    (_LETTER - 1, re.compile(r"\((\d{1,2})\)\s*(?=\S)")),
    (_LETTER, re.compile(r"(i{2,3}|iv|vi{1,3}|ix)\s*[.)]\s*(?=\S)")),
    (_LETTER, re.compile(r"([a-zđ])\s*(?:[.)/]\s*(?=\S)|[-–—]\s+(?=\w))")),
    (_DASH, re.compile(r"(=+>|→|⇒|➔)\s*(?=\S)")),
    (_DASH, re.compile(r"([-–—\u2212\u2010])\s*(?=[^\s\d-])|([-–—\u2212])\s+(?=\d)")),
    (_PLUS, re.compile(r"(\+)\s*(?=\S)")),
    (_BULLET, re.compile(r"([•●▪◦‣*❖✓➢])\s*(?=\S)")),
)
# A line that was broken before a number is no clause: "trước ngày | 25. Các đơn vị".
_UNFINISHED = re.compile(
    r"\b(?:ngày|tháng|năm|số|điều|khoản|điểm|mục|quý|kỳ|thứ|lần|và|của|với|là|tại|trên|hơn|gần)$",
    re.IGNORECASE,
)


def marker_at(line: str, before: str = "") -> Marker | None:
    """The sign that opens `line`, if any; `before` is the line above it."""
    if line[:1].isalnum() and _UNFINISHED.search(before[-12:]):
        return None
    for depth, form in _FORMS:
        found = form.match(line)
        if found:
            label = next(group for group in found.groups() if group)
            return Marker(_label(label), depth + label.count("."), found.end())
    return None


def _label(sign: str) -> str:
    if sign in "–—\u2212\u2010":
        return "-"
    return " ".join(sign.split())
