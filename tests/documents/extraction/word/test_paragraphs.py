"""Word: everything in the order of the page, numbers that Word draws included."""

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from tests.documents.extraction.papers import saved, word

from baro.documents.extraction import extract


def test_paragraphs_come_in_order_and_in_one_normal_form() -> None:
    decomposed = "Giao So\u031b\u0309 No\u0323\u0302i vu\u0323 ba\u0301o ca\u0301o."

    extracted = extract(word("THÔNG BÁO", decomposed))

    assert extracted.kind == "docx"
    assert extracted.text.splitlines() == ["THÔNG BÁO", "Giao Sở Nội vụ báo cáo."]


def test_a_head_in_two_columns_is_read_column_after_column() -> None:
    document = docx.Document()
    row = document.add_table(rows=1, cols=2).rows[0]
    row.cells[0].text = "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI"
    row.cells[0].add_paragraph("Số: 12/TB-UBND")
    row.cells[1].text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    row.cells[1].add_paragraph("Hà Nội, ngày 05 tháng 9 năm 2026")

    lines = extract(saved(document)).text.splitlines()

    assert lines == [
        "ỦY BAN NHÂN DÂN",
        "THÀNH PHỐ HÀ NỘI",
        "Số: 12/TB-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Hà Nội, ngày 05 tháng 9 năm 2026",
    ]


def test_merged_cells_are_read_once() -> None:
    document = docx.Document()
    row = document.add_table(rows=1, cols=2).rows[0]
    row.cells[0].merge(row.cells[1]).text = "Một ô"

    assert extract(saved(document)).text.splitlines() == ["Một ô"]


def test_numbers_that_word_draws_are_written_out() -> None:
    document = docx.Document()
    for words in ("Giao Sở Nội vụ.", "Giao Sở Tài chính."):
        document.add_paragraph(words, style="List Number")
    document.add_paragraph("Rà soát.", style="List Bullet")

    lines = extract(saved(document)).text.splitlines()

    assert lines == ["1. Giao Sở Nội vụ.", "2. Giao Sở Tài chính.", "- Rà soát."]


def test_inserted_words_are_read_and_deleted_words_are_not() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Trước ngày ")
    for tag, text_tag, words in (("w:ins", "w:t", "25/9"), ("w:del", "w:delText", "20/9")):
        change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
        text.text = words
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    assert paragraph._p.find(qn("w:del")) is not None

    assert extract(saved(document)).text == "Trước ngày 25/9"
