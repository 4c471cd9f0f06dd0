"""A steering committee: one session that came to a conclusion, and the next one a few days off."""

from datetime import datetime, time, timedelta

from baro.config.demo.chance import Days
from baro.documents import api as documents
from baro.followup import api as followup
from baro.kernel.calendar.api import CITY
from baro.org import api as org

_NAME = "Ban Chỉ đạo sắp xếp đơn vị hành chính và tổ chức bộ máy thành phố"
_ABOUT = "trụ sở"
_KEEPER = "cv.tonghop"
_LONG_ENOUGH = timedelta(days=45)
_FIRST, _NEXT = 11, 12
_MEMBERS = ("SNV", "STC", "SXD", "STP")


def lay_out(days: Days) -> str:
    """Nobody keeps a committee in a city so small that it has no such specialist."""
    keeper = org.User.objects.filter(username=_KEEPER).first()
    paper = _conclusion(days)
    if keeper is None or paper is None or paper.issued_on is None:
        return "Chưa có ban chỉ đạo nào: thành phố này không có người giữ hoặc không có kết luận."
    at = datetime.combine(paper.issued_on, time(8), CITY)
    units = org.units_by_code((*_MEMBERS, "VP-UBND"), on=paper.issued_on)
    content = followup.CommitteeContent(
        kind="steering",
        name=_NAME,
        chair_unit=paper.owner_unit,
        secretary_unit=units["VP-UBND"],
        members=[units[code] for code in _MEMBERS if code in units],
    )
    committee = followup.found_committee(content=content, by=keeper, at=at)
    held = followup.plan_session(
        committee=committee, number=_FIRST, planned_on=paper.issued_on, by=keeper, at=at
    )
    followup.hold_session(session=held, by=keeper, at=at)
    followup.conclude_session(session=held, document=paper, by=keeper, at=at)
    day = days.calendar.add_working_days(days.today, 2)
    followup.plan_session(committee=committee, number=_NEXT, planned_on=day, by=keeper, at=days.end)
    return f"{_NAME} họp kỳ {_NEXT} ngày {day:%d/%m/%Y}; kỳ trước kết luận tại {paper}."


def _conclusion(days: Days) -> documents.Document | None:
    """The city's newest conclusion about the matter that had time to be carried out."""
    notices = documents.Document.objects.filter(
        owner_unit__code="UBND-TP",
        register="outgoing",
        type="TB",
        issued_on__lte=(days.end - _LONG_ENOUGH).date(),
    ).select_related("owner_unit")
    newest = notices.order_by("-issued_on", "-pk")
    return newest.filter(subject__icontains=_ABOUT).first() or newest.first()
