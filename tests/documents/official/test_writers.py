"""Both writers, seen on the page: what stands where, and what can be copied."""

import io
import unicodedata
from dataclasses import dataclass, replace
from typing import Any

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from tests.documents.official import samples

from baro.documents.official import official_docx, official_pdf, parse_body

_MM = 72 / 25.4
# The sequence of ECMA-376, Part 1, for what our files use.
_ORDERS = {
    "w:tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "w:pPr": "pStyle keepNext keepLines widowControl pBdr shd tabs spacing ind jc rPr sectPr",
    "w:tcPr": "tcW gridSpan vMerge tcBorders shd vAlign",
}


@dataclass(frozen=True)
class Place:
    """Where the first words like these stand: millimetres from the left and the top edge."""

    page: int
    left: float
    right: float
    top: float


def _pages(content: bytes) -> list[Any]:
    return list(pypdfium2.PdfDocument(content))


def _text(content: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in _pages(content))


def _place(content: bytes, words: str, *, last: bool = False) -> Place:
    found = []
    for number, page in enumerate(_pages(content), start=1):
        text = page.get_textpage()
        search = text.search(words, match_case=True)
        while match := search.get_next():
            boxes = [text.get_charbox(match[0] + n) for n in range(match[1])]
            top = page.get_height() - max(box[3] for box in boxes)
            left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
            found.append(Place(number, left / _MM, right / _MM, top / _MM))
    return found[-1 if last else 0]


def test_a_letter_stands_where_the_decree_puts_it() -> None:
    page = official_pdf(samples.letter())

    nation, issuer = _place(page, "CỘNG HÒA XÃ HỘI"), _place(page, "THÀNH PHỐ HÀ NỘI")
    number, day = _place(page, "Số: 1250/UBND-NC"), _place(page, "Hà Nội, ngày 07 tháng 9 năm")
    post, name = _place(page, "PHÓ CHỦ TỊCH"), _place(page, "Trần Văn Thử")
    assert nation.left > 95 > issuer.right
    assert abs(nation.top - 20) < 3
    assert issuer.left > 30
    assert abs(number.top - day.top) < 1
    assert _place(page, "V/v đôn đốc").top > number.top
    assert _place(page, "Nơi nhận:").left < 32
    assert post.left > 105
    assert name.top - post.top > 20
    assert abs((name.left + name.right) - (post.left + post.right)) < 3


def test_a_paper_of_the_party_has_its_own_head() -> None:
    page = official_pdf(samples.party_conclusion())

    assert _place(page, "ĐẢNG CỘNG SẢN VIỆT NAM").left > 100
    assert _place(page, "Số 12-KL/ĐU").right < 100
    assert _place(page, "*").top < _place(page, "Số 12-KL/ĐU").top
    assert _place(page, "T/M BAN THƯỜNG VỤ").left > 105
    assert "CỘNG HÒA" not in _text(page)


def test_pages_are_numbered_from_the_second_on_in_the_top_margin() -> None:
    first, second, *_ = _pages(official_pdf(samples.notice()))

    def in_margin(page: Any) -> str:
        height = page.get_height()
        text: str = page.get_textpage().get_text_bounded(bottom=height - 18 * _MM)
        return text.strip()

    assert (in_margin(first), in_margin(second)) == ("", "2")


def test_the_head_of_a_table_comes_again_on_every_page() -> None:
    pages = _pages(official_pdf(samples.notice()))

    with_rows = [page for page in pages if "Sở Tài chính" in page.get_textpage().get_text_range()]
    assert len(with_rows) > 1
    assert all("Nội dung công việc" in page.get_textpage().get_text_range() for page in with_rows)


@pytest.mark.parametrize("rows", range(28, 44, 3))
def test_a_signature_never_stands_alone_on_a_page(rows: int) -> None:
    page = official_pdf(samples.notice(rows))

    last_words = _place(page, "Văn phòng thông báo", last=True)
    assert _place(page, "Nguyễn Thị Ví Dụ").page == last_words.page


def test_the_text_is_copied_as_composed_vietnamese() -> None:
    decomposed = unicodedata.normalize("NFD", samples.letter().subject)
    text = _text(official_pdf(replace(samples.letter(), subject=decomposed)))

    assert unicodedata.is_normalized("NFC", text)
    assert "V/v đôn đốc số hóa hồ sơ" in text


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert official_pdf(samples.letter()) == official_pdf(samples.letter())


