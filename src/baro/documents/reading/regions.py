"""Where the head ends, where the body runs, and where signature and recipients begin."""

import re
from dataclasses import dataclass

from baro.documents.reading.lines import Line
from baro.documents.reading.numbering import marker_at
from baro.documents.reading.surface import bare, surface

# A scan loses marks in the large letters of a head first: all here is compared without them.
_NATION = re.compile(
    r"cong\s*hoa\s*xa\s*hoi\s*chu\s*nghia|doc\s*lap\s*[-.]?\s*tu\s*do|dang\s*cong\s*san\s*v"
)
NUMBER = re.compile(
    r"\bs[o06]\s{0,20}:?\s{0,20}(?P<number>(?:\d{1,6}[a-z]?)?\s{0,20}[/-]\s{0,20}(?:\d{4}\s?/\s?)?"
    r"[a-z]{1,8}(?:\s?[-/.&]\s?[a-z()]{1,14}){0,4})(?!\w)"
)
DATE = re.compile(
    r"(?:[a-z][\w. -]{1,40},\s{0,20})?ngay\s{0,20}(?P<d>\d{0,2}|[.…_]{1,12})\s{0,20}"
    r"thang\s{0,20}(?P<m>\d{0,2}|[.…_]{1,12})\s{0,20}nam\s{0,20}(?P<y>\d{4})"
)
_KINDS = (
    "thông báo", "thông báo kết luận", "kết luận", "chỉ thị", "kế hoạch", "quyết định",
    "nghị quyết", "công điện", "hướng dẫn", "chương trình", "phương án", "báo cáo", "tờ trình",
    "quy định", "quy chế", "đề án", "thông tri", "công văn", "giấy mời", "thông cáo",
    "phiếu chuyển", "biên bản",
)  # fmt: skip
_TYPES = {bare(kind): kind for kind in _KINDS} | {
    f"bien ban {of}": "biên bản" for of in ("lam viec", "hop", "cuoc hop", "hoi nghi", "giao ban")
}
_BODY_OPENS = re.compile(
    r"(?:ngày|sáng|chiều|căn cứ|thực hiện|kính gửi|trong|theo|để|qua|tại|nhằm|sau khi|xét"
    r"|tiếp theo|vừa qua|thời gian)\b"
    r"(?!.{0,40}\bđối với\b.{0,5}$)"
)
_RECIPIENTS = re.compile(r"noi\s*nhan\s*:?")
_SIGNS = re.compile(
    r"(?:t/?m|k/?t|t/?l|tuq|q)\s?\.?\s(?=\S)"
    r"|(?:chu tich|pho chu tich|bi thu|pho bi thu|giam doc|chanh van phong"
    r"|pho chanh van phong|pho giam doc|truong ban|chanh thanh tra)(?: thuong truc)?$"
)
COLUMNS = re.compile(r"\t| {3,}|\|")
_HEAD_LINES = 45
_TITLE_LINES = 6
_SUBJECT_LINES = 8
_FOOT_LINES = 60


@dataclass(frozen=True)
class Regions:
    """Line numbers: head [0, body), body [body, foot), foot [foot, end). No head: body is 0."""

    body: int
    foot: int
    type_line: int | None = None
    subject: tuple[int, int] = (0, 0)


def is_titled(lines: list[Line]) -> bool:
    """An official paper may come without its head; its kind still stands on top in capitals."""
    opening = [line.text for line in lines if line.text][:_TITLE_LINES]
    return any(
        is_capitals(text) and _plain(text).strip(" :.*").startswith(tuple(_TYPES))
        for text in opening
    )


def is_minutes(lines: list[Line]) -> bool:
    return any(
        is_capitals(line.text) and _plain(line.text).strip(" :.*").startswith("bien ban")
        for line in lines[:_HEAD_LINES]
    )


def find_regions(lines: list[Line]) -> Regions:
    plain = [
        _plain(line.text.replace("\t", "   ")) if _is_near_an_end(at, len(lines)) else ""
        for at, line in enumerate(lines)
    ]
    foot = _foot(lines, plain)
    marks = [at for at in range(min(_HEAD_LINES, foot)) if _is_mark(plain[at], at)]
    if not any(_is_number_line(plain[at]) or _NATION.search(plain[at]) for at in marks):
        return Regions(0, foot)
    type_line = _type_line(lines, plain, marks, foot)
    if type_line is not None:
        end = _subject_end(lines, plain, type_line + 1, foot)
        return Regions(end, foot, type_line, (type_line + 1, end))
    return _letter(lines, plain, marks, foot)


def _is_near_an_end(at: int, count: int) -> bool:
    """Head and foot are looked for in so many lines from each end; the body is not."""
    return at < _HEAD_LINES * 2 or at >= count - _FOOT_LINES * 3


