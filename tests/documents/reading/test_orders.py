"""The table of orders: who leads, who works along, what is to be done."""

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

ONE_TASK = [
    # words of the clause, leads, cooperating, title
    (
        "Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính rà soát biên chế.",
        ["SNV"],
        ["STC"],
        "Rà soát biên chế",
    ),
    (
        "Giao Sở Nội vụ chủ trì phối hợp Sở Tài chính rà soát biên chế.",
        ["SNV"],
        ["STC"],
        "Rà soát biên chế",
    ),
    ("Sở Nội vụ chủ trì rà soát biên chế.", ["SNV"], [], "Rà soát biên chế"),
    (
        "Sở Nội vụ phối hợp với Sở Tài chính rà soát biên chế.",
        ["SNV"],
        ["STC"],
        "Rà soát biên chế",
    ),
    (
        "Sở Nội vụ, Sở Tài chính rà soát biên chế.",
        ["SNV", "STC"],
        [],
        "Rà soát biên chế",
    ),
    (
        "Các Sở: Xây dựng, Tài chính rà soát dự án chậm tiến độ.",
        ["SXD", "STC"],
        [],
        "Rà soát dự án chậm tiến độ",
    ),
    (
        "Yêu cầu Giám đốc Sở Y tế, Chủ tịch UBND các xã, phường trực dịch 24/24 giờ.",
        ["SYT", "G.UBND-XP"],
        [],
        "Trực dịch 24/24 giờ",
    ),
    (
        "Đề nghị Ủy ban MTTQ Việt Nam thành phố giám sát việc thực hiện.",
        ["MTTQ-TP"],
        [],
        "Giám sát việc thực hiện",
    ),
    (
        "Đối với UBND xã Gia Lâm: khẩn trương bàn giao mặt bằng.",
        ["00565.UBND"],
        [],
        "Khẩn trương bàn giao mặt bằng",
    ),
    (
        "Trước ngày 20/9/2026, Sở Nội vụ hoàn thành việc tổng hợp danh sách.",
        ["SNV"],
        [],
        "Hoàn thành việc tổng hợp danh sách",
    ),
    (
        "Việc lập quy hoạch do Sở Quy hoạch - Kiến trúc chủ trì, cùng Sở Xây dựng thực hiện.",
        ["SQHKT"],
        ["SXD"],
        "Thực hiện",
    ),
    (
        "Theo đề nghị của Sở Tài chính, giao Sở Xây dựng rà soát đơn giá.",
        ["SXD"],
        [],
        "Rà soát đơn giá",
    ),
    (
        "Về nguồn vốn: Sở Tài chính cân đối kinh phí thực hiện.",
        ["STC"],
        [],
        "Cân đối kinh phí thực hiện",
    ),
    (
        "Yêu cầu đẩy nhanh việc số hóa hồ sơ đất đai, giao Sở Nội vụ tổ chức thực hiện.",
        ["SNV"],
        [],
        "Đẩy nhanh việc số hóa hồ sơ đất đai",
    ),
    (
        "Giao Sở Nội vụ và Sở Tài chính hướng dẫn UBND các xã, phường lập dự toán.",
        ["SNV", "STC"],
        [],
        "Hướng dẫn UBND các xã, phường lập dự toán",
    ),
    (
        "Sở Xây dựng có trách nhiệm báo cáo UBND thành phố, Thành ủy kết quả kiểm tra.",
        ["SXD"],
        [],
        "Báo cáo UBND thành phố, Thành ủy kết quả kiểm tra",
    ),
]

NO_TASK = [
    "Biểu dương Sở Nội vụ đã hoàn thành sớm kế hoạch.",
    "Ghi nhận nỗ lực của UBND các xã, phường trong thời gian qua.",
    "Sở Nội vụ đã báo cáo kết quả rà soát biên chế.",
    "Tuy nhiên, một số sở, ngành còn chậm báo cáo.",
    "Thống nhất chủ trương đầu tư dự án theo đề xuất của Sở Tài chính.",
    "Cơ bản đồng ý với nội dung báo cáo của Sở Xây dựng.",
    "Kết quả thực hiện nhiệm vụ được giao của Sở Nội vụ đạt 85%.",
    "Yêu cầu các sở, ban, ngành, UBND các xã, phường nghiêm túc thực hiện Thông báo này.",
    "Lưu ý các đơn vị về việc bảo mật thông tin.",
    "Trên đây là kết luận của Chủ tịch UBND thành phố.",
]


