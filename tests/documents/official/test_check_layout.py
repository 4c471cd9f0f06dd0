"""What the check says: nothing about our own papers, and each fault by its own rule."""

import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor
from tests.documents.official import samples

from baro.documents.official import official_docx
from baro.documents.official.checking import NotAWordFile, check_layout

Change = Callable[[Any], None]


@cache
def _word(name: str) -> bytes:
    return official_docx(samples.ALL[name]())


def _spoilt(name: str, change: Change) -> bytes:
    document = docx.Document(io.BytesIO(_word(name)))
    change(document)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def _line(document: Any, words: str) -> Any:
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    lines = [*document.paragraphs, *(line for cell in cells for line in cell.paragraphs)]
    return next(line for line in lines if words in line.text)


def _margin(side: str, length: int) -> Change:
    return lambda document: setattr(document.sections[0], f"{side}_margin", Mm(length))


def _write(old: str, new: str) -> Change:
    def change(document: Any) -> None:
        run = next(run for run in _line(document, old).runs if old in run.text)
        run.text = run.text.replace(old, new)

    return change


def _dress(words: str, **looks: Any) -> Change:
    def change(document: Any) -> None:
        for run in _line(document, words).runs:
            for name, value in looks.items():
                setattr(run.font, name, value)

    return change


def _colour(document: Any) -> None:
    _line(document, "Bố trí cán bộ").runs[0].font.color.rgb = RGBColor(0xC0, 0, 0)


def _style(name: str, **spacing: Any) -> Change:
    def change(document: Any) -> None:
        for key, value in spacing.items():
            setattr(document.styles[name].paragraph_format, key, value)

    return change


def _without(words: str) -> Change:
    def change(document: Any) -> None:
        line = _line(document, words)._p
        line.getparent().remove(line)

    return change


def _letter_paper(document: Any) -> None:
    document.sections[0].page_width, document.sections[0].page_height = Mm(216), Mm(279)


def _number_on_first_page(document: Any) -> None:
    document.sections[0].different_first_page_header_footer = False


def _number_at_the_foot(document: Any) -> None:
    section = document.sections[0]
    field = section.header.paragraphs[0]._p
    section.footer.paragraphs[0]._p.addnext(field)


