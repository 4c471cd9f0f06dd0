"""Reads the head and the signature of an official paper, in one or two columns."""

import re
from datetime import date

from baro.documents.reading.days import day_or_none
from baro.documents.reading.drafts import Head
from baro.documents.reading.gazetteer import Gazetteer
from baro.documents.reading.lines import Line
from baro.documents.reading.mentions import Naming, find_mentions
from baro.documents.reading.regions import DATE, NUMBER, Regions, is_capitals, type_named
from baro.documents.reading.secrecy import secrecy_mark, urgency_mark
from baro.documents.reading.signers import read_signer
from baro.documents.reading.surface import bare, surface

_COLUMNS = re.compile(r"\t| {3,}|\|")
_RIGHT_COLUMN = re.compile(r"\s(?:cong hoa xa hoi|dang cong san)")
_NOT_THE_ISSUER = re.compile(
    r"cong\s*hoa\s*xa\s*hoi|doc\s*lap|dang\s*cong\s*san|^(?:mat|toi mat|tuyet mat|khan"
    r"|thuong khan|hoa toc)$|^dang bo thanh pho"
)
_BODIES = re.compile(
    r"uy ban|ubnd|hdnd|hoi dong|van phong|so |ban |dang uy|thanh uy|thanh tra|trung tam"
    r"|mat tran|phuong |xa |thanh pho"
    r"|tp |dang bo|cong an|cuc |chi cuc |phong "
)
_TYPE_OF_SYMBOL = {
    "tb": "Thông báo", "kl": "Kết luận", "kh": "Kế hoạch", "ct": "Chỉ thị", "nq": "Nghị quyết",
    "qđ": "Quyết định",
    "hd": "Hướng dẫn", "ctr": "Chương trình", "bc": "Báo cáo", "cđ": "Công điện", "ttr": "Tờ trình",
    "bb": "Biên bản", "pa": "Phương án", "đa": "Đề án", "gm": "Giấy mời", "cv": "Công văn",
    "qyđ": "Quy định",
}  # fmt: skip
_HEAD_LINES = 45


def read_head(lines: list[Line], regions: Regions, gazetteer: Gazetteer) -> Head:
    if regions.body == 0:
        marks = "\n".join(line.text for line in lines[:_HEAD_LINES])
        return Head(secrecy=secrecy_mark(marks), urgency=urgency_mark(marks))
    head = lines[: regions.body]
    number = _number(head)
    title, name = read_signer(lines[regions.foot :])
    return Head(
        type=_type(lines, regions, number),
        number=number,
        issued_on=_issued_on(head),
        issuer=_issuer(head, regions, gazetteer),
        subject=_subject(lines, regions),
        signer_title=title,
        signer_name=name,
        secrecy=secrecy_mark("\n".join(line.text for line in lines)),
        urgency=urgency_mark("\n".join(line.text for line in lines[:_HEAD_LINES])),
    )


def _number(head: list[Line]) -> str | None:
    for line in head:
        found = NUMBER.search(_plain(line.text))
        if found:
            written = line.text[found.start("number") : found.end("number")]
            number = re.sub(r"\s+", "", written)
            return number if number[0].isdigit() else None
    return None


def _type(lines: list[Line], regions: Regions, number: str | None) -> str | None:
    if regions.type_line is not None:
        name = type_named(lines[regions.type_line].text) or ""
        return "Thông báo" if name.startswith("thông báo") else name[:1].upper() + name[1:]
    if number is None:
        return "Công văn" if regions.subject != (0, 0) else None
    symbol = re.split(r"[/-]", number.lower())
    sign = next((part for part in symbol[1:] if not part.isdigit()), "")
    return _TYPE_OF_SYMBOL.get(sign, "Công văn")


def _issued_on(head: list[Line]) -> date | None:
    for line in head:
        found = DATE.search(_plain(line.text))
        if found and found["d"].isdigit() and found["m"].isdigit():
            return day_or_none(int(found["y"]), int(found["m"]), int(found["d"]))
    return None


def _issuer(head: list[Line], regions: Regions, gazetteer: Gazetteer) -> str | None:
    cells = _issuing_cells(head, regions)
    if not cells:
        return None
    joined = " ".join(cells)
    named = find_mentions(joined, surface(joined), Naming(gazetteer))
    units = [unit for mention in named if mention.kind == "unit" for unit in mention.units]
    if units and surface(cells[-1]).strip() == "văn phòng":
        office = f"Văn phòng {units[-1].name}"
        known = find_mentions(office, surface(office), Naming(gazetteer))
        return known[0].units[0].name if known and known[0].units else office
    if units and _is_named_last(named[-1].end, joined):
        return units[-1].name
    meant = gazetteer.misspelt(joined)
    return meant.name if meant else " ".join(joined.split())


def _is_named_last(end: int, joined: str) -> bool:
    return not joined[end:].strip(" .*-")


def _issuing_cells(head: list[Line], regions: Regions) -> list[str]:
    """The cells of the left column above the number, in capitals."""
    found: list[str] = []
    limit = regions.type_line if regions.type_line is not None else len(head)
    for line in head[:limit]:
        number = NUMBER.search(_plain(line.text))
        found += [cell.strip(" *-_") for cell in _cells(line.text) if _names_issuer(cell)]
        if number and found:
            break
    return found


def _cells(line: str) -> list[str]:
    """The columns of a line, also where the page left only one blank between them."""
    cells = []
    right = _RIGHT_COLUMN.search(_plain(line))
    parted = f"{line[: right.start()]}\t{line[right.start() + 1 :]}" if right else line
    for cell in _COLUMNS.split(parted):
        words = cell.split()
        capitals = next((at for at, word in enumerate(words) if not _is_large(word)), len(words))
        cells.append(" ".join(words[:capitals]) if capitals > 1 else cell)
    return cells


def _is_large(word: str) -> bool:
    return word.replace("l", "I").isupper()


def _plain(text: str) -> str:
    return bare(surface(text))


def _names_issuer(cell: str) -> bool:
    shown = cell.strip(" *-_")
    plain = _plain(shown)
    return (
        bool(shown)
        and is_capitals(shown)
        and NUMBER.match(plain) is None
        and _NOT_THE_ISSUER.search(plain) is None
        and _BODIES.search(f"{plain} ") is not None
    )


def _subject(lines: list[Line], regions: Regions) -> str | None:
    start, end = regions.subject
    cells = []
    for line in lines[start:end]:
        if line.is_ruler or not line.text:
            continue
        cells.append(_COLUMNS.split(line.text)[0] if regions.type_line is None else line.text)
    words = " ".join(" ".join(cells).split()).strip(" -_*")
    words = (
        re.sub(r"^(?:V/v|v/v|Về việc)\s*:?\s*", "", words) if regions.type_line is None else words
    )
    return words or None
