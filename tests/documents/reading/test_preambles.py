"""Where a paper begins to give orders: what stands before reports, asks or tells."""

import pytest

from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import Reading, read

# ruff: noqa: E501 - a paper has its own line lengths
MINUTES = """SỞ XÂY DỰNG HÀ NỘI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

BIÊN BẢN CUỘC HỌP
Về việc tháo gỡ khó khăn dự án thoát nước

Thời gian: 8 giờ 30, ngày 12/10/2026
I/ NỘI DUNG
1. Ban Quản lý dự án trình bày
- Đề nghị UBND phường Hoàng Mai bàn giao nốt 14 hộ; đề nghị Sở Tài chính cho ứng vốn trước 20/10.
2. UBND phường Hoàng Mai
- Kiến nghị thành phố bố trí quỹ nhà trước 30/11/2026.
- Tổ chức đối thoại với 4 hộ trong tuần tới.
II/ {conclusion}
- Sở Tài chính xem xét ứng vốn theo thẩm quyền, báo cáo trước 20/10/2026.
- Phòng Hạ tầng tổng hợp, gửi biên bản cho các bên.
"""
LETTER = """UBND THÀNH PHỐ HÀ NỘI
Số: 5501/UBND-KT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Nội, ngày 10 tháng 9 năm 2026

Kính gửi:
- Sở Tài chính;
- UBND phường Hà Đông.

{background}
{opening}
1. Sở Tài chính bố trí vốn trước ngày 20/9/2026.
"""


def _leads(reading: Reading) -> list[list[str]]:
    return [[unit.code for unit in task.lead] for task in reading.tasks]


@pytest.mark.parametrize(
    "conclusion",
    [
        "KẾT LUẬN",
        "Ý KIẾN KẾT LUẬN CỦA CHỦ TRÌ CUỘC HỌP",
        "KẾT LUẬN\nQua ý kiến các đại biểu, chủ trì thống nhất và kết luận:",
        "PHÁT BIỂU CHỈ ĐẠO CỦA PHÓ GIÁM ĐỐC SỞ",
        "Sau khi nghe các ý kiến, đồng chí Phó Giám đốc Sở kết luận như sau:",
    ],
)
def test_minutes_give_orders_only_from_the_conclusion_on(conclusion: str) -> None:
    reading = read(MINUTES.format(conclusion=conclusion), gazetteer=built_in_gazetteer())

    assert _leads(reading) == [["STC"], []]


@pytest.mark.parametrize(
    "background",
    [
        "Sở Xây dựng kiến nghị giao Sở Tài chính bố trí vốn, đề nghị UBND phường Hà Đông bàn giao mặt bằng.",
        "Sở Tài chính có ý kiến, đề nghị Sở Xây dựng rà soát lại tổng mức đầu tư; UBND phường Hà Đông báo cáo kết quả.",
        "Các trường đề nghị UBND phường Hà Đông lắp biển báo trước ngày 15/9.",
        "UBND phường Hà Đông tổ chức 56 hội nghị, rà soát 3.400 hồ sơ.",
    ],
)
@pytest.mark.parametrize(
    "opening",
    [
        "UBND thành phố yêu cầu các đơn vị thực hiện các nội dung sau:",
        "Phó Chủ tịch UBND thành phố có ý kiến chỉ đạo như sau:",
        "Từ tình hình trên, UBND thành phố đề nghị các đơn vị:",
    ],
)
def test_what_stands_before_the_orders_tells(background: str, opening: str) -> None:
    text = LETTER.format(background=background, opening=opening)

    assert _leads(read(text, gazetteer=built_in_gazetteer())) == [["STC"]]


def test_a_letter_without_an_opening_gives_its_orders_at_once() -> None:
    text = LETTER.format(
        background="UBND thành phố yêu cầu UBND phường Hà Đông bàn giao mặt bằng.", opening=""
    )

    assert _leads(read(text, gazetteer=built_in_gazetteer())) == [["09556.UBND"], ["STC"]]
