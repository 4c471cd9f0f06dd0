"""Whether several leads have one task together or each one of its own."""

from baro.documents.reading.drafts import Addressee, Shared
from baro.documents.reading.patterns import grammar

_TOGETHER = grammar(
    r"~(?:,~)?(?:có trách nhiệm |phải |cần |chủ động )*"
    r"(?:đồng chủ trì|cùng (?:nhau |chủ trì|phối hợp|thực hiện|xây dựng|rà soát|tham mưu|tổ chức"
    r"|báo cáo|thống nhất|chịu|kiểm tra|đề xuất|lập|nghiên cứu|hoàn thiện|triển khai|khảo sát|tháo)"
    r"|(?:chủ trì,? )?phối hợp (?:cùng nhau|với nhau|lẫn nhau|chặt chẽ với nhau)|chủ trì chung"
    r"|thống nhất (?:xây dựng|lập|một|chung|báo cáo|phương án))"
)
_WITH_EACH_OTHER = grammar(r"(?<!\w)(?:phối hợp|cùng) (?:cùng nhau|với nhau|nhau)(?!\w)")


def shared_by(plain: str, lead: tuple[Addressee, ...], after_leads: int, end: int) -> Shared | None:
    """None for one lead; for several, each has its own unless the text joins them."""
    if len(lead) < 2 and all(unit.count == 1 for unit in lead):
        return None
    joined = _TOGETHER.match(plain, after_leads, end) or _WITH_EACH_OTHER.search(
        plain, after_leads, end
    )
    return "together" if joined and len(lead) > 1 else "each"
