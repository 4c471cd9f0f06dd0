"""Headings that name bodies on no list, the rest of a group, and words that end a letter."""

import pytest

from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import Reading, read

HEAD = """UBND THÀNH PHỐ HÀ NỘI
Số: 99/UBND-KT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Nội, ngày 05 tháng 10 năm 2026

Kính gửi:
- Các sở, ban, ngành;
- UBND các xã, phường.

UBND thành phố yêu cầu các đơn vị thực hiện các nội dung sau:
"""


def _read(words: str) -> Reading:
    return read(HEAD + words + "\n", gazetteer=built_in_gazetteer())


@pytest.mark.parametrize(
    "heading",
    [
        "Bệnh viện Thanh Nhàn",
        "Trung tâm Kiểm soát bệnh tật thành phố",
        "Ban Quản lý chợ Nhân Chính",
    ],
)
def test_a_heading_on_no_list_leaves_those_below_without_a_lead(heading: str) -> None:
    (task,) = _read(f"1. {heading}\n- Lập danh sách các hộ kinh doanh.").tasks

    assert task.lead == ()
    assert any(heading in doubt for doubt in task.doubts)


def test_the_rest_of_a_group_is_not_the_group() -> None:
    (task,) = _read("1. UBND các xã, phường còn lại tổng vệ sinh chuồng trại.").tasks

    assert task.lead == ()
    assert any("còn lại" in doubt for doubt in task.doubts)


@pytest.mark.parametrize(
    "words",
    [
        "Mọi vướng mắc đề nghị liên hệ Phòng Quản lý đất đai để được hướng dẫn.",
        "Thông tin chi tiết xin liên hệ Văn phòng Sở, số máy lẻ 12.",
        "Nếu có ý kiến khác, đề nghị liên hệ Sở Nội vụ trước ngày 20/10.",
        "Đầu mối liên hệ: đồng chí Nguyễn Thí Dụ, Sở Nội vụ.",
    ],
)
def test_whom_to_ask_is_no_task(words: str) -> None:
    assert not _read(words).tasks


def test_the_last_week_of_a_month_ends_with_it() -> None:
    (task,) = _read("1. Sở Nội vụ trình đề án trong tuần cuối tháng 10.").tasks

    assert str(task.due) == "2026-10-31"


@pytest.mark.parametrize(
    ("heading", "leads"),
    [
        ("UBND các xã đang có dịch: Ứng Hòa, Hòa Xá", ["10402.UBND", "10417.UBND"]),
        ("UBND các xã còn hộ chưa bàn giao: Ứng Hòa, Hòa Xá", ["10402.UBND", "10417.UBND"]),
        ("UBND các xã có rừng", []),
        ("UBND các phường ven sông", []),
    ],
)
def test_a_group_that_is_described_leads_what_stands_below(heading: str, leads: list[str]) -> None:
    (task,) = _read(f"1. {heading}\n- Lập danh sách các hộ kinh doanh trước 30/10.").tasks

    assert sorted(unit.code for unit in task.lead) == leads


def test_the_matter_may_stand_before_who_leads() -> None:
    (task,) = _read("1. Kiểm tra 12 điểm chốt (Sở Nội vụ chủ trì; xong trước 31/12/2026).").tasks

    assert [unit.code for unit in task.lead] == ["SNV"]
    assert str(task.due) == "2026-12-31"


def test_the_contents_of_a_listed_task_are_no_task() -> None:
    words = (
        "Nhiệm vụ 1: Xử lý nước thải làng nghề\n"
        "Nội dung: khảo sát hiện trạng, lựa chọn công nghệ phù hợp.\n"
        "- Cơ quan chủ trì: Sở Nội vụ\n- Thời hạn: trước ngày 15/12/2026"
    )
    (task,) = _read(words).tasks

    assert (task.title, str(task.due)) == ("Xử lý nước thải làng nghề", "2026-12-15")
