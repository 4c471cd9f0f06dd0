"""Who leads when a paper names a leader: his body, or the one that does the work under him."""

import pytest

from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import DraftTask, read

CITY = """UBND THÀNH PHỐ HÀ NỘI
Số: 99/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Nội, ngày 05 tháng 9 năm 2026

THÔNG BÁO
Kết luận tại cuộc họp

Chủ tịch UBND thành phố kết luận như sau:
"""
WARD = CITY.replace("UBND THÀNH PHỐ HÀ NỘI", "UBND PHƯỜNG VĨNH TUY")
OFFICE = CITY.replace("UBND THÀNH PHỐ HÀ NỘI", "VĂN PHÒNG UBND THÀNH PHỐ")
DEPARTMENT = CITY.replace("UBND THÀNH PHỐ HÀ NỘI", "SỞ XÂY DỰNG")
PARTY = CITY.replace("UBND THÀNH PHỐ HÀ NỘI", "ĐẢNG ỦY XÃ SÓC SƠN")
BOARD = CITY.replace(
    "UBND THÀNH PHỐ HÀ NỘI", "ỦY BAN NHÂN DÂN PHƯỜNG VĨNH TUY\nBAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ"
)
ABOUT = CITY.replace("tại cuộc họp", "buổi làm việc với Đảng ủy xã Sóc Sơn")
PRESS = "Sáng 5/9/2026, Chủ tịch UBND phường Hoàng Liệt tiếp dân.\n\n"


def _tasks(words: str, head: str = CITY) -> tuple[DraftTask, ...]:
    return read(f"{head}{words}\n", gazetteer=built_in_gazetteer()).tasks


@pytest.mark.parametrize(
    ("head", "words", "lead", "in_charge"),
    [
        (
            CITY,
            "Giao đồng chí Phó Chủ tịch UBND thành phố trực tiếp chỉ đạo đợt kiểm tra.",
            "UBND-TP",
            "đồng chí Phó Chủ tịch UBND thành phố",
        ),
        (
            WARD,
            "1. Đồng chí Phó Chủ tịch UBND phường phụ trách đô thị đối thoại với hộ dân ngõ 5.",
            "00283.UBND",
            "Đồng chí Phó Chủ tịch UBND phường",
        ),
        (
            WARD,
            "1. Đồng chí Phó Chủ tịch phụ trách kinh tế chỉ đạo việc thu thuế.",
            "00283.UBND",
            "Đồng chí Phó Chủ tịch phụ trách kinh tế",
        ),
        (
            WARD,
            "1. Đồng chí Lại Thị Giả Sử, Phó Chủ tịch UBND phường, chỉ đạo việc hàn khẩu.",
            "00283.UBND",
            "Đồng chí Lại Thị Giả Sử, Phó Chủ tịch UBND phường",
        ),
        (
            DEPARTMENT,
            "Giao bà Phó Giám đốc Sở phụ trách hạ tầng làm việc với Sở Tài chính về đơn giá.",
            "SXD",
            "bà Phó Giám đốc Sở phụ trách hạ tầng",
        ),
        (
            PARTY,
            "1. Đồng chí Phó Bí thư Thường trực Đảng ủy chỉ đạo kiện toàn 03 chi ủy.",
            "00376.DU",
            "Đồng chí Phó Bí thư Thường trực Đảng ủy",
        ),
        (
            OFFICE,
            "1. Chị Trần Thị Ví Dụ (Phó Chánh Văn phòng) chuẩn bị lịch làm việc.",
            "VP-UBND",
            "Chị Trần Thị Ví Dụ",
        ),
    ],
)
def test_a_leader_in_charge_stands_for_the_body_he_leads(
    head: str, words: str, lead: str, in_charge: str
) -> None:
    (task,) = _tasks(words, head)

    assert [unit.code for unit in task.lead] == [lead]
    assert task.in_charge == in_charge
    assert any("giao cho người" in doubt for doubt in task.doubts)


def test_the_body_that_a_leader_directs_leads() -> None:
    (task,) = _tasks(
        "1. Giao đồng chí Phó Chủ tịch UBND thành phố phụ trách đô thị chỉ đạo Sở Xây dựng hoàn"
        " thành cầu tạm."
    )

    assert [unit.code for unit in task.lead] == ["SXD"]
    assert task.in_charge


@pytest.mark.parametrize(
    "words",
    [
        "1. Anh Trần Văn Thử chuẩn bị phòng họp.",
        "1. Tổ trưởng tổ dân phố nắm số hộ ở từng ngõ.",
    ],
)
def test_a_person_of_no_body_leaves_the_lead_open(words: str) -> None:
    (task,) = _tasks(words, WARD)

    assert task.lead == ()
    assert task.doubts


@pytest.mark.parametrize(
    ("head", "words", "lead"),
    [
        (
            BOARD,
            "1. Trưởng phòng Kinh tế, Hạ tầng và Đô thị rà soát 46 trụ nước.",
            "00283.UBND.KT",
        ),
        (ABOUT, "1. Cơ quan Ủy ban Kiểm tra Đảng ủy xã lập danh mục chi bộ.", "00376.DU.UBKT"),
        (ABOUT, "1. UBND xã công khai kết quả tại từng thôn.", "00376.UBND"),
        (
            PRESS,
            "Bà giao Phòng Văn hóa - Xã hội làm việc với hai trường tiểu học.",
            "00337.UBND.VHXH",
        ),
    ],
)
def test_the_one_commune_a_paper_is_of_or_about_needs_no_name(
    head: str, words: str, lead: str
) -> None:
    (task,) = _tasks(words, head)

    assert [unit.code for unit in task.lead] == [lead]


def test_a_paper_about_two_communes_leaves_open_which_is_meant() -> None:
    about = ABOUT.replace("xã Sóc Sơn", "xã Sóc Sơn và Đảng ủy xã Đa Phúc")

    (task,) = _tasks("1. UBND xã công khai kết quả tại từng thôn.", about)

    assert task.lead == ()