def _is_mark(plain: str, at: int) -> bool:
    if _NATION.search(plain):
        return True
    return _is_number_line(plain) or (len(plain) < 160 and _is_date(plain))


def _is_number_line(plain: str) -> bool:
    """As in "Số: 12/TB-UBND" in a cell of its own; not "Chương trình số 12" in a sentence."""
    return any(
        cell.strip().startswith("s") and NUMBER.match(cell.strip()) for cell in COLUMNS.split(plain)
    )


def names_addressees(text: str) -> bool:
    """As in "Kính gửi: ...", "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ điện:"."""
    plain = _plain(text)
    return plain.startswith("kinh gui") or plain.endswith((" dien:", " gui:"))


def type_named(line: str) -> str | None:
    """As in "BIÊN BẢN LÀM VIỆC", with or without its marks: "biên bản"."""
    return _TYPES.get(" ".join(_plain(line).strip(" :.*").split()))


def is_capitals(text: str) -> bool:
    """In capitals, but for letters that a scan mistook: "THÀNH PHỐ HÀ NỘl"."""
    letters = [char for char in text.replace("l", "I") if char.isalpha()]
    return len(letters) > 1 and sum(char.isupper() for char in letters) >= len(letters) * 0.8


def _plain(text: str) -> str:
    return bare(surface(text))


def _is_date(plain: str) -> bool:
    found = DATE.search(plain)
    return bool(found) and len(plain) - (found.end() - found.start() if found else 0) < 80


def _type_line(lines: list[Line], plain: list[str], marks: list[int], foot: int) -> int | None:
    for at in range(min(marks), min(max(marks) + 8, foot)):
        if is_capitals(lines[at].text) and type_named(lines[at].text):
            return at
    return None


def _subject_end(lines: list[Line], plain: list[str], start: int, foot: int) -> int:
    at, seen = start, False
    while at < min(start + _SUBJECT_LINES, foot):
        line = lines[at]
        if line.is_ruler or (line.is_blank and seen):
            return at + 1
        if not line.is_blank:
            if _opens_body(plain[at], line.text, lines[at - 1].text, seen=seen):
                return at
            seen = True
        at += 1
    return at


def _opens_body(plain: str, text: str, above: str, *, seen: bool) -> bool:
    if marker_at(text, above) or "noi nhan" in plain[:12] or names_addressees(text):
        return True
    if not seen:
        return len(text) > 160
    opens = _BODY_OPENS.match(surface(text)) is not None
    return bool(opens and text[:1].isupper()) or len(text) > 160


def _letter(lines: list[Line], plain: list[str], marks: list[int], foot: int) -> Regions:
    """A letter has no type line: its subject is "V/v ..." and it opens with "Kính gửi"."""
    end = max(mark for mark in marks if mark <= min(marks) + 16) + 1
    subject = (0, 0)
    for at in range(min(marks), min(end + 10, foot)):
        if re.match(r"(?:v/v|ve viec)\b", plain[at]):
            subject = (at, _about_end(lines, plain, at, foot))
            end = max(end, subject[1])
            break
    return Regions(end, foot, None, subject)


def _about_end(lines: list[Line], plain: list[str], start: int, foot: int) -> int:
    at = start + 1
    while at < min(start + 5, foot):
        if lines[at].is_blank or lines[at].is_ruler or len(lines[at].text) > 120:
            return at
        if plain[at].startswith("kinh gui") or _is_mark(plain[at], at):
            return at
        at += 1
    return at


def _foot(lines: list[Line], plain: list[str]) -> int:
    """The first line of the closing block: signature or recipients, whichever stands first."""
    nearest = max(0, len(lines) - _FOOT_LINES * 2)
    named = [at for at in range(nearest, len(lines)) if _RECIPIENTS.match(plain[at])]
    if not named:
        named = [at for at in range(nearest, len(lines)) if re.search(r"\s{3,}noi nhan", plain[at])]
    if named:
        return _with_signature_above(lines, plain, named[-1])
    return _signature_only(lines, plain, nearest)


def _with_signature_above(lines: list[Line], plain: list[str], at: int) -> int:
    first = at
    for above in range(at - 1, max(at - 14, -1), -1):
        if lines[above].is_blank or lines[above].is_ruler:
            continue
        if len(lines[above].text) > 70 or lines[above].text.endswith((".", ";", ":", "/.")):
            break
        if _SIGNS.match(plain[above]) and is_capitals(lines[above].text):
            first = above
    return first


def _signature_only(lines: list[Line], plain: list[str], nearest: int) -> int:
    for at in range(max(nearest, len(lines) - 20), len(lines)):
        line = lines[at]
        if is_capitals(line.text) and _SIGNS.match(plain[at]) and len(line.text) < 70:
            return at
    return len(lines)
