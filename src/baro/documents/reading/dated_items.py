"""Items among orders that no known turn of phrase opens, but that have a day of their own."""

from baro.documents.reading import verdicts
from baro.documents.reading.continuations import says_more_of_it
from baro.documents.reading.drafting import Drafting
from baro.documents.reading.order import Order
from baro.documents.reading.patterns import grammar
from baro.documents.reading.sentences import Span
from baro.documents.reading.unit_lists import UnitList
from baro.documents.reading.vocabulary import ACTIONS, AGREEMENT

_ACT = grammar(rf"(?<!\w)(?:{ACTIONS})(?!\w)")
_AGREES = grammar(
    rf"(?:cơ bản )?(?:{AGREEMENT})(?! (?:với (?:sở|ubnd|ban|công an|xã"
    r"|phường|chủ đầu tư|nhà thầu|các hộ)|báo cáo|xây dựng|trình|một|số liệu|danh sách"
    r"|đầu mối|phương án))(?!\w)"
    r"|giao ban(?!\w)"
)
# As in "Phiên họp tháng 11 dự kiến tổ chức vào ...": it tells of a thing, nobody is to act.
_OF_THINGS = grammar(
    r"(?:phiên|cuộc|buổi|hội nghị|kỳ|lễ|việc|công tác|nội dung|những|nguồn|mức|giá|thời gian"
    r"|kinh phí"
    r"|chỉ tiêu|tỷ lệ|số|mục tiêu|dự án|tuy|hiện|do|vì|theo|trường hợp|giai đoạn|tổng|các (?:dự án"
    r"|nội dung|chỉ tiêu|công trình|quy định))(?!\w)"
)


def agrees(plain: str, span: Span) -> bool:
    """As in "Thống nhất ...", unless bodies are to agree on a paper."""
    return _AGREES.match(plain, *span) is not None


def dated_order(drafting: Drafting, span: Span) -> Order | None:
    """Whoever is to do it: somebody set a day for an act among the orders of a paper.

    The body named last before the act leads.
    """
    plain = drafting.plain
    act = _ACT.search(plain, *span)
    if act is None or not drafting.clock.times_of(*span).is_dated:
        return None
    if verdicts.is_told_as_done(plain, *span) or verdicts.praises(plain, *span):
        return None
    if agrees(plain, span) or says_more_of_it(plain, span):
        return None
    before = drafting.named.within(span.start, act.start())
    if not before and _OF_THINGS.match(plain, *span):
        return None
    leads = UnitList(before[-1].start, before[-1].end, (before[-1],)) if before else None
    return Order(span.start, span.end, leads.end if leads else span.start, leads)
