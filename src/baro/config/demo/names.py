"""Names for invented people, put together from parts; nobody's real name is looked for."""

import random
from collections.abc import Iterator

_FAMILIES = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Phan",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Ngô",
    "Dương",
    "Đào",
    "Đinh",
    "Lưu",
    "Trịnh",
    "Mai",
    "Cao",
    "Hà",
    "Tạ",
    "Lương",
    "Chu",
    "Kiều",
    "Khuất",
    "Nghiêm",
    "Vương",
    "Tô",
    "Thái",
    "Quách",
    "Lại",
]
# The first few families are as frequent as in life.
_FREQUENCY = [30, 12, 11, 8, 6, 5, 5, 4, 4, 4, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2] + [1] * 10
_MEN_MIDDLE = [
    "Văn",
    "Đức",
    "Hữu",
    "Xuân",
    "Quang",
    "Minh",
    "Công",
    "Đình",
    "Trọng",
    "Thế",
    "Duy",
    "Khắc",
    "Viết",
    "Tuấn",
    "Gia",
    "Bá",
]
_MEN_GIVEN = [
    "Anh",
    "Bách",
    "Bình",
    "Chiến",
    "Cường",
    "Cảnh",
    "Danh",
    "Duy",
    "Đạt",
    "Đông",
    "Giang",
    "Hải",
    "Hiệp",
    "Hòa",
    "Hưng",
    "Huy",
    "Khải",
    "Khánh",
    "Khôi",
    "Kiên",
    "Lâm",
    "Long",
    "Lợi",
    "Mạnh",
    "Nam",
    "Nghĩa",
    "Ninh",
    "Phong",
    "Phúc",
    "Quân",
    "Quyết",
    "Sơn",
    "Tân",
    "Thành",
    "Thắng",
    "Thịnh",
    "Tiến",
    "Toàn",
    "Trung",
    "Trường",
    "Tùng",
    "Tú",
    "Việt",
    "Vinh",
    "Vượng",
]
_WOMEN_MIDDLE = [
    "Thị",
    "Thu",
    "Thanh",
    "Ngọc",
    "Phương",
    "Minh",
    "Hồng",
    "Bích",
    "Thùy",
    "Mai",
    "Kim",
    "Diệu",
    "Hoài",
    "Khánh",
]
_WOMEN_GIVEN = [
    "An",
    "Anh",
    "Châu",
    "Chi",
    "Dung",
    "Duyên",
    "Giang",
    "Hà",
    "Hạnh",
    "Hằng",
    "Hiền",
    "Hoa",
    "Huệ",
    "Hương",
    "Huyền",
    "Lan",
    "Liên",
    "Linh",
    "Loan",
    "Ly",
    "Mai",
    "My",
    "Nga",
    "Ngân",
    "Nhung",
    "Oanh",
    "Phượng",
    "Quyên",
    "Quỳnh",
    "Tâm",
    "Thảo",
    "Thơm",
    "Thủy",
    "Trang",
    "Trâm",
    "Tuyết",
    "Vân",
    "Xuân",
    "Yến",
]

# Well-known leaders, past and present, of the country and the city: none may come out by chance.
WELL_KNOWN = frozenset(
    {
        "Hồ Chí Minh", "Phạm Văn Đồng", "Võ Nguyên Giáp", "Trường Chinh", "Lê Duẩn", "Đỗ Mười",
        "Nguyễn Văn Linh", "Lê Khả Phiêu", "Nông Đức Mạnh", "Nguyễn Phú Trọng", "Tô Lâm",
        "Phạm Minh Chính", "Lương Cường", "Trần Thanh Mẫn", "Trần Cẩm Tú", "Nguyễn Xuân Phúc",
        "Nguyễn Minh Triết", "Trương Tấn Sang", "Trần Đức Lương", "Lê Đức Anh", "Phan Văn Khải",
        "Nguyễn Tấn Dũng", "Võ Văn Thưởng", "Vương Đình Huệ", "Nguyễn Sinh Hùng", "Hoàng Trung Hải",
        "Nguyễn Thị Kim Ngân", "Nguyễn Văn An", "Phạm Quang Nghị", "Nguyễn Đức Chung",
        "Chu Ngọc Anh", "Đinh Tiến Dũng", "Bùi Thị Minh Hoài", "Trần Sỹ Thanh", "Vũ Đức Bảo",
        "Nguyễn Văn Phong", "Nguyễn Thị Tuyến", "Nguyễn Ngọc Tuấn", "Lê Hồng Sơn", "Hà Minh Hải",
        "Dương Đức Tuấn", "Nguyễn Mạnh Quyền", "Nguyễn Trọng Đông", "Vũ Thu Hà", "Vũ Đại Thắng",
        "Nguyễn Duy Ngọc", "Phùng Thị Hồng Hà", "Nguyễn Đức Trung", "Nguyễn Thế Thảo",
        "Lê Minh Hưng", "Lê Minh Trí", "Phan Đình Trạc", "Nguyễn Hòa Bình", "Nguyễn Trọng Nghĩa",
        "Trần Hồng Hà", "Nguyễn Chí Dũng", "Hồ Đức Phớc", "Lê Thành Long", "Bùi Thanh Sơn",
        "Phan Văn Giang", "Phạm Bình Minh", "Vũ Đức Đam", "Lê Văn Thành", "Trương Hòa Bình",
        "Lê Trung Kiên", "Vũ Đăng Định", "Hoàng Minh Dũng Tiến", "Lê Thị Thu Hằng", "Hà Văn Quyết",
        "Lê Văn Hùng", "Lỗ Xuân Hòa", "Nguyễn Quang Đức", "Hà Thị Nga", "Nguyễn Doãn Toản",
    }
)  # fmt: skip


def invented_names(seed: int) -> Iterator[str]:
    """An endless run of names, each once; the same seed gives the same run."""
    chance = random.Random(seed)  # noqa: S311 - a repeatable run is the point
    used = set(WELL_KNOWN)
    while True:
        name = _composed(chance)
        if name not in used:
            used.add(name)
            yield name


def _composed(chance: random.Random) -> str:
    family = chance.choices(_FAMILIES, weights=_FREQUENCY)[0]
    is_woman = chance.random() < 0.42
    middles, givens = (_WOMEN_MIDDLE, _WOMEN_GIVEN) if is_woman else (_MEN_MIDDLE, _MEN_GIVEN)
    middle, given = chance.choice(middles), chance.choice(givens)
    return f"{family} {middle} {given}" if middle != given else f"{family} {given}"
