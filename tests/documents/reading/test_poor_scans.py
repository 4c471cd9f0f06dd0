"""A scan that lost marks in the head is still an official paper, of the same body."""

import pytest

from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import Reading, read
from baro.documents.reading.surface import bare

HEAD = """{issuer}
CÔNG HOA XÃ HÔI CHU NGHĨA VlỆT NAM
Đôc lâp - Tư do - Hanh phuc
Sô: 99/TB-UBND
Ha Nôi, ngay 05 thang 9 năm 2026

THÔNG BAO
Kết luận tại cuộc họp

Chủ tịch kết luận như sau:

1. Giao Sở Y tế kiểm tra các trạm cấp cứu trước ngày 20/9/2026.

Nơi nhân:
- Như trên.

CHU TỊCH
Nguyễn Văn Mẫu
"""


def _read(issuer: str) -> Reading:
    return read(HEAD.format(issuer=issuer), gazetteer=built_in_gazetteer())


@pytest.mark.parametrize(
    ("issuer", "name"),
    [
        ("UY BAN NHAN DÂN\nTHÀNH PHÔ HÀ NỘl", "UBND thành phố"),
        ("ÚY BAN NHÂN DÂN\nPHƯƠNG VĨNH TUY", "UBND phường Vĩnh Tuy"),
        ("UY BAN NHÂN DÂN THANH PHỐ HÀ NỘI\nSƠ XÂY DƯNG", "Sở Xây dựng"),
        ("ĐẢNG UY XÃ SOC SƠN", "Đảng ủy xã Sóc Sơn"),
        ("VĂN PHONG UBND THÀNH PHÔ", "Văn phòng UBND thành phố"),
        ("HÔI ĐÔNG NHÂN DÂN THÀNH PHÔ HÀ NÔI", "HĐND thành phố"),
    ],
)
def test_the_issuer_is_known_without_its_marks(issuer: str, name: str) -> None:
    assert _read(issuer).head.issuer == name


def test_the_facts_of_a_damaged_head_are_read() -> None:
    head = _read("UY BAN NHAN DÂN\nTHÀNH PHÔ HÀ NỘl").head

    assert (head.type, head.number, str(head.issued_on)) == (
        "Thông báo",
        "99/TB-UBND",
        "2026-09-05",
    )
    assert head.signer_name == "Nguyễn Văn Mẫu"


def test_its_orders_are_orders() -> None:
    (task,) = _read("UY BAN NHAN DÂN\nTHÀNH PHÔ HÀ NỘl").tasks

    assert ([unit.code for unit in task.lead], str(task.due)) == (["SYT"], "2026-09-20")


def test_a_name_that_two_bodies_would_share_is_nobody() -> None:
    assert built_in_gazetteer().misspelt("UBND XÃ HOA") is None
    assert built_in_gazetteer().misspelt("CÔNG TY LẠ") is None


def test_bare_text_keeps_its_places() -> None:
    text = "Đảng ủy phường Định Công, ngày 05/9 – “Ủy ban”"

    assert len(bare(text)) == len(text)
    assert bare("Đảng ủy") == "Dang uy"


@pytest.mark.parametrize("title", ["BIÊN BẢN LÀM VIỆC", "BIÊN BẢN HỌP", "BIÊN BẢN"])
def test_minutes_are_minutes_whatever_they_are_of(title: str) -> None:
    text = HEAD.format(issuer="UBND XÃ GIA LÂM").replace("THÔNG BAO", title)

    assert read(text, gazetteer=built_in_gazetteer()).head.type == "Biên bản"
