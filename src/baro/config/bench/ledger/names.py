"""Names of places that never were: titles differ, and search has rare words and common ones."""

from collections.abc import Iterator

from baro.kernel.text import fold

_KINDS = (
    "khu dân cư", "tuyến phố", "cầu", "chợ", "hồ", "kênh", "trường mầm non", "trạm bơm",
    "khu tái định cư", "công viên", "nhà văn hóa", "cụm công nghiệp",
)  # fmt: skip
_FIRST = """
An Bình Cẩm Châu Diên Đông Gia Giang Hạ Hải Hòa Hồng Huệ Khánh Kim La Lạc Lâm Linh Lộc Long Lương
Mai Minh Mộc Nam Nghi Nguyệt Nhân Ninh Phong Phú Phúc Phương Quế Quảng Sơn Tam Tân Thạch Thái Thanh
Thiên Thịnh Thuận Thượng Tiên Trung Trúc Tứ Vân Văn Vạn Viên Vĩnh Xuân Yên Đức
"""
_SECOND = """
Ái Bảo Bích Cát Chi Chính Cương Dương Đài Định Hà Hạc Hiệp Hoa Hoàng Hội Hưng Khê Khoát Lãng Liên
Liễu Lý Mạch Nghĩa Ngọc Nhuệ Oanh Phố Quang Sa Tảo Thành Thọ Thủy Tiến Tĩnh Trạch Trì Tùng Tường
Uyên Vọng Vũ Xá Ý Đàn Đạo Điền Đình Đồng Hiên Kỳ Lũng Quyết Thụy Toàn Trang Vực
"""


def place_names() -> Iterator[tuple[str, str]]:
    """Each name, and its words as the search keeps them; one in five is a bare project code."""
    number = 0
    for kind in _KINDS:
        for first in _FIRST.split():
            for second in _SECOND.split():
                number += 1
                name = f"dự án HN{number:05d}" if number % 5 == 0 else f"{kind} {first} {second}"
                yield name, _vector(name)


def _vector(name: str) -> str:
    words = enumerate(name.lower().split(), start=1)
    return " ".join(f"'{form}':{place}A" for place, w in words for form in {w, fold(w)})
