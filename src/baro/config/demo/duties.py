"""Duties of the year that have come to their end, so that the city begins with what still runs."""

from datetime import datetime, time, timedelta

from baro.config.demo.chance import Days
from baro.kernel.calendar.api import CITY
from baro.tasks import api as tasks

_RUNS_ON = timedelta(days=31)
_REASON = "Số liệu đã lấy được từ hệ thống, không yêu cầu báo cáo riêng nữa."


def end_the_old(days: Days) -> str:
    """What was first due more than a month ago was given up after that time; the rest goes on."""
    duties = list(tasks.RecurringDuty.objects.select_related("given_by"))
    old = [duty for duty in duties if duty.starts_on < days.today - _RUNS_ON]
    for duty in old:
        day = days.calendar.next_working_day(duty.starts_on)
        at = datetime.combine(day, time(9), CITY)
        tasks.end_duty(duty=duty, reason=_REASON, by=duty.given_by, at=at)
    return f"Đang chạy {len(duties) - len(old)} việc định kỳ, đã kết thúc {len(old)} việc."
