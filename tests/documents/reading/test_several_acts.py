"""When several acts under one lead are one task, and when each is its own."""

from datetime import date

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
# The clause, and the day of each task; a rhythm stands for its day.
PARTED = [
    (
        (
            "Sở Tài chính bố trí vốn duy tu, báo cáo trước ngày 20/9; đồng thời dự kiến nguồn"
            " vốn năm"
            " 2027 gửi trước ngày 15/10."
        ),
        ["2026-09-20", "2026-10-15"],
    ),
    (
        "Sở Y tế ký hợp đồng trước 30/11/2026, bàn giao đưa vào sử dụng trong quý I/2027.",
        ["2026-11-30", "2027-03-31"],
    ),
    (
        "Sở Xây dựng thông xe một làn trước 12h ngày 10/9, thông xe hoàn toàn trong tuần 38.",
        ["2026-09-10", "2026-09-20"],
    ),
    (
        (
            "UBND xã Gia Lâm bàn giao mặt bằng trước 31/10/2026, riêng đoạn qua nghĩa trang bàn"
            " giao"
            " trước 31/12/2026."
        ),
        ["2026-10-31", "2026-12-31"],
    ),
    (
        "Các đơn vị gửi báo cáo đợt 1 trước ngày 05/10/2026, báo cáo đợt 2 trước ngày 20/12/2026.",
        ["2026-10-05", "2026-12-20"],
    ),
    (
        "Sở Y tế chuẩn bị hội nghị ngày 25/9; kịch bản gửi Văn phòng UBND thành phố trước 20/9.",
        ["2026-09-25", "2026-09-20"],
    ),
    (
        (
            "Sở Y tế: vận hành các trạm cấp cứu; tham mưu lệnh huy động trước 20/9; công khai"
            " đường dây"
            " nóng."
        ),
        [None, "2026-09-20", None],
    ),
    (
        "Sở Y tế đưa trạm vào hoạt động; tổ chức khám sức khỏe người cao tuổi mỗi quý một lần.",
        [None, "quarter"],
    ),
    (
        "Sở Nội vụ báo cáo vào sáng thứ Hai hằng tuần; gửi giấy mời họp trước ngày 23/10.",
        ["week", "2026-10-23"],
    ),
    (
        "Sở Nội vụ rà soát biên chế trước ngày 25/10. Sở Tài chính bố trí kinh phí.",
        ["2026-10-25", None],
    ),
    (
        (
            "Sở Xây dựng vận hành các trạm bơm; xây dựng phương án xả tràn, xin ý kiến trước"
            " khi thực"
            " hiện."
        ),
        [None, None],
    ),
]
ONE = [
    "Sở Nội vụ rà soát biên chế; lập danh sách, gửi UBND thành phố trước ngày 30/9/2026.",
    "Sở Nội vụ theo dõi, đôn đốc; định kỳ hằng năm báo cáo UBND thành phố trước ngày 10 tháng 12.",
    "Sở Y tế giám sát; lấy ít nhất 500 mẫu mỗi tháng, công bố kết quả trước ngày 05 tháng sau.",
    "Sở Xây dựng lập hồ sơ 41 trường hợp; thứ tự: đất trường học trước; hoàn thành trước 20/11.",
    "Sở Xây dựng hoàn chỉnh hồ sơ; trong 07 ngày làm việc kể từ ngày ký phải trình UBND thành phố.",
    "Sở Du lịch xây dựng đề án, lấy ý kiến trong tháng 9 và trình ban hành trước 20/12/2026.",
    "Sở Nội vụ rà soát 03 cuộc giám sát; nếu gia hạn phải nêu rõ lý do, báo cáo trước ngày 27/11.",
    "Các sở, ngành; UBND các xã, phường bố trí máy quét tại bộ phận một cửa, xong trước 15/12.",
    "Sở Nội vụ rà soát biên chế. Thời hạn: trong tháng 11/2026.",
    "Sở Tài chính bố trí đủ vốn. Hoàn thành trước ngày 30/10/2026.",
]


def _tasks(clause: str) -> tuple[DraftTask, ...]:
    return read(f"{HEAD}1. {clause}\n", gazetteer=built_in_gazetteer()).tasks


