"""The person or post in charge: "đồng chí Phó Chủ tịch ... trực tiếp chỉ đạo"."""

from baro.documents.reading.patterns import grammar
from baro.documents.reading.unit_lists import UnitList

_CHARGE = grammar(
    r"(?<!\w)(?P<who>(?:đồng chí |đ/c )[^,;:.()]{3,120}?|(?:phó )?(?:chủ tịch|bí thư"
    r"|giám đốc)[^,;:.()]{0,100}?)"
    r"~,?~(?:trực tiếp |phụ trách |thường xuyên |theo dõi,~|làm |là |được giao )*"
    r"(?:chỉ đạo|phụ trách|chịu trách nhiệm|theo dõi|đôn đốc|trưởng ban|tổ trưởng"
    r"|trưởng đoàn)(?!\w)"
)
_UNDER = grammar(
    r"(?:dưới sự |theo sự )?chỉ đạo (?:trực tiếp )?của (?P<who>(?:đồng chí |đ/c )[^,;:.()]{3,100})"
)
_SPEAKS = grammar(
    r"(?:yêu cầu|đề nghị|giao|nhấn mạnh|biểu dương|kết luận|khẳng định|lưu ý|thống nhất)(?!\w)"
)
_COLLECTIVE = ("thủ trưởng", "lãnh đạo", "người đứng đầu", "các đồng chí")


def person_in_charge(
    text: str, plain: str, start: int, end: int, leads: UnitList | None
) -> str | None:
    """The words of the text that name who answers for the task; None when only bodies are named."""
    if leads and leads.is_person and not _is_collective(leads.posts):
        return _shown(text, leads.start, leads.mentions[0].end)
    for form in (_CHARGE, _UNDER):
        found = form.search(plain, start, end)
        if found and not _is_collective(found["who"]) and not _SPEAKS.search(found["who"]):
            return _shown(text, found.start("who"), found.end("who"))
    return None


def _is_collective(words: str) -> bool:
    return any(plural in words for plural in _COLLECTIVE)


def _shown(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split()).strip(" ,-:")
