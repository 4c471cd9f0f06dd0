"""Clauses as papers number them, in texts as they come: broken lines, page numbers, dashes."""

import pytest

from baro.documents.reading.clauses import Block, blocks
from baro.documents.reading.lines import split_lines
from baro.documents.reading.numbering import marker_at
from baro.documents.reading.pages import on_one_page
from baro.documents.reading.paragraphs import paragraphs

MARKERS = [
    ("I. ĐÁNH GIÁ", "I"),
    ("II- NHIỆM VỤ", "II"),
    ("III/ Tổ chức thực hiện", "III"),
    ("A. Phần chung", "A"),
    ("1. Giao Sở", "1"),
    ("1.Giao Sở", "1"),
    ("2) Giao Sở", "2"),
    ("3- Giao Sở", "3"),
    ("1.1. Giao", "1.1"),
    ("2.1- Giao", "2.1"),
    ("1.2.3 Giao", "1.2.3"),
    ("a) Giao", "a"),
    ("đ) Giao", "đ"),
    ("- Giao", "-"),
    ("– Giao", "-"),
    ("-Giao", "-"),
    ("+ Giao", "+"),
    ("• Giao", "•"),
    ("Điều 2. Giao", "2"),
    ("Phần II. Giao", "II"),
    ("Một là, giao", "Một là"),
    ("Thứ hai, giao", "Thứ hai"),
]


@pytest.mark.parametrize(("line", "label"), MARKERS)
def test_each_sign_opens_a_clause(line: str, label: str) -> None:
    marker = marker_at(line)

    assert marker is not None
    assert marker.label == label


@pytest.mark.parametrize(
    ("line", "above"),
    [
        ("Giao Sở Nội vụ", ""),
        ("25/9/2026 và", ""),
        ("2.500 hồ sơ", ""),
        ("25. Các đơn vị", "trước ngày"),
        ("5. Sau đó", "theo khoản"),
        ("Kế hoạch I. của", ""),
        ("-----", ""),
    ],
)
def test_a_number_in_a_sentence_opens_nothing(line: str, above: str) -> None:
    assert marker_at(line, above) is None


def _blocks(text: str) -> list[Block]:
    return blocks(text, paragraphs(split_lines(text)))


def _ids(text: str) -> list[str]:
    return [block.id for block in _blocks(text)]


def test_ids_are_those_of_the_paper() -> None:
    text = "I. Chung\n1. Đất\n1.1. Rà\na) Lập\n- Ghi\n- Gửi\n+ Báo\n2. Nước\nII. Riêng\n1. Điện"

    assert _ids(text) == [
        "I", "I.1", "I.1.1", "I.1.1.a", "I.1.1.a.-1", "I.1.1.a.-2", "I.1.1.a.-2.+1",
        "I.2", "II", "II.1",
    ]  # fmt: skip


def test_an_id_that_comes_twice_is_told_apart() -> None:
    ids = _ids("1. Một\n2. Hai\n1. Lại một")

    assert len(set(ids)) == 3


def test_a_plain_paragraph_with_a_colon_stands_over_its_dashes() -> None:
    text = "Sở Xây dựng:\n- Rà soát.\n- Báo cáo.\nSở Tài chính:\n- Bố trí vốn."

    found = {block.id: [above.id for above in block.above] for block in _blocks(text)}

    assert found == {"p1": [], "p1.-1": ["p1"], "p1.-2": ["p1"], "p2": [], "p2.-1": ["p2"]}


@pytest.mark.parametrize(
    "text",
    [
        "1. Giao Sở Xây dựng rà soát các công trình vi phạm trật tự xây dựng\ntrên địa bàn.",
        "1. Giao Sở\nXây dựng rà soát.",
        "1. Giao Sở Xây dựng rà soát các công trình vi phạm,\n\n2\n\nbáo cáo UBND thành phố.",
        "1. Rà soát tình hình kinh tế\n- xã hội trên địa bàn.",
        "1. Hoàn thành trước ngày\n25. Báo cáo kết quả.",
    ],
)
def test_a_broken_line_is_one_clause(text: str) -> None:
    (block,) = _blocks(text)

    assert text[block.start : block.end] == text


def test_a_new_sentence_on_a_short_line_is_a_new_paragraph() -> None:
    text = "Kết luận như sau.\nGiao Sở Xây dựng rà soát các công trình vi phạm trật tự xây dựng."

    assert _ids(text) == ["p1", "p2"]


def test_running_heads_of_pages_are_set_aside() -> None:
    page = "Thông báo kết luận\n\n{}\n\nđến lượt {}/126 xã báo cáo,\n"
    text = "".join(page.format(number, number * 7) for number in range(2, 6))

    kept = on_one_page(text).text

    assert "Thông báo kết luận" not in kept
    assert [line.strip() for line in kept.splitlines() if line] == [
        f"đến lượt {number}/126 xã báo cáo," for number in (14, 21, 28, 35)
    ]