def test_a_pdf_says_its_title_and_its_language() -> None:
    content = official_pdf(samples.letter())

    about = pypdfium2.PdfDocument(content).get_metadata_dict()
    assert about["Title"].startswith("Công văn 1250/UBND-NC")
    assert b"/Lang" in content
    assert b"vi-VN" in content


def test_words_that_look_like_marks_are_printed() -> None:
    body = parse_body("1. Tỷ lệ < 5% & > 1% thì báo cáo <b>ngay</b>.")

    assert "< 5% & > 1% thì báo cáo <b>ngay</b>" in _text(
        official_pdf(replace(samples.letter(), body=body))
    )


@pytest.mark.parametrize("name", samples.ALL)
def test_word_and_pdf_have_the_same_words(name: str) -> None:
    paper = samples.ALL[name]()

    word = docx.Document(io.BytesIO(official_docx(paper)))
    written = {word for text in word.element.iter(qn("w:t")) for word in (text.text or "").split()}
    printed = set(_text(official_pdf(paper)).split())
    assert written == printed - {"1", "3"} or written ^ printed <= {"1", "2", "3", "4"}


def test_a_word_file_has_real_styles_and_speaks_vietnamese() -> None:
    word = docx.Document(io.BytesIO(official_docx(samples.notice())))

    styles = {style.name: style for style in word.styles}
    assert styles["VB Quốc hiệu"].font.bold
    assert styles["VB Quốc hiệu"].font.size.pt == 12
    assert styles["Normal"].font.name == "Times New Roman"
    assert word.styles.element.xpath("//w:docDefaults//w:lang/@w:val") == ["vi-VN"]
    assert word.element.xpath("//w:trPr/w:tblHeader")
    assert word.sections[0].different_first_page_header_footer


def test_a_draft_leaves_room_for_number_and_day() -> None:
    draft = replace(samples.letter(), symbol="/UBND-NC", issued_on=None)

    text = _text(official_pdf(draft))
    assert "/UBND-NC" in text
    assert "Hà Nội, ngày" in text
    assert "năm" in text


@pytest.mark.parametrize(
    "text",
    [
        "Một\x0bhai \x1f ba",
        "Chúc mừng 🎉 中文",
        "a" * 3000,
        "||\n|  |",
        "| A | B |\n| " + "chữ " * 4000 + " | ngắn |",
        "|" + "|".join(["Cột dài thật dài"] * 40) + "|\n|" + "|".join(["x" * 30] * 40) + "|",
        "",
    ],
    ids=["control", "strange", "long word", "no table", "tall cell", "many columns", "nothing"],
)
def test_no_text_stops_a_writer(text: str) -> None:
    paper = replace(samples.letter(), subject=text[:500], body=parse_body(text))

    assert docx.Document(io.BytesIO(official_docx(paper))).paragraphs
    assert _pages(official_pdf(paper))


@pytest.mark.parametrize("name", ["letter", "notice"])
def test_properties_stand_in_the_order_that_word_asks_for(name: str) -> None:
    word = docx.Document(io.BytesIO(official_docx(samples.ALL[name]())))

    for kind, order in _ORDERS.items():
        for properties in word.element.iter(qn(kind)):
            tags = [child.tag.rpartition("}")[2] for child in properties]
            assert tags == sorted(tags, key=order.split().index), kind


def test_an_appendix_lies_on_its_side_and_cites_its_paper() -> None:
    paper = samples.report()
    pdf = pypdfium2.PdfDocument(official_pdf(paper))
    sizes = [tuple(round(length) for length in page.get_size()) for page in pdf]
    words = " ".join(pdf[1].get_textpage().get_text_range().split())
    word = docx.Document(io.BytesIO(official_docx(paper)))

    assert sizes[0] == (595, 842)
    assert set(sizes[1:]) == {(842, 595)}
    assert len(sizes) > 2
    assert (
        "Phụ lục TÌNH HÌNH THỰC HIỆN TỪNG NHIỆM VỤ (Kèm theo Báo cáo số 315/BC-SNV ngày 15" in words
    )
    upright, lying = word.sections
    assert (upright.page_width or 0) < (upright.page_height or 0)
    assert (lying.page_width or 0) > (lying.page_height or 0)
    assert not lying.different_first_page_header_footer
