"""Through whom a report goes: "qua Sở Nội vụ để tổng hợp", "gửi Văn phòng UBND tổng hợp"."""

from baro.documents.reading.drafts import Addressee
from baro.documents.reading.mentions import units_of
from baro.documents.reading.patterns import grammar
from baro.documents.reading.unit_lists import Named

_THROUGH = grammar(r"(?<!\w)(?:thông qua|qua|\(qua) ")
_SENT = grammar(r"(?<!\w)(?:gửi(?: về| đến| tới| cho)?|về|đến) ")
_COLLECTS = grammar(
    r"~\)?~(?:\([^()]{1,60}\)~)?,?~(?:để |nhằm )?(?:theo dõi,~)?(?:tổng hợp|báo cáo|tham mưu)"
)
_REPORTS = grammar(r"(?<!\w)(?:báo cáo|gửi|trình|tổng hợp|kết quả|kiến nghị|phản ánh)(?!\w)")


def reports_via(
    named: Named, start: int, end: int, lead: tuple[Addressee, ...]
) -> Addressee | None:
    """The one body that collects; None when the text names none, or only those who do the work."""
    for form, must_collect in ((_THROUGH, False), (_SENT, True)):
        for found in form.finditer(named.plain, start, end):
            bodies = named.list_at(found.end(), end)
            units = units_of(bodies.mentions) if bodies else ()
            if bodies is None or not units or units[0] in lead or units[0].count > 1:
                continue
            if must_collect and not _COLLECTS.match(named.plain, bodies.end, end):
                continue
            if must_collect or _REPORTS.search(named.plain, start, found.start()):
                return units[0]
    return None
