"""Where a paper begins to give orders: what stands before it reports, asks or tells.

In a letter, a notice or a telegram these are the paragraphs before "... yêu cầu:"; in minutes all
that the bodies said before the one who chairs concluded.
"""

from baro.documents.reading.clauses import Block
from baro.documents.reading.patterns import grammar

_LEADS_IN = grammar(
    r"[^.]{0,500}?(?<!\w)(?:kết luận|chỉ đạo|yêu cầu|đề nghị|giao|nhiệm vụ|như sau|sau đây"
    r"|nội dung sau|việc sau)(?!\w)[^.]{0,80}:~$"
)
_CONCLUDES = grammar(
    r"(?:[^.:;]{0,60}?(?<!\w))?(?:ý kiến )?(?:phát biểu )?(?:kết luận|chỉ đạo|quyết nghị)"
    r"(?: cuộc họp| hội nghị| phiên họp| buổi làm việc| chung)?"
    r"(?: của (?:đồng chí |đ/c |ông |bà )?(?:chủ trì|chủ tọa|chủ tịch|phó|giám đốc|bí thư|chánh"
    r"|trưởng|lãnh đạo|thường trực|người chủ trì)[^.;]{0,90}| của đồng chí[^.;]{2,90})?~:?~$"
)
_CHAIR_SAYS = grammar(
    r"[^.;]{0,200}?(?<!\w)(?:chủ trì|chủ tọa|chủ tịch|giám đốc|bí thư|chánh văn phòng|trưởng ban"
    r"|trưởng phòng|đồng chí|đ/c|hội nghị|cuộc họp)(?!\w)[^.;:]{0,120}?"
    r"(?:kết luận|chỉ đạo|giao nhiệm vụ|phân công)[^.;:]{0,60}:~$"
)
ARROWS = "=→⇒➔"
_LONGEST_HEADING = 220


def background(plain: str, blocks: list[Block], *, is_minutes: bool) -> frozenset[str]:
    """The clauses before the one that opens the orders, if some clause says that it does."""
    if is_minutes and any(plain[block.start] in ARROWS for block in blocks):
        return frozenset()  # each report there has its own conclusion: "=> ..."
    first = _conclusion(plain, blocks) if is_minutes else None
    if first is None:
        first = _lead_in(plain, blocks)
    return frozenset(block.id for block in blocks[: first or 0])


def concludes(plain: str, start: int, end: int) -> bool:
    """As in "III. Kết luận của chủ trì", "Chủ trì thống nhất và kết luận:"."""
    if end - start > _LONGEST_HEADING:
        return False
    return bool(_CONCLUDES.match(plain, start, end) or _CHAIR_SAYS.match(plain, start, end))


def _conclusion(plain: str, blocks: list[Block]) -> int | None:
    places = (
        place
        for place, block in enumerate(blocks)
        if concludes(plain, block.body, block.end) and place + 1 < len(blocks)
    )
    return next(places, None)


def _lead_in(plain: str, blocks: list[Block]) -> int | None:
    """The last paragraph before the first item that leads on to what follows."""
    found = None
    for place, block in enumerate(blocks):
        if block.is_item:
            break
        if _LEADS_IN.match(plain, block.body, block.end):
            found = place
            break
    return found
