"""Official papers as text: Decree 30/2020 for the state, Guide 36-HD/VPTW for the Party."""

from collections.abc import Iterator
from datetime import date

from baro.config.demo.papers import Assigned, Paper
from baro.config.demo.phrases import (
    CLOSINGS,
    OPENINGS,
    PLAN_PURPOSE,
    TITLES,
    WITHOUT_REVIEW,
    addressees,
    day_words,
    sentence,
)


class Sheet:
    """Lines that become one text; each knows where it will stand in it."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._length = 0

    def add(self, line: str = "") -> int:
        """Put a line down; the offset at which it begins."""
        start = self._length
        self._lines.append(line)
        self._length += len(line) + 1
        return start

    def add_all(self, lines: Iterator[str] | tuple[str, ...]) -> None:
        for line in lines:
            self.add(line)

    @property
    def text(self) -> str:
        return "\n".join(self._lines)


def write(paper: Paper, *, leader: str, signer: str) -> None:
    """Give the paper its text, and each duty its clause and its place in the text."""
    sheet = Sheet()
    sheet.add_all(_head(paper))
    sheet.add_all(_title(paper))
    sheet.add(
        OPENINGS[paper.kind].format(
            topic=paper.sector.topic,
            leader=leader,
            Day=f"N{day_words(paper.issued_on)[1:]}",
            day=day_words(paper.issued_on),
            issuer=paper.issuer.short_name,
            name=paper.sector.name,
            finding=_finding(paper),
        )
    )
    body = _plan_body if paper.kind == "plan" else _numbered_body
    body(sheet, paper)
    sheet.add(CLOSINGS[paper.kind].format(issuer=paper.issuer.short_name))
    sheet.add_all(_foot(paper, signer))
    paper.text = sheet.text


def _head(paper: Paper) -> Iterator[str]:
    if paper.sector.is_party:
        yield "THÀNH ỦY HÀ NỘI"
        yield "*"
        yield f"Số {paper.symbol}"
        yield "ĐẢNG CỘNG SẢN VIỆT NAM"
    else:
        if paper.issuer.code != "UBND-TP":
            yield "ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI"
            yield paper.issuer.short_name.upper().replace("UBND", "ỦY BAN NHÂN DÂN")
        else:
            yield "ỦY BAN NHÂN DÂN"
            yield "THÀNH PHỐ HÀ NỘI"
        yield "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        yield "Độc lập - Tự do - Hạnh phúc"
        yield f"Số: {paper.symbol}"
    yield f"Hà Nội, {long_day(paper.issued_on)}"
    yield ""


def _title(paper: Paper) -> Iterator[str]:
    title = TITLES[paper.kind]
    if title:
        yield title
        yield paper.subject
    else:
        yield f"V/v {paper.subject}"
        yield "Kính gửi:"
        yield from (f"- {name};" for name in addressees(paper))
    yield ""


def _numbered_body(sheet: Sheet, paper: Paper) -> None:
    first = 1
    if paper.kind not in WITHOUT_REVIEW:
        sheet.add(f"1. Đánh giá chung: {_finding(paper)}")
        first = 2
    for number, item in enumerate(paper.assigned, start=first):
        _put(sheet, paper, item, f"{number}", f"{number}. ")


def _finding(paper: Paper) -> str:
    findings = paper.sector.findings
    return findings[paper.place % len(findings)]


def _plan_body(sheet: Sheet, paper: Paper) -> None:
    sheet.add("I. MỤC ĐÍCH, YÊU CẦU")
    for number, line in enumerate(PLAN_PURPOSE, start=1):
        sheet.add(f"{number}. {line.format(name=paper.sector.name)}")
    sheet.add("II. NHIỆM VỤ")
    for number, item in enumerate(paper.assigned, start=1):
        _put(sheet, paper, item, f"II.{number}", f"{number}. ")
    sheet.add("III. TỔ CHỨC THỰC HIỆN")


def _put(sheet: Sheet, paper: Paper, item: Assigned, clause: str, marker: str) -> None:
    quote = sentence(paper, item)
    start = sheet.add(f"{marker}{quote}") + len(marker)
    item.clause, item.start, item.end = clause, start, start + len(quote)


def _foot(paper: Paper, signer: str) -> Iterator[str]:
    yield ""
    yield "Nơi nhận:"
    if paper.sector.is_party:
        yield "- Thường trực Thành ủy;"
    elif paper.kind == "department-letter":
        yield "- UBND thành phố (để báo cáo);"
    else:
        yield "- Chủ tịch, các Phó Chủ tịch UBND thành phố;"
    yield from (f"- {name};" for name in addressees(paper))
    yield "- Lưu: VT." if not paper.sector.is_party else "- Lưu Văn phòng Thành ủy."
    yield ""
    yield from paper.signer_title.split(" / ")
    yield ""
    yield signer


def long_day(day: date) -> str:
    """`ngày 05 tháng 01 năm 2026`: small days and months carry a zero (Decree 30/2020)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"
