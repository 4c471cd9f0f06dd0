"""What a body asks of those above it, or promises to do itself, is no task of its paper."""

import pytest

from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import DraftTask, read

HEAD = """{issuer}
Số: 99/TB-X
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Nội, ngày 05 tháng 9 năm 2026

THÔNG BÁO
Về việc thử

Sau khi xem xét, thống nhất như sau:

"""


def _tasks(issuer: str, words: str) -> tuple[DraftTask, ...]:
    return read(f"{HEAD.format(issuer=issuer)}{words}\n", gazetteer=built_in_gazetteer()).tasks


@pytest.mark.parametrize(
    ("issuer", "words"),
    [
        ("UBND PHƯỜNG LÁNG", "Đề nghị UBND thành phố bổ sung 8 tỷ đồng trước ngày 30/9/2026."),
        ("UBND PHƯỜNG LÁNG", "a) Đề nghị Sở Xây dựng bàn giao 18 mốc giới trước ngày 20/9/2026."),
        ("UBND PHƯỜNG LÁNG", "Kính đề nghị Sở Tài chính hướng dẫn định mức chi; ban hành mẫu."),
        ("UBND PHƯỜNG LÁNG", "1. Đề nghị Sở Tài chính:\n- Hướng dẫn định mức chi.\n- Bố trí vốn."),
        ("SỞ XÂY DỰNG", "Đề nghị UBND thành phố ban hành quyết định trong tháng 10/2026."),
        ("SỞ XÂY DỰNG", "Đề nghị Bộ Tư pháp sớm hoàn thiện phần mềm dùng chung."),
        ("UBND THÀNH PHỐ HÀ NỘI", "Đề nghị Thành ủy cho ý kiến trước ngày 30/9/2026."),
        ("ĐẢNG ỦY XÃ SÓC SƠN", "Đề nghị Ban Tổ chức Thành ủy bổ sung biên chế trong quý IV."),
    ],
)
def test_a_request_to_those_above_is_no_task(issuer: str, words: str) -> None:
    assert not _tasks(issuer, words)


@pytest.mark.parametrize(
    ("issuer", "words", "lead"),
    [
        ("UBND PHƯỜNG LÁNG", "Đề nghị Ủy ban MTTQ Việt Nam phường cử đại diện.", "00187.MTTQ"),
        ("SỞ XÂY DỰNG", "Đề nghị Sở Tài chính hướng dẫn định mức chi.", "STC"),
        ("SỞ XÂY DỰNG", "Đề nghị UBND các xã, phường rà soát biển hiệu.", "G.UBND-XP"),
        ("UBND THÀNH PHỐ HÀ NỘI", "Đề nghị Công an thành phố phân luồng giao thông.", "CATP"),
        ("VĂN PHÒNG UBND THÀNH PHỐ", "Đề nghị Sở Tài chính bố trí kinh phí.", "STC"),
        ("THÀNH ỦY HÀ NỘI", "Đề nghị UBND thành phố báo cáo kết quả.", "UBND-TP"),
    ],
)
def test_what_is_asked_beside_or_below_is_a_task(issuer: str, words: str, lead: str) -> None:
    (task,) = _tasks(issuer, words)

    assert [unit.code for unit in task.lead] == [lead]


@pytest.mark.parametrize(
    "words",
    [
        "UBND phường sẽ tổ chức họp dân lần ba, gửi báo cáo trước ngày 20/9/2026.",
        "Phường cam kết chi trả xong trong tháng 9, tổ chức họp dân vào ngày 15/9/2026.",
        "Trong thời gian tới, UBND phường Láng sẽ kiểm tra đột xuất các công trình.",
    ],
)
def test_a_promise_of_the_issuer_is_no_task(words: str) -> None:
    assert not _tasks("UBND PHƯỜNG LÁNG", words)


@pytest.mark.parametrize(
    "words",
    [
        "1. UBND phường sẽ tổng hợp kết quả, báo cáo tại phiên họp ngày 20/9/2026.",
        "2. Phòng Văn hóa - Xã hội sẽ tổ chức họp dân trước ngày 20/9/2026.",
    ],
)
def test_an_item_among_the_orders_and_the_act_of_another_are_tasks(words: str) -> None:
    assert len(_tasks("UBND PHƯỜNG LÁNG", words)) == 1
