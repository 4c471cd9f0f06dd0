"""No text, however odd, makes reading crash, hang or lie about its offsets."""

import random
import unicodedata
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.reading.work_counter import WorkCounter

from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import Reading, read
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
HEAD = "Số: 1/TB-UBND\nHà Nội, ngày 05 tháng 9 năm 2026\nTHÔNG BÁO\nKết luận\n\n"
# Repeated a hundred times and more, each once made some rule look at the same words again.
GROWING = [
    "1. Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính báo cáo trước ngày 25/9/2026.\n",
    "Giao Sở Nội vụ chủ trì báo cáo trước ngày 25/9/2026. ",
    "xây dựng kế hoạch, báo cáo kết quả trước ngày 25/9/2026; ",
    "xây dựng kế hoạch, báo cáo kết quả trước ngày 25/9/2026, ",
    "Sở Nội vụ, UBND các xã, phường: ",
    "- Sở Nội vụ:\n",
    "I. A\n1. B\na) C\n- D\n+ E\n",
    "- Chủ trì: Sở Nội vụ\n- Thời hạn: 25/9/2026\n",
    "1\tRà soát\tSở Nội vụ\t30/9/2026\n",
    "trước ngày ",
    "trước 17h00 ",
    "từ 1/9 đến 30/9 ",
    "hằng tháng ",
    "quý I và ",
    "giao đồng chí ",
    "yêu cầu ",
    "các ",
    "UBND xã Gia Lâm, ",
    "Sở Abc ",
    "phối hợp với ",
    "gửi văn bản ",
    "trừ xã ",
    "số 12/TB-UBND ",
    "sau khi ",
    "hoà ",
    "1.\n",
    "; ",
    "     ",
    "......",
    "(",
    "“",
    "12 ",
    "1/",
]
ODD = [
    "\x00", "\x07", "\x0b", "\x85", "\u200b", "\ufeff", "\u2029", "\U0001f600", "İ", "ẞ", "ﬁ", "ǆ",
    "\r\n", "\t\t", "|", "A" * 3000, "9" * 400, "(" * 300, "«", "99/99/9999", "0/0", "31/2",
    "trước ngày 25/9/0001", "trong 999 tháng kể từ ngày ký", "tuần 54", "quý V", "năm 9999",
    "Thời hạn:", "|---|", "\u0323\u0301" * 40,
]  # fmt: skip


def _checked(text: str) -> Reading:
    reading = read(text, gazetteer=built_in_gazetteer())

    assert reading.text == nfc(text)
    assert all(task.quote == reading.text[task.start : task.end] for task in reading.tasks)
    assert all(0 <= clause.start <= clause.end <= len(reading.text) for clause in reading.clauses)
    assert all(task.due_text for task in reading.tasks if task.due or task.recurrence)
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


@pytest.fixture(scope="module")
def counter() -> WorkCounter:
    return WorkCounter()


@pytest.mark.parametrize("part", GROWING, ids=repr)
def test_work_grows_with_the_length_and_not_faster(part: str, counter: WorkCounter) -> None:
    """Steps are counted, not seconds: four times the text takes about four times the steps."""
    once, fourfold = (
        counter.of(f"{HEAD}1. Giao Sở Nội vụ {part * (length // len(part))}")
        for length in (1_000, 4_000)
    )

    assert fourfold <= once * 5


@pytest.mark.parametrize("seed", range(8))
def test_a_mixture_of_everything(seed: int) -> None:
    """Real phrases, runs of signs and odd characters, composed and decomposed, in one text."""
    chance = random.Random(seed)  # noqa: S311 - the same texts at every run
    words = [chance.choice(chance.choice((PIECES, GROWING, ODD))) for _ in range(100)]
    forms: tuple[Literal["NFC", "NFD", "NFKD"], ...] = ("NFC", "NFD", "NFKD")
    text = "".join(
        unicodedata.normalize(chance.choice(forms), word) + chance.choice(("", " ", " ", "\n"))
        for word in words
    )

    _checked(HEAD * (seed % 2) + text)