_CENTRED = WD_ALIGN_PARAGRAPH.CENTER
_CASES: list[tuple[str, str, Change]] = [
    ("page_size", "letter", _letter_paper),
    ("margin_left", "letter", _margin("left", 20)),
    ("margin_top", "letter", _margin("top", 30)),
    ("margin_right", "letter", _margin("right", 25)),
    ("margin_bottom", "letter", _margin("bottom", 10)),
    ("page_number", "notice", _number_on_first_page),
    ("page_number", "notice", _number_at_the_foot),
    ("font", "letter", _dress("Bố trí cán bộ", name="Arial")),
    ("legacy_font", "letter", _dress("Bố trí cán bộ", name=".VnTime")),
    ("colour", "letter", _colour),
    ("nation", "letter", _write("CHỦ NGHĨA", "CHŨ NGHĨA")),
    ("nation_size", "letter", _dress("CỘNG HÒA", size=Pt(14))),
    ("nation_bold", "letter", _dress("CỘNG HÒA", bold=False)),
    ("motto", "letter", _write("Độc lập - Tự do - Hạnh phúc", "Độc lập-Tự do-Hạnh phúc")),
    ("motto_size", "letter", _dress("Độc lập", size=Pt(12))),
    ("issuer", "letter", _write("THÀNH PHỐ HÀ NỘI", "Thành phố Hà Nội")),
    ("issuer_bold", "letter", _dress("THÀNH PHỐ HÀ NỘI", bold=False)),
    ("number_form", "letter", _write("Số: 1250/UBND-NC", "Số 1250 /UBND - NC")),
    ("number_zero", "letter", _write("1250/", "7/")),
    ("number_size", "letter", _dress("1250/UBND", size=Pt(14))),
    ("number_form", "party_letter", _write("Số 215-CV/VPTU", "Số: 215-CV/VPTU")),
    ("date_form", "letter", _write("Hà Nội, ngày", "Hà Nội ngày")),
    ("date_zero", "letter", _write("ngày 07", "ngày 7")),
    ("date_italic", "letter", _dress("ngày 07", italic=False)),
    ("letter_subject_form", "letter", _write("V/v", "v/v")),
    ("letter_subject_size", "letter", _dress("V/v", size=Pt(14))),
    ("addressees", "letter", _without("Kính gửi:")),
    ("type_capitals", "notice", _write("THÔNG BÁO", "Thông báo")),
    ("type_bold", "notice", _dress("THÔNG BÁO", bold=False)),
    ("subject_bold", "notice", _dress("Kết luận của Chủ tịch", bold=False)),
    ("body_size", "letter", _dress("Bố trí cán bộ", size=Pt(12))),
    ("body_justified", "letter", _style("Normal", alignment=WD_ALIGN_PARAGRAPH.LEFT)),
    ("first_line_indent", "letter", _style("Normal", first_line_indent=Mm(5))),
    ("paragraph_gap", "letter", _style("Normal", space_after=Pt(2))),
    ("line_spacing", "letter", _style("Normal", line_spacing=2.0)),
    ("recipients", "letter", _without("Nơi nhận:")),
    ("recipients_head_bold", "letter", _dress("Nơi nhận:", bold=False)),
    ("recipients_size", "letter", _dress("Như trên", size=Pt(13))),
    ("recipients_filed", "letter", _without("Lưu:")),
    ("signer_authority", "letter", _write("KT. CHỦ TỊCH", "K/T CHỦ TỊCH")),
    ("signer_authority", "party_letter", _write("K/T CHÁNH", "KT. CHÁNH")),
    ("signer_degree", "letter", _write("Trần Văn Thử", "TS. Trần Văn Thử")),
    ("signer_name_bold", "letter", _dress("Trần Văn Thử", bold=False)),
]


@pytest.mark.parametrize("name", samples.ALL)
def test_our_own_papers_have_nothing_off(name: str) -> None:
    assert check_layout(_word(name)) == []


@pytest.mark.parametrize(
    ("rule", "name", "change"), _CASES, ids=[f"{n}-{rule}" for n, (rule, _, _) in enumerate(_CASES)]
)
def test_each_fault_is_told_by_its_rule(rule: str, name: str, change: Change) -> None:
    found = check_layout(_spoilt(name, change))

    assert rule in {finding.rule for finding in found}
    assert all(finding.where and finding.wanted and finding.legal_basis for finding in found)


def test_a_fault_is_told_alone_and_in_words() -> None:
    (finding,) = check_layout(_spoilt("letter", _margin("left", 20)))

    assert (finding.where, finding.found, finding.wanted) == ("Lề trái", "20 mm", "từ 30 đến 35 mm")
    assert finding.legal_basis == "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.3"


def test_a_signature_is_found_where_no_recipients_are_named() -> None:
    paper = replace(samples.letter(), symbol="7/UBND-NC", recipients=(), filing="")

    rules = [finding.rule for finding in check_layout(official_docx(paper))]
    assert rules == ["number_zero", "recipients"]


def test_a_rule_from_practice_says_that_it_is_not_verified() -> None:
    (finding,) = check_layout(_spoilt("party_letter", _margin("left", 20)))

    assert not finding.is_verified


def test_a_blank_file_is_told_what_it_lacks() -> None:
    document = docx.Document()
    kept = io.BytesIO()
    document.save(kept)

    rules = {finding.rule for finding in check_layout(kept.getvalue())}
    assert {"nation", "number", "date", "recipients", "signer_post"} <= rules


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a zip", b"%PDF-1.7"])
def test_what_is_no_word_file_is_refused(content: bytes) -> None:
    with pytest.raises(NotAWordFile):
        check_layout(content)
