"""Heads as they come: two columns, one column, tabs, capitals, old tone marks, blank numbers."""

from datetime import date

import pytest

from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import Head, read

BODY = "\n1. Giao Sở Nội vụ báo cáo trước ngày 20/10/2026.\n"


def _head(text: str) -> Head:
    return read(text + BODY, gazetteer=built_in_gazetteer()).head


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        ("Số: 123/TB-UBND", "123/TB-UBND"),
        ("Số:123 /TB-UBND", "123/TB-UBND"),
        ("Số 127-TB/TU", "127-TB/TU"),
        ("Số: 12/2026/QĐ-UBND", "12/2026/QĐ-UBND"),
        ("Số: 1234/UBND-KT", "1234/UBND-KT"),
        ("SỐ: 05/CT-UBND", "05/CT-UBND"),
        ("Số:        /TB-UBND", None),
        ("Số: 77/TB-VP          Hà Nội, ngày 05 tháng 9 năm 2026", "77/TB-VP"),
        ("Số: 77/TB-VP\tHà Nội, ngày 05 tháng 9 năm 2026", "77/TB-VP"),
    ],
)
def test_the_number_is_read(lines: str, number: str | None) -> None:
    head = _head(
        f"ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n{lines}\n\n"
    )

    assert head.number == number


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Hà Nội, ngày 05 tháng 9 năm 2026", date(2026, 9, 5)),
        ("Hà Nội, ngày 5 tháng 09 năm 2026", date(2026, 9, 5)),
        ("Hoàn Kiếm, ngày 12 tháng 10 năm 2026", date(2026, 10, 12)),
        ("Hà Nội, ngày      tháng 9 năm 2026", None),
        ("Hà Nội, ngày 31 tháng 9 năm 2026", None),
        ("HÀ NỘI, NGÀY 05 THÁNG 9 NĂM 2026", date(2026, 9, 5)),
    ],
)
def test_the_day_is_read(line: str, day: date | None) -> None:
    assert _head(f"Số: 12/TB-UBND\n{line}\n\nTHÔNG BÁO\nKết luận\n\n").issued_on == day


@pytest.mark.parametrize(
    ("cells", "issuer"),
    [
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI", "UBND thành phố"),
        ("UỶ BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI", "UBND thành phố"),
        ("UBND THÀNH PHỐ HÀ NỘI\nSỞ NỘI VỤ", "Sở Nội vụ"),
        ("UBND THÀNH PHỐ HÀ NỘI\nVĂN PHÒNG", "Văn phòng UBND thành phố"),
        ("THÀNH ỦY HÀ NỘI\n*", "Thành ủy"),
        ("THÀNH UỶ HÀ NỘI\nVĂN PHÒNG", "Văn phòng Thành ủy"),
        ("ĐẢNG BỘ THÀNH PHỐ HÀ NỘI\nĐẢNG ỦY PHƯỜNG CỬA NAM", "Đảng ủy phường Cửa Nam"),
        ("ỦY BAN NHÂN DÂN\nPHƯỜNG HOÀN KIẾM", "UBND phường Hoàn Kiếm"),
        ("BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ", "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ"),
    ],
)
def test_the_issuer_is_read(cells: str, issuer: str) -> None:
    head = _head(
        f"{cells}\nSố: 12/TB-ABC\nHà Nội, ngày 05 tháng 9 năm 2026\n\nTHÔNG BÁO\nKết luận\n\n"
    )

    assert head.issuer == issuer


@pytest.mark.parametrize(
    ("number", "title", "kind"),
    [
        ("12/TB-UBND", "THÔNG BÁO", "Thông báo"),
        ("12/TB-UBND", "THÔNG BÁO KẾT LUẬN", "Thông báo"),
        ("12-KL/TU", "KẾT LUẬN", "Kết luận"),
        ("12/CT-UBND", "CHỈ THỊ", "Chỉ thị"),
        ("12/UBND-KT", "V/v đôn đốc", "Công văn"),
        ("12-CV/TU", "V/v đôn đốc", "Công văn"),
        ("12/KH-UBND", "KẾ HOẠCH", "Kế hoạch"),
    ],
)
def test_the_type_is_read(number: str, title: str, kind: str) -> None:
    head = _head(f"Số: {number}\nHà Nội, ngày 05 tháng 9 năm 2026\n\n{title}\nNội dung thử\n\n")

    assert head.type == kind


@pytest.mark.parametrize(
    ("block", "title", "name"),
    [
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nNguyễn Văn Ví Dụ", "Phó Chủ tịch", "Nguyễn Văn Ví Dụ"),
        ("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nTrần Thị Ví Dụ", "Chánh Văn phòng", "Trần Thị Ví Dụ"),
        (
            "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ THƯỜNG TRỰC\nLê Ví Dụ",
            "Phó Bí thư Thường trực",
            "Lê Ví Dụ",
        ),
        ("GIÁM ĐỐC\n(Đã ký)\nĐỗ Văn Thử", "Giám đốc", "Đỗ Văn Thử"),
        ("Nơi nhận:\n- Lưu: VT.     CHỦ TỊCH\n            Vũ Ví Dụ", "Chủ tịch", "Vũ Ví Dụ"),
    ],
)
def test_the_signer_is_read(block: str, title: str, name: str) -> None:
    head = read(
        "Số: 12/TB-UBND\nHà Nội, ngày 05 tháng 9 năm 2026\n\nTHÔNG BÁO\nKết luận\n\n"
        f"1. Giao Sở Nội vụ báo cáo.\n\n{block}\n",
        gazetteer=built_in_gazetteer(),
    ).head

    assert (head.signer_title, head.signer_name) == (title, name)


def test_a_press_text_has_no_head() -> None:
    assert (
        _head("Chương trình số 01-CTr/TU: nhiều kết quả\nSáng 19/4, Thành ủy tổ chức hội nghị.\n")
        == Head()
    )


def test_the_day_given_with_the_text_counts_where_it_has_none() -> None:
    reading = read(
        "Số: 12/TB-UBND\n\nTHÔNG BÁO\nKết luận\n\n1. Giao Sở Nội vụ báo cáo trước ngày 20/10.\n",
        gazetteer=built_in_gazetteer(),
        issued_on=date(2026, 9, 5),
    )

    assert reading.head.issued_on is None
    assert reading.tasks[0].due == date(2026, 10, 20)
