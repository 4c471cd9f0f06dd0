"""Who is speaking: the one who gives an order is not the one who gets it."""

import re

from baro.documents.reading.patterns import grammar
from baro.documents.reading.unit_lists import UnitList

_SPEAKS = grammar(
    r"~(?:cũng |đã |thống nhất |,~)*(?:yêu cầu|đề nghị|giao|thông báo (?:kết luận|ý kiến|như"
    r"|tới các đơn vị|đến các đơn vị)|nhận(?! diện| dạng)|đánh giá (?:cao|kết quả)|nhấn mạnh"
    r"|kết luận)(?!\w)|~(?:cũng |thêm )?(?:nhắc nhở|nhắc lại|lưu ý|quán triệt)(?: thêm| chung)?~:"
)
_DIRECTS = grammar(
    r"(?:[^,;.:]{0,60}? )?(?:chỉ đạo|lưu ý|nhắc nhở|đôn đốc|định hướng|phát biểu|khẳng định)(?!\w)"
)
_ACTS_HIMSELF = grammar(r"~(?:phụ trách [^,;.:]{2,40} )?(?:trực tiếp|thường xuyên)(?!\w)")
_CITY_LEADER = re.compile(r"(?:bí thư|chủ tịch).{0,40}(?:thành ủy|thành phố|tp)\b(?!.*\bxã\b)")
_SPEAKER_BEFORE = grammar(
    r"(?:(?:đồng chí|bí thư|chủ tịch|trưởng ban|phó trưởng ban|thành ủy|ubnd thành phố|ubnd tp"
    r"|thường trực|lãnh đạo|người đứng đầu)[^,;.:]{0,60}|(?:^|[.;,] )(?:ông"
    r"|bà)(?: [^,;.:\s]{1,10}){0,4})"
    r" (?:cũng )?$"
)
_AT_START = grammar(
    r"(?:\"~)?(?:ông |bà )?(?:(?:đồng thời|thống nhất|và|cũng|ngoài ra|riêng)~,?~)*$"
)
_LONGEST_SPEAKER = 90
_LOOK_BACK = 60


def is_spoken(plain: str, first: int, start: int, before: str) -> bool:
    """Whether "chỉ đạo", "lưu ý" open a sentence or come from a leader: else they order nothing."""
    opening = start - first <= _LOOK_BACK and _AT_START.match(plain[first:start]) is not None
    return opening or _SPEAKER_BEFORE.search(before) is not None


def is_speaker(plain: str, leads: UnitList, end: int) -> bool:
    """The one who gives the orders, not the one who gets them."""
    if _ACTS_HIMSELF.match(plain, leads.end, end):
        return False
    if _SPEAKS.match(plain, leads.end, end):
        return True
    return bool(_CITY_LEADER.search(plain[leads.start : leads.end])) and bool(
        _DIRECTS.match(plain, leads.end, end)
    )


def before_speaker(plain: str, start: int, end: int) -> int:
    """As in "..., đồng chí A cũng | đề nghị": the speaker's words belong to the next order."""
    sign = max(plain.rfind(sign, start, end) for sign in ",;")
    between = plain[sign + 1 : end] if sign != -1 else ""
    spoken = len(between) < _LONGEST_SPEAKER and re.search(
        r"đồng chí|bí thư|chủ tịch|cũng|đồng thời", between
    )
    return sign if spoken else end
