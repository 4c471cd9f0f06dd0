"""How dates and numbers read on screen."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from django.utils import timezone

from baro.kernel.calendar import api as calendars


def day(value: date | datetime | None) -> str:
    """`22/11/2026`; a dash where there is none."""
    if value is None:
        return "–"
    if isinstance(value, datetime):
        value = _in_the_city(value)
    return f"{value:%d/%m/%Y}"


def moment(value: datetime | None) -> str:
    """`22/11/2026 09:05` in the city's time."""
    return f"{_in_the_city(value):%d/%m/%Y %H:%M}" if value else "–"


def number(value: float | None) -> str:
    """`24.321` as Vietnamese writes it."""
    return "–" if value is None else f"{value:,.0f}".replace(",", ".")


def percent(value: float | None) -> str:
    """`96,5%` of a share between 0 and 1; a dash when there is no base."""
    return "–" if value is None else f"{value * 100:.1f}%".replace(".", ",")


def full_day(value: date | datetime | None) -> str:
    """`Thứ Sáu, ngày 18/09/2026`, for whoever stops at a date told in fewer words."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = _in_the_city(value)
    return f"{_WEEKDAYS[value.weekday()]}, ngày {value:%d/%m/%Y}"


def day_off(value: date | None) -> str:
    """`Chủ nhật, ngày nghỉ` for a day on which nobody works; empty for any other."""
    if value is None:
        return ""
    try:
        is_worked = calendars.working_calendar().is_working_day(value)
    except calendars.CalendarUnknownAt:
        return ""
    return "" if is_worked else f"{_WEEKDAYS[value.weekday()]}, ngày nghỉ"


def time_left(
    due_at: date | None,
    at: datetime | None = None,
    calendar: calendars.WorkingCalendar | None = None,
) -> str:
    """`còn 3 ngày làm việc`, `hôm nay`, `quá 2 ngày làm việc`; empty where there is no deadline.

    What is left and what is over are counted alike, in days on which somebody works; where the
    working calendar knows no days, in those of the calendar. A day is due when it ends.
    """
    if due_at is None:
        return ""
    due_at = _moment_due(due_at)
    at = at or timezone.now()
    due_on, on = _in_the_city(due_at).date(), _in_the_city(at).date()
    days = (due_on - on).days
    if days == 0:
        return "hôm nay" if at <= due_at else "vừa quá hạn"
    told = "còn" if days > 0 else "quá"
    try:
        calendar = calendar or calendars.working_calendar()
        worked = calendar.working_days_between(on, due_on)
    except calendars.CalendarUnknownAt:
        return f"{told} {number(abs(days))} ngày"
    if worked == 0:
        return f"còn {days} ngày nghỉ" if days > 0 else "vừa quá hạn"
    return f"{told} {number(abs(worked))} ngày làm việc"


def _in_the_city(moment: datetime) -> datetime:
    """As Django's `localtime`, without asking each time which zone is meant: there is one."""
    return moment.astimezone(calendars.CITY)


def _moment_due(due_at: date) -> datetime:
    if isinstance(due_at, datetime):
        return due_at
    return calendars.working_calendar().end_of(due_at)


def working_time(minutes: int) -> str:
    """Effort as people speak of it: `45 phút`, `6 giờ`, `252 ngày công` (8 hours a day)."""
    if minutes < _HOUR:
        return f"{minutes} phút"
    if minutes < _WORKING_DAY * 3:
        return f"{minutes / _HOUR:.1f}".rstrip("0").rstrip(".").replace(".", ",") + " giờ"
    return f"{number(minutes / _WORKING_DAY)} ngày công"


def browser(user_agent: str) -> str:
    """`Chrome trên Windows`: what a person can recognise of a browser's long name for itself."""
    program = next((name for mark, name in _PROGRAMS if mark in user_agent), "Trình duyệt khác")
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), None)
    return f"{program} trên {system}" if system else program


# The more telling mark first: Edge and Cốc Cốc also call themselves Chrome, and all of them Safari.
_PROGRAMS = (
    ("Edg", "Edge"),
    ("coc_coc", "Cốc Cốc"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_HOUR = 60
_WORKING_DAY = 8 * _HOUR

FILTERS: Mapping[str, Callable[..., str]] = {
    "day": day,
    "moment": moment,
    "number": number,
    "percent": percent,
    "full_day": full_day,
    "day_off": day_off,
    "time_left": time_left,
    "overdue_words": calendars.overdue_words,
    "working_time": working_time,
    "browser": browser,
}
