"""How wards write: divisions named once, chiefs of small bodies, aims and threats among orders."""

import pytest

from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import DraftTask, read

HEAD = """UBND PHƯỜNG LÁNG
Số: 99/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Láng, ngày 07 tháng 9 năm 2026

THÔNG BÁO
Kết luận tại cuộc họp

Chủ tịch UBND phường kết luận như sau:

"""


def _tasks(words: str) -> tuple[DraftTask, ...]:
    return read(f"{HEAD}{words}\n", gazetteer=built_in_gazetteer()).tasks


@pytest.mark.parametrize(
    "words",
    [
        "1. Phòng Văn hóa - Xã hội lập danh sách. Phòng cũng làm việc với Trường Tiểu học Láng.",
        "1. Phòng Văn hóa - Xã hội lập danh sách. Phòng này còn phải liên hệ nhà hảo tâm.",
    ],
)
def test_the_division_named_before_is_the_one_that_also_acts(words: str) -> None:
    assert [[unit.code for unit in task.lead] for task in _tasks(words)] == [
        ["00187.UBND.VHXH"]
    ] * 2


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("3. Chỉ huy trưởng Ban Chỉ huy Quân sự phường huy động dân quân.", "Chỉ huy trưởng"),
        ("3. Trạm trưởng Trạm Y tế phường chuẩn bị phương án cấp cứu.", "Trạm trưởng"),
        ("3. Sở Y tế hỗ trợ. Các hợp tác xã nông nghiệp cử người trực bơm.", "hợp tác xã"),
        ("3. Các thôn huy động nhân dân tổng vệ sinh.", "Các thôn"),
    ],
)
def test_who_is_told_and_on_no_list_is_said(words: str, who: str) -> None:
    task = _tasks(words)[-1]

    assert task.lead == ()
    assert who in " ".join(task.doubts)


@pytest.mark.parametrize(
    "words",
    [
        "4. Đơn vị nào để chậm thì thủ trưởng đơn vị kiểm điểm trước UBND phường.",
        "4. Phấn đấu gieo trồng xong 120 ha cây vụ đông trước 15/10.",
        "Các phòng, đơn vị không để xảy ra tình trạng trực qua điện thoại.",
        "Yêu cầu các ngành, các thôn nghiêm túc thực hiện.",
        "7. Nhất trí cho Phòng Văn hóa - Xã hội tổ chức giải bóng theo đề xuất.",
    ],
)
def test_threats_aims_and_reminders_are_no_tasks(words: str) -> None:
    assert not _tasks(words)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (
            (
                "1. UBND phường đối thoại, xong trước ngày 15/9; trường hợp không đồng thuận thì"
                " lập hồ sơ cưỡng chế."
            ),
            1,
        ),
        ("1. Phòng Kinh tế báo cáo tại giao ban tuần 39. Công an phường lập chốt.", 2),
        (
            (
                "1. Sở Xây dựng chốt phương án trước 20/9/2026 và mỗi tuần một lần cập nhật tiến"
                " độ trên phần mềm."
            ),
            2,
        ),
        ("1. Sở Xây dựng xử lý xong trước 20/9/2026, mỗi tháng báo cáo UBND phường một lần.", 1),
        ("1. Công an phường tiếp nhận mốc ngay khi bàn giao; lập biên bản có xác nhận.", 1),
        ("Vì vậy, Phòng Kinh tế dự thảo văn bản xin ý kiến.", 1),
    ],
)
def test_how_many_tasks_a_clause_holds(words: str, count: int) -> None:
    assert len(_tasks(words)) == count


def test_the_name_of_a_person_is_no_verb() -> None:
    (task,) = _tasks("1. Đồng chí Nguyễn Văn Lập chuẩn bị phòng họp.")

    assert task.in_charge == "Đồng chí Nguyễn Văn Lập"


def test_those_who_take_part_work_along() -> None:
    (task,) = _tasks("1. UBND phường đối thoại với 19 hộ, có sự tham gia của Sở Tư pháp.")

    assert [unit.code for unit in task.cooperating] == ["STP"]


def test_two_evenings_are_both_the_days_of_the_rhythm() -> None:
    (task,) = _tasks(
        "1. Trung tâm Phục vụ hành chính công mở quầy vào tối thứ Ba và tối thứ Năm hằng tuần."
    )

    assert task.recurrence is not None
    assert task.recurrence.by == "tối thứ Ba và tối thứ Năm"
