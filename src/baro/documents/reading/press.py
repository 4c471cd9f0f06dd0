"""Words that a press text puts into the mouth of one who gives orders."""

from baro.documents.reading.patterns import grammar

_QUOTED = grammar(
    r"\"[^\"]{3,900}\"~,?~(?:theo )?(?:đồng chí|ông|bà|bí thư|phó|chủ tịch|lãnh đạo|người đứng đầu)"
    r"[^.\"]{0,80}?(?:nhấn mạnh|yêu cầu|chỉ đạo|đề nghị|lưu ý|giao|kết luận|nói|quán triệt)"
)

_FARTHEST = 1_200


def quotes_an_order(plain: str, start: int, end: int) -> bool:
    """As in "“Sở A phải ...”, đồng chí Chủ tịch nhấn mạnh"."""
    return _QUOTED.search(plain, start, min(end, start + _FARTHEST)) is not None


_SPEAKER = (
    r"(?:(?:báo cáo|phát biểu|trình bày|nêu ý kiến|chia sẻ|trao đổi)[^,.;]{0,60},~)?"
    r"(?:theo |đại diện |lãnh đạo |thay mặt [^,.;]{3,60}, ){0,3}"
    r"(?:(?:đồng chí |ông |bà )[^,.;]{2,40}?,?~)?"
    r"(?:(?:phó )?(?:chủ tịch|bí thư|giám đốc|trưởng (?:ban|phòng)|chánh văn phòng)"
    r"(?: thường trực)? (?=(?:(?:ubnd|hđnd|đảng ủy|mttq) )?(?:xã|phường)|sở |ban |hội |hiệp hội"
    r"|công ty|trung tâm|cục |chi cục|bệnh viện|trường|công an (?:xã|phường)|tổng công ty)"
    r"|sở |(?:ubnd|đảng ủy) (?:xã|phường)|ban quản lý|nhà thầu|chủ đầu tư|người dân|cử tri"
    r"|doanh nghiệp|các hộ|đại diện)"
)
_OF_BELOW = grammar(
    rf"{_SPEAKER}(?:(?!(?<!\w)(?:phải|cần|được|có trách nhiệm)(?!\w))[^.;]){{0,90}}?"
    r"(?:cho biết|báo cáo|thông tin|cam kết|đề nghị|kiến nghị|đề xuất|nêu|cho rằng|thừa nhận|hứa"
    r"|mong|phản ánh|trình bày|giải thích|bày tỏ|chia sẻ|khẳng định|xin)(?!\w)"
)
_LEADER = grammar(
    r"(?:bí thư thành ủy|phó bí thư[^,.;]{0,20} thành ủy|chủ tịch ubnd (?:tp|thành phố)"
    r"|chủ tịch ubtp|phó chủ tịch ubnd (?:tp|thành phố)|chủ tịch (?:tp|thành phố)"
    r"|người đứng đầu (?:chính quyền|ubnd|thành phố|đảng bộ)|lãnh đạo (?:tp|thành phố))"
)


def reports_from_below(plain: str, start: int, end: int) -> bool:
    """As in "Chủ tịch UBND xã A cam kết ...; đề nghị Sở B ...": asked of the leader, not by him."""
    told = _OF_BELOW.match(plain, start, end)
    return told is not None and _LEADER.search(plain, start, end) is None