def _when(task: DraftTask) -> str | None:
    if task.recurrence:
        return task.recurrence.every
    return task.due.isoformat() if task.due else None


@pytest.mark.parametrize(("clause", "days"), PARTED)
def test_an_act_with_an_end_of_its_own_is_a_task(clause: str, days: list[str | None]) -> None:
    assert [_when(task) for task in _tasks(clause)] == days


@pytest.mark.parametrize("clause", ONE)
def test_what_only_reports_or_closes_belongs_to_the_act_before(clause: str) -> None:
    assert len(_tasks(clause)) == 1


def test_a_term_in_a_sentence_of_its_own_is_that_of_the_task() -> None:
    [task] = _tasks("Sở Nội vụ rà soát biên chế. Thời hạn: trong tháng 11/2026.")

    assert task.due == date(2026, 11, 30)


def test_two_days_for_parts_of_one_act_end_with_the_later() -> None:
    words = (
        "Sở Nội vụ kiểm tra các khu nhà trọ. Hoàn thành ở các phường Láng, Ba Đình trước"
        " 30/11/2026, các địa bàn còn lại trước 31/01/2027."
    )
    (task,) = _tasks(words)

    assert str(task.due) == "2027-01-31"


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (
            "Sở Nội vụ chủ trì tuyên truyền; phối hợp với Sở Tài chính vận động người dân.",
            [None, None],
        ),
        (
            "Sở Nội vụ hạ mực nước trước ngày 19/9/2026, đồng thời kiểm tra các hồ chứa.",
            ["2026-09-19", None],
        ),
        (
            "Sở Nội vụ ban hành thông báo trước 20/9; thống nhất với Sở Tài chính quy trình.",
            ["2026-09-20", None],
        ),
        (
            "Sở Nội vụ tổ chức tuần tra đê. Phương án sơ tán gửi Sở Xây dựng trong ngày 19/9.",
            ["2026-09-19"],
        ),
        (
            "Sở Nội vụ hướng dẫn phân tuyến. Việc hướng dẫn phải xong trong tháng 3/2027.",
            ["2027-03-31"],
        ),
        (
            "Sở Nội vụ rà soát biên chế trước 20/9, đồng thời báo cáo Chủ tịch kết quả.",
            ["2026-09-20"],
        ),
    ],
)
def test_what_goes_on_and_what_begins_anew(words: str, days: list[str | None]) -> None:
    assert [task.due and str(task.due) for task in _tasks(words)] == days


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Sở Y tế dự trữ thuốc; cử đội cơ động ngay sau khi nước rút.", [None, None]),
        ("Sở Y tế kiểm tra kho; khôi phục cấp điện trong 24 giờ sau khi nước rút.", [None, None]),
        ("Sở Y tế bảo vệ lực lượng; lập phương án trước ngày 25/11/2026.", ["2026-11-25"]),
        ("Sở Y tế kiểm tra trước ngày 20/9/2026; lập chốt ở cổng chợ.", ["2026-09-20", None]),
    ],
)
def test_a_day_closes_its_sentence_and_an_event_does_not(
    words: str, days: list[str | None]
) -> None:
    assert [_when(task) for task in _tasks(words)] == days


def test_a_day_after_a_semicolon_is_said_to_be_taken_for_both() -> None:
    (task,) = _tasks("Sở Y tế bảo vệ lực lượng; lập phương án trước ngày 25/11/2026.")
    (reports,) = _tasks("Sở Y tế lập danh sách; gửi Sở Nội vụ trước ngày 25/11/2026.")

    assert any("sau dấu chấm phẩy" in doubt for doubt in task.doubts)
    assert not reports.doubts


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Sở Y tế rà soát trạm cấp cứu, xong trước ngày 15/10/2025.", 1),
        ("Sở Y tế đã rà soát trạm cấp cứu, xong trước ngày 15/10/2025.", 0),
        ("Sở Y tế hoàn thành trạm cấp cứu trước ngày 15/10/2025, vượt kế hoạch.", 0),
    ],
)
def test_an_order_by_a_day_that_is_gone_is_doubted_and_not_passed_over(
    words: str, count: int
) -> None:
    tasks = _tasks(words)

    assert len(tasks) == count
    assert all("có thể là 15/10/2026" in task.doubts[0] for task in tasks)
