"""No text, however odd, makes reading crash, hang or lie about its offsets."""

import re
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import Reading, read
from baro.documents.reading import mentions as mentions_module
from baro.documents.reading.surface import surface
from baro.kernel.text import nfc

PIECES = [
    "Giao Sở Nội vụ",
    "chủ trì, phối hợp với",
    "UBND các xã, phường",
    "trước ngày 25/9/2026",
    "30/2",
    "hằng tháng",
    "ngày",
    "tháng",
    "quý III",
    "1.",
    "1.1.",
    "a)",
    "-",
    "+",
    "I.",
    ";",
    ".",
    ":",
    ",",
    "\n",
    "\n\n",
    "(",
    ")",
    "“",
    "”",
    "Kính gửi:",
    "Nơi nhận:",
    "THÔNG BÁO",
    "Số: 12/TB-UBND",
    "Hà Nội, ngày 05 tháng 9 năm 2026",
    "KT. CHỦ TỊCH",
    "MẬT",
    "trừ",
    "liên quan",
    "các Sở:",
    "Tài chính",
    "đồng chí Phó Chủ tịch",
    "trong 5 ngày làm việc kể từ ngày ban hành",
    "Sản phẩm:",
    "Đơn vị chủ trì:",
    "phường Hoàn Kiếm",
    "Sở TN&MT",
    "yêu cầu",
    "đề nghị",
    "chỉ đạo",
    "đã",
    "biểu dương",
    "2\n",
    "\t",
    "     ",
    "̀",
    "̣",
    "\x0c",
    "\u2028",
]


def _checked(text: str) -> Reading:
    reading = read(text, gazetteer=built_in_gazetteer())

    assert reading.text == nfc(text)
    assert all(task.quote == reading.text[task.start : task.end] for task in reading.tasks)
    assert all(0 <= clause.start <= clause.end <= len(reading.text) for clause in reading.clauses)
    assert len({clause.id for clause in reading.clauses}) == len(reading.clauses)
    assert {task.clause for task in reading.tasks} <= {clause.id for clause in reading.clauses}
    return reading


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
def test_pieces_of_papers_in_any_order(text: str) -> None:
    _checked(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_characters(text: str) -> None:
    _checked(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_the_surface_keeps_every_place(text: str) -> None:
    assert len(surface(nfc(text))) == len(nfc(text))


@pytest.mark.parametrize("text", ["", " ", "\n", "1.", "-", "Nơi nhận:", "THÔNG BÁO", "\ufeff"])
def test_almost_nothing_gives_no_task(text: str) -> None:
    assert _checked(text).tasks == ()


def test_an_english_text_gives_no_task() -> None:
    assert _checked("The committee asked all departments to report by 25/9/2026.").tasks == ()


@pytest.mark.parametrize(
    "part",
    [
        "1. Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính báo cáo trước ngày 25/9/2026.\n",
        "Sở Nội vụ, UBND các xã, phường: ",
        "trước ngày ",
        "giao đồng chí ",
        "xây dựng kế hoạch, báo cáo kết quả trước ngày 25/9/2026; ",
        "     ",
        "- Sở Nội vụ:\n",
    ],
)
def test_work_grows_with_the_length_and_not_faster(part: str) -> None:
    """Steps are counted, not seconds: four times the text takes about four times the steps."""
    head = "Số: 1/TB-UBND\nHà Nội, ngày 05 tháng 9 năm 2026\nTHÔNG BÁO\nKết luận\n\n"

    once, fourfold = (_steps(f"{head}1. Giao Sở Nội vụ {part * times}") for times in (60, 240))

    assert fourfold <= once * 5


def _steps(text: str) -> int:
    """How often a place is looked at for a name, and how long the searched spans are."""
    looked = 0
    original = mentions_module._mention_at

    def counting(*arguments: object) -> object:
        nonlocal looked
        looked += 1
        return original(*arguments)  # type: ignore[arg-type]

    searched = _SearchedSpans()
    with (
        patch.object(mentions_module, "_mention_at", counting),
        patch("baro.documents.reading.times.find_deadlines", searched.wrap("deadlines")),
        patch("baro.documents.reading.drafting.find_product", searched.wrap("product")),
        patch("baro.documents.reading.drafting.person_in_charge", searched.wrap("person")),
    ):
        read(text, gazetteer=built_in_gazetteer())
    return looked + searched.length + len(re.findall(r"\S", text))


class _SearchedSpans:
    """Adds up the lengths of the stretches that the grammars are sent over."""

    def __init__(self) -> None:
        self.length = 0

    def wrap(self, name: str) -> object:
        from baro.documents.reading import deadlines, people, products

        original = {
            "deadlines": deadlines.find_deadlines,
            "product": products.find_product,
            "person": people.person_in_charge,
        }[name]
        first = 1 if name == "deadlines" else 2

        def measured(*arguments: object, **named: object) -> object:
            start, end = arguments[first], arguments[first + 1]
            assert isinstance(start, int)
            assert isinstance(end, int)
            self.length += max(0, end - start)
            return original(*arguments, **named)  # type: ignore[operator]

        return measured
