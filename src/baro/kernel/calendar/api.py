"""The door of the calendar; importable where Django is not set up."""

from baro.kernel.calendar.hours import Dated, Session, WorkingHours, working_hours
from baro.kernel.calendar.lateness import days_late, overdue_words
from baro.kernel.calendar.loading import built_in_calendar, working_calendar
from baro.kernel.calendar.terms import (
    Period,
    days_after,
    end_of_term,
    last_day_of,
    months_after,
    weeks_after,
    years_after,
)
from baro.kernel.calendar.working import CalendarUnknownAt, DayKind, WorkingCalendar
from baro.kernel.calendar.years import CITY

__all__ = [
    "CITY",
    "CalendarUnknownAt",
    "Dated",
    "DayKind",
    "Period",
    "Session",
    "WorkingCalendar",
    "WorkingHours",
    "built_in_calendar",
    "days_after",
    "days_late",
    "end_of_term",
    "last_day_of",
    "months_after",
    "overdue_words",
    "weeks_after",
    "working_calendar",
    "working_hours",
    "years_after",
]
