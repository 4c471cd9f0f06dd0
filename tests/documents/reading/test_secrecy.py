"""A stamp is a mark; the same word in a sentence is not."""

import pytest

from baro.documents.reading import secrecy_mark, urgency_mark

MARKED = [
    ("MẬT", "Mật"),
    ("TỐI MẬT", "Tối mật"),
    ("TUYỆT MẬT", "Tuyệt mật"),
    ("Mật", "Mật"),
    ("Độ mật: Mật", "Mật"),
    ("Độ mật: Tối mật", "Tối mật"),
    ("ĐỘ MẬT: TUYỆT MẬT", "Tuyệt mật"),
    ("Mức độ mật: Mật", "Mật"),
    ("TÀI LIỆU TỐI MẬT", "Tối mật"),
    ("[MẬT]", "Mật"),
    ("| MẬT |", "Mật"),
    ("M Ậ T", "Mật"),
    ("T Ố I  M Ậ T", "Tối mật"),
    ("MẬT                 Hà Nội, ngày 05 tháng 9 năm 2026", "Mật"),
    ("ỦY BAN NHÂN DÂN\tTUYỆT MẬT", "Tuyệt mật"),
    ("MA\u0323\u0302T", "Mật"),
    ("Số: 01/TB-UBND\nMẬT\nTHÔNG BÁO", "Mật"),
]

UNMARKED = [
    "Giữ bí mật nhà nước khi công khai dữ liệu.",
    "Tăng cường bảo mật thông tin.",
    "Khu vực có mật độ dân cư cao",
    "MẬT ĐỘ DÂN CƯ",
    "bảo\nmật",
    "Luật Bảo vệ bí mật nhà nước",
    "văn bản tối mật không được gửi qua mạng",
    "Độ mật: Không",
    "",
]


@pytest.mark.parametrize(("text", "grade"), MARKED)
def test_a_stamp_is_a_mark(text: str, grade: str) -> None:
    assert secrecy_mark(text) == grade


@pytest.mark.parametrize("text", UNMARKED)
def test_a_word_in_a_sentence_is_no_mark(text: str) -> None:
    assert secrecy_mark(text) is None


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("KHẨN", "Khẩn"),
        ("THƯỢNG KHẨN", "Thượng khẩn"),
        ("HỎA TỐC", "Hỏa tốc"),
        ("HOẢ TỐC", "Hỏa tốc"),
        ("HỎA TỐC HẸN GIỜ", "Hỏa tốc"),
        ("Độ khẩn: Thượng khẩn", "Thượng khẩn"),
        ("khẩn trương triển khai", None),
        ("KHẨN TRƯƠNG TRIỂN KHAI", None),
    ],
)
def test_urgency_is_read_like_secrecy(text: str, mark: str | None) -> None:
    assert urgency_mark(text) == mark
