"""What the ladder sent in the last weeks, and what leaders said to the rows of their lists."""

from datetime import datetime, time, timedelta

from baro.config.demo.chance import Days, stream
from baro.config.demo.loading import count_afresh, load
from baro.config.demo.traces import event, load_traces
from baro.followup import api as followup
from baro.kernel.calendar.api import CITY
from baro.kernel.ui.filters import number
from baro.org import api as org
from baro.work import api as work

_RUNS_FOR = timedelta(days=42)
_SPOKEN_TO = 9
_DIRECTIVES = (
    "Báo cáo rõ nguyên nhân chậm và thời điểm hoàn thành trước ngày làm việc cuối tuần này.",
    "Đơn vị chủ trì làm việc ngay với các bên phối hợp, không để kéo dài thêm.",
    "Người đứng đầu trực tiếp chỉ đạo và báo cáo tại giao ban tới.",
)
_PUT_OFF = "Đang chờ thẩm định kinh phí; đưa lại danh sách sau khi có kết quả."


def remind_the_past(days: Days) -> str:
    """Everything up to yesterday evening; the first run of today goes on from there."""
    started_at = days.calendar.start_of((days.end - _RUNS_FOR).date())
    sent = list(followup.past_reminders(after=started_at - timedelta(microseconds=1), at=days.end))
    load([one.row for one in sent])
    load_traces(
        event("followup.task_reminded", one.row.item, None, one.row.fired_at, **one.facts)
        for one in sent
    )
    load([followup.ReminderProgress(pk=1, started_at=started_at, through_at=days.end)])
    count_afresh()
    said = _let_leaders_speak(days)
    return (
        f"Đã ghi {number(len(sent))} lần nhắc trong sáu tuần qua và ý kiến của lãnh đạo về "
        f"{said} việc quá hạn."
    )


def _let_leaders_speak(days: Days) -> int:
    """The chairman of the city, at the end of the last working day."""
    chairman = org.User.objects.filter(username="ct.ubnd").first()
    if chairman is None:
        return 0
    at = datetime.combine(days.working[-1], time(16, 30), CITY)
    own = org.powers_of(chairman, on=at.date()).main_scope
    listed = followup.listed_items(work.WorkItem.objects.filter(issuer_unit=own), at=at)
    items = list(listed.order_by("due_at", "pk")[:_SPOKEN_TO])
    chance = stream("leaders")
    directed, raised, put_off = items[:3], items[3:7], items[7:]
    for item in directed:
        words = chance.choice(_DIRECTIVES)
        followup.direct_item(item=item, words=words, by=chairman, at=at)
    if raised:
        followup.raise_items(items=raised, raised_on=at.date(), by=chairman, at=at)
    for item in put_off:
        until = at.date() + timedelta(days=14)
        followup.put_off_item(item=item, until=until, words=_PUT_OFF, by=chairman, at=at)
    return len(items)
