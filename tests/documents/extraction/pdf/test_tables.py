"""Ruled tables of a PDF: the same rows as those of Word, whole again over the end of a page."""

import pytest
from tests.documents.extraction.papers import pdf_of, shown
from tests.documents.extraction.pdf.drawn import ruled

from baro.documents.extraction import extract

HEADER = ("TT", "Nhiệm vụ", "Chủ trì", "Thời hạn")
FIRST = ("1", "Rà soát quỹ đất công do|đơn vị quản lý", "Sở Nội vụ", "30/9/2026")


@pytest.mark.parametrize("thin_boxes", [False, True])
def test_each_row_is_one_line_between_the_words_around_it(thin_boxes: bool) -> None:
    page = (
        shown(50, 780, "Kế hoạch gồm các nhiệm vụ sau:")
        + ruled([HEADER, FIRST, ("2", "Báo cáo", "", "")], thin_boxes=thin_boxes)
        + shown(50, 100, "Nơi nhận:")
    )

    assert extract(pdf_of([page])).text.splitlines() == [
        "Kế hoạch gồm các nhiệm vụ sau:",
        "TT\tNhiệm vụ\tChủ trì\tThời hạn",
        "1\tRà soát quỹ đất công do đơn vị quản lý\tSở Nội vụ\t30/9/2026",
        "2\tBáo cáo\t\t",
        "Nơi nhận:",
    ]


def test_a_line_with_room_left_ends_an_item_and_a_full_one_goes_on() -> None:
    cell = "Sở Nội vụ|Sở Xây dựng và Sở Tài|chính"

    text = extract(pdf_of([ruled([HEADER, ("1", cell, "Sở Y tế", "")])])).text

    assert "1\tSở Nội vụ; Sở Xây dựng và Sở Tài chính\tSở Y tế\t" in text.splitlines()


def test_a_row_across_the_table_is_a_heading() -> None:
    text = extract(pdf_of([ruled([HEADER, ("I. Nhóm nhiệm vụ về đất đai",), FIRST])])).text

    assert text.splitlines()[1] == "I. Nhóm nhiệm vụ về đất đai"


def test_a_table_broken_by_the_page_is_made_whole() -> None:
    first = ruled([HEADER, FIRST, ("2", "Báo cáo kết quả", "Sở Y tế", "15/10")], closed=False)
    second = shown(300, 800, "2") + ruled(
        [HEADER, ("", "thực hiện hằng quý", "- Sở Tài chính", ""), ("3", "Tổng hợp", "", "")]
    )

    found = extract(pdf_of([first, second]))

    assert found.text.splitlines() == [
        "TT\tNhiệm vụ\tChủ trì\tThời hạn",
        "1\tRà soát quỹ đất công do đơn vị quản lý\tSở Nội vụ\t30/9/2026",
        "2\tBáo cáo kết quả thực hiện hằng quý\tSở Y tế; Sở Tài chính\t15/10",
        "3\tTổng hợp\t\t",
    ]
    assert found.page_at(found.text.index("3\tTổng hợp")) == 2


def test_another_table_on_the_next_page_keeps_its_header() -> None:
    other = ruled([("STT", "Đơn vị"), ("1", "Sở Y tế")], columns=(40, 90, 550))

    text = extract(pdf_of([ruled([HEADER, FIRST]), other])).text

    assert text.splitlines()[-2:] == ["STT\tĐơn vị", "1\tSở Y tế"]


def test_a_frame_around_words_is_no_table() -> None:
    frame = (
        b"40 600 200 100 re S\n"
        + shown(50, 660, "HỎA TỐC, hạn đến 17 giờ ngày mai")
        + b"40 650 m 240 650 l S"
    )

    assert extract(pdf_of([frame])).text.strip() == "HỎA TỐC, hạn đến 17 giờ ngày mai"


def test_a_head_between_ruled_lines_is_read_column_after_column() -> None:
    head = ruled(
        [("ỦY BAN NHÂN DÂN|PHƯỜNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA|VIỆT NAM")], columns=(40, 280, 560)
    )

    assert "\t" not in extract(pdf_of([head])).text


def test_a_turned_page_is_read_as_it_is_shown() -> None:
    turned = b"0 1 -1 0 595 0 cm\n" + ruled([HEADER, FIRST], top=500)

    text = extract(pdf_of([turned], more=b"/Rotate 90")).text

    assert text.splitlines()[0] == "TT\tNhiệm vụ\tChủ trì\tThời hạn"