def _tasks(clause: str) -> tuple[DraftTask, ...]:
    return read(f"{HEAD}1. {clause}\n", gazetteer=built_in_gazetteer()).tasks


@pytest.mark.parametrize(("clause", "lead", "cooperating", "title"), ONE_TASK)
def test_an_order_names_who_leads_and_who_works_along(
    clause: str, lead: list[str], cooperating: list[str], title: str
) -> None:
    (task,) = _tasks(clause)

    assert [unit.code for unit in task.lead] == lead
    assert [unit.code for unit in task.cooperating] == cooperating
    assert task.title == title


@pytest.mark.parametrize("clause", NO_TASK)
def test_words_that_order_nothing_are_no_task(clause: str) -> None:
    assert _tasks(clause) == ()


def test_two_orders_in_one_clause_are_two_tasks() -> None:
    first, second = _tasks(
        "Giao Sở Nội vụ lập danh sách trước ngày 15/9; giao Sở Tài chính bố trí kinh phí"
        " trước ngày 30/9/2026."
    )

    assert [unit.code for unit in first.lead] == ["SNV"]
    assert [unit.code for unit in second.lead] == ["STC"]
    assert (first.due, second.due) == (date(2026, 9, 15), date(2026, 9, 30))


def test_a_sentence_that_adds_only_a_date_belongs_to_the_order_before() -> None:
    (task,) = _tasks("Giao Sở Nội vụ rà soát biên chế. Hoàn thành trước ngày 25/9/2026.")

    assert task.due == date(2026, 9, 25)
    assert task.quote.endswith("25/9/2026.")


def test_a_second_date_of_the_same_body_is_a_second_task() -> None:
    first, second = _tasks(
        "Giao Sở Nội vụ lập danh sách trước ngày 15/9/2026. Báo cáo UBND thành phố kết quả"
        " trước ngày 30/9/2026."
    )

    assert first.lead == second.lead
    assert second.title == "Báo cáo UBND thành phố kết quả"


def test_several_leading_bodies_are_asked_about() -> None:
    (task,) = _tasks("Giao Sở Nội vụ, Sở Tài chính chủ trì rà soát biên chế.")

    assert "một việc chung hay mỗi đơn vị một việc" in " ".join(task.doubts)


def test_two_dates_are_both_shown_in_the_doubt() -> None:
    (task,) = _tasks(
        "Sở Nội vụ gửi dự thảo trước ngày 10/9/2026 để hoàn thiện trước ngày 20/9/2026."
    )

    assert task.due == date(2026, 9, 10)
    assert "20/9/2026" in " ".join(task.doubts)


def test_a_task_given_to_a_head_is_led_by_the_body() -> None:
    (task,) = _tasks("Giao Giám đốc Sở Xây dựng kiểm tra các công trình đang thi công.")

    assert [unit.code for unit in task.lead] == ["SXD"]
    assert task.in_charge == "Giám đốc Sở Xây dựng"


@pytest.mark.parametrize(
    ("clause", "product"),
    [
        (
            "Sở Nội vụ xây dựng Kế hoạch tinh giản biên chế, trình UBND thành phố.",
            "Kế hoạch tinh giản biên chế",
        ),
        (
            "Sở Nội vụ tham mưu UBND thành phố ban hành Quyết định phân cấp trước ngày 30/9/2026.",
            "Quyết định phân cấp",
        ),
        ("Sở Nội vụ hoàn thiện dự thảo Tờ trình trước ngày 30/9/2026.", "Dự thảo Tờ trình"),
        ("Sở Nội vụ lập danh mục vị trí việc làm.", "Danh mục vị trí việc làm"),
        ("Sở Nội vụ rà soát biên chế, báo cáo kết quả trước ngày 30/9/2026.", "Báo cáo kết quả"),
        ("Sở Nội vụ rà soát biên chế; sản phẩm: bảng tổng hợp biên chế.", "Bảng tổng hợp biên chế"),
        ("Sở Nội vụ phối hợp kiểm tra các công trình trọng điểm.", None),
    ],
)
def test_the_product_is_named_in_the_words_of_the_text(clause: str, product: str | None) -> None:
    (task,) = _tasks(clause)

    assert task.product == product
