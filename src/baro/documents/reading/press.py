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
