"""Only the wards, only the rural communes, and what is left of a group."""

import pytest

from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import DraftTask, read

HEAD = """UBND THÀNH PHỐ HÀ NỘI
Số: 99/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Nội, ngày 05 tháng 9 năm 2026

THÔNG BÁO
Kết luận tại cuộc họp

Chủ tịch UBND thành phố kết luận như sau:

"""
LETTER = """UBND THÀNH PHỐ HÀ NỘI
Số: 99/UBND-KT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Nội, ngày 05 tháng 9 năm 2026

Kính gửi: UBND các phường: Láng, Ba Đình

UBND thành phố yêu cầu:

"""


def _tasks(words: str, head: str = HEAD) -> tuple[DraftTask, ...]:
    return read(f"{head}{words}\n", gazetteer=built_in_gazetteer()).tasks


@pytest.mark.parametrize(
    ("words", "code", "count"),
    [
        ("1. UBND các phường rà soát biển hiệu.", "G.UBND-P", 51),
        ("1. UBND các xã rà soát biển hiệu.", "G.UBND-X", 75),
        ("1. Đảng ủy các phường rà soát hồ sơ.", "G.DU-P", 51),
        ("1. UBND các phường, trừ phường Láng, rà soát biển hiệu.", "G.UBND-P", 50),
    ],
)
def test_all_of_one_kind_is_a_group_and_a_doubt(words: str, code: str, count: int) -> None:
    (task,) = _tasks(words)

    assert [(unit.code, unit.count) for unit in task.lead] == [(code, count)]
    assert any("đang hiểu là tất cả" in doubt for doubt in task.doubts)


@pytest.mark.parametrize(
    "words",
    [
        "1. UBND các phường ven sông Hồng rà soát bến bãi.",
        "1. Các phường nội đô: cử lực lượng hỗ trợ.",
        "1. UBND các xã đạt dưới 50% xây dựng lại kế hoạch.",
        "1. UBND các xã còn lại rà soát biển hiệu.",
    ],
)
def test_some_of_a_kind_without_names_are_nobody(words: str) -> None:
    (task,) = _tasks(words)

    assert task.lead == ()


def test_in_a_letter_those_it_goes_to_are_meant() -> None:
    (task,) = _tasks("1. Các phường rà soát biển hiệu.", LETTER)

    assert [unit.code for unit in task.lead] == ["00187.UBND", "00004.UBND"]


def test_after_some_were_named_nobody_knows_which_are_meant() -> None:
    tasks = _tasks("1. UBND phường Láng lát hè.\n2. UBND các phường rà soát biển hiệu.")

    assert tasks[1].lead == ()
    assert "chưa rõ" in tasks[1].doubts[0]


@pytest.mark.parametrize(
    "words",
    [
        "1. UBND phường Láng, UBND phường Ba Đình lập hồ sơ; các xã, phường còn lại báo cáo.",
        """1. Giao:
- UBND phường Láng lập hồ sơ.
- UBND phường Ba Đình lập hồ sơ.
- Các xã, phường còn lại báo cáo trước 30/10.""",
        "1. UBND các phường: Láng, Ba Đình lập hồ sơ.\n2. UBND các xã, phường còn lại báo cáo.",
    ],
)
def test_the_rest_of_a_group_is_without_those_named_right_before(words: str) -> None:
    task = _tasks(words)[-1]

    assert [unit.count for unit in task.lead] == [124]
    assert [unit.code for unit in task.excluded] == ["00187.UBND", "00004.UBND"]
    assert any("Nhóm còn lại" in doubt for doubt in task.doubts)


def test_the_rest_stays_open_where_another_body_stands_between() -> None:
    task = _tasks(
        "1. UBND phường Láng lập hồ sơ.\n2. Sở Xây dựng rà soát.\n"
        "3. UBND các xã, phường còn lại báo cáo."
    )[-1]

    assert task.lead == ()
    assert any("còn lại" in doubt for doubt in task.doubts)
