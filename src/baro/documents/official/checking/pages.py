"""The sheet: its size, its margins, its page numbers."""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from baro.documents.official.checking.findings import (
    Finding,
    allowed,
    looks,
    measured,
    number,
)
from baro.documents.official.checking.regions import Regions
from baro.documents.official.checking.word_file import Paragraph, WordFile, read_paragraph
from baro.documents.official.layout import MM, Layout

_TOLERANCE = 0.6  # millimetres: Word rounds
_SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
_NUMBER = "Số trang"
_ONE_PAGE = 1800  # letters that surely fit on a first page


def page_findings(word: WordFile, regions: Regions, layout: Layout) -> Iterator[Finding]:
    for place, section in enumerate(word.document.sections, start=1):
        where = "Khổ giấy" if place == 1 else f"Khổ giấy, phần {place}"
        yield from _size(section, layout, where, may_lie=place > 1)
        yield from _margins(section, layout, place)
    yield from _numbers(word, layout)


def _size(section: Any, layout: Layout, where: str, *, may_lie: bool) -> Iterator[Finding]:
    wide, high = (float(length.pt) / MM for length in (section.page_width, section.page_height))
    if may_lie and wide > high:
        wide, high = high, wide
    width, height = layout.measures["page_width"], layout.measures["page_height"]
    if not width.allowed.holds(wide, tolerance=1) or not height.allowed.holds(high, tolerance=1):
        yield Finding(
            "page_size",
            where,
            f"{number(round(wide))} x {number(round(high))} mm",
            "A4 (210 x 297 mm), theo chiều dài",
            width.legal_basis,
        )


def _margins(section: Any, layout: Layout, place: int) -> Iterator[Finding]:
    is_lying = section.page_width > section.page_height
    for side, name in _SIDES.items():
        measure = layout.measures[f"margin_{side}"]
        found = float(getattr(section, f"{side}_margin").pt) / MM
        if not is_lying and not measure.allowed.holds(found, tolerance=_TOLERANCE):
            part = "" if place == 1 else f", phần {place}"
            yield measured(f"margin_{side}", f"Lề {name}{part}", round(found, 1), measure)


def _numbers(word: WordFile, layout: Layout) -> Iterator[Finding]:
    look = layout.looks["page_number"]
    section = word.document.sections[0]
    above = _number_in(section.header, word)
    if above is None:
        if why := _why_unnumbered(section, word):
            yield looks("page_number", _NUMBER, why, "canh giữa ở lề trên", look)
        return
    if above.alignment != "center":
        yield looks("page_number", _NUMBER, "không canh giữa", "canh giữa ở lề trên", look)
    if not section.different_first_page_header_footer:
        yield looks("page_number", _NUMBER, "hiện ở trang thứ nhất", "không hiện ở trang đầu", look)
    if not look.allowed.holds(above.size):
        wanted = f"cỡ {allowed(look.allowed, '').strip()}"
        yield looks("page_number", _NUMBER, f"cỡ {number(above.size)}", wanted, look)


def _why_unnumbered(section: Any, word: WordFile) -> str:
    """In the wrong place, or missing where the text is surely longer than a page."""
    if _number_in(section.footer, word) is not None:
        return "đặt ở lề dưới"
    is_long = sum(len(p.text) for p in word.paragraphs) > _ONE_PAGE
    return "không có" if is_long else ""


def _number_in(part: Any, word: WordFile) -> Paragraph | None:
    """The paragraph of a header or footer that holds the field of the page number."""
    for element in part._element.iter(qn("w:p")):
        orders = [order.text or "" for order in element.iter(qn("w:instrText"))]
        orders += [simple.get(qn("w:instr")) or "" for simple in element.iter(qn("w:fldSimple"))]
        if any("PAGE" in order.upper() for order in orders):
            return read_paragraph(element, word.styles)
    return None
