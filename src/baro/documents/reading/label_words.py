"""The labels of tasks in list form, told by their words: who leads, with whom, by when."""

import re

from baro.documents.reading.listed import Role
from baro.documents.reading.patterns import grammar

_WHO = r"(?:(?:các )?(?:đơn vị|cơ quan|đầu mối|bộ phận)~)?"
_WORDS: dict[Role, str] = {
    "along": rf"{_WHO}(?:cùng )?phối hợp(?: thực hiện)?",
    "lead": (
        rf"{_WHO}(?:chủ trì|chịu trách nhiệm(?: chính)?)(?: thực hiện| tham mưu)?"
        r"|(?:đơn vị|cơ quan|bộ phận) (?:thực hiện|đầu mối|được giao)|đầu mối(?: thực hiện)?"
        r"|phân công(?: thực hiện)?"
    ),
    "time": (
        r"(?:thời gian|thời hạn|tiến độ|hạn|mốc thời gian)(?: hoàn thành| thực hiện| báo cáo"
        r"| trình| xong)?|hoàn thành"
    ),
    "product": (
        r"(?:sản phẩm|kết quả)(?:~[,/]~(?:sản phẩm|kết quả))?(?: đầu ra| dự kiến| hoàn thành"
        r"| cần đạt| phải đạt| thực hiện| đạt được| là)?"
    ),
    "charge": (
        r"(?:đồng chí |đ/c )?(?:lãnh đạo|người)(?: ubnd| đảng ủy| phường| xã| thành phố| tp"
        r"| trực tiếp)*(?: chỉ đạo| phụ trách| theo dõi)+|(?:trực tiếp )?(?:chỉ đạo|phụ trách)"
    ),
    "matter": r"(?:nội dung|nhiệm vụ|công việc|tên nhiệm vụ)(?: thực hiện| công việc| số)?~\d{0,2}",
}
_NAMED = "|".join(f"(?P<{role}>{words})" for role, words in _WORDS.items())
LABEL = grammar(rf"(?:{_NAMED})~:")
INSIDE = grammar(rf"[.;,(-]~(?:{_NAMED})~:")


def opens_with_label(plain: str) -> bool:
    """Whether a line begins with "Đơn vị chủ trì:" and the like: it goes on with nothing."""
    found = LABEL.match(plain)
    return found is not None and found["matter"] is None


def role_of_label(found: re.Match[str]) -> Role:
    return next(role for role in _WORDS if found[role])
