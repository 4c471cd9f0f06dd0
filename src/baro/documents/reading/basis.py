"""Words of order that stand in what a paper rests on, or that tell of an earlier order."""

from baro.documents.reading import verdicts
from baro.documents.reading.patterns import grammar
from baro.documents.reading.sentences import Span
from baro.documents.reading.unit_lists import Named

_TOLD = grammar(
    r"(?<!\w)(?:đã|từng|vừa|trước đó|trước đây|có (?:công văn|văn bản|tờ trình|thông báo)(?: số)?"
    r"|còn (?!lại)|chưa|vẫn|đang)(?!\w)"
)
_THEREBY = grammar(r"(?:theo đó|trong đó|tại (?:văn bản|công văn|thông báo))(?!\w)")
_SIGNS = ",;:"
_LOOK_BACK = 400


def tells_of_an_order(named: Named, span: Span, word_start: int) -> bool:
    """As in "UBND thành phố đã có văn bản yêu cầu ...", "Thực hiện Thông báo ... giao Sở A ..."."""
    plain = named.plain
    first = max(span.start, word_start - _LOOK_BACK)
    sign = max(plain.rfind(sign, first, word_start) for sign in _SIGNS)
    if _TOLD.search(plain, max(sign + 1, first), word_start):
        return True
    if sign == -1 and verdicts.is_basis(plain, *span):
        return True
    return bool(_THEREBY.match(plain, *span)) and _follows_basis(plain, span.start)


def _follows_basis(plain: str, start: int) -> bool:
    """What "theo đó" goes on with stands before a semicolon of the same paragraph."""
    return plain[max(0, start - 3) : start].rstrip().endswith(";")
