"""Terms counted by the Civil Code, Art. 147 and 148: the first day is never counted."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from enum import StrEnum

from baro.kernel.calendar.working import WorkingCalendar


class Period(StrEnum):
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"


_MONTHS = {Period.MONTH: 1, Period.QUARTER: 3, Period.HALF_YEAR: 6, Period.YEAR: 12}


def days_after(day: date, n: int) -> date:
    """The last day of a term of n days."""
    return day + timedelta(days=n)


def weeks_after(day: date, n: int) -> date:
    return day + timedelta(weeks=n)


def months_after(day: date, n: int) -> date:
    """The same date n months later; where that month has no such date, its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def years_after(day: date, n: int) -> date:
    return months_after(day, 12 * n)


def last_day_of(period: Period, day: date) -> date:
    """The last day of the week (Sunday), month, quarter, half-year or year in which `day` lies."""
    if period is Period.WEEK:
        return day + timedelta(days=6 - day.weekday())
    length = _MONTHS[period]
    month = (day.month - 1) // length * length + length
    return date(day.year, month, monthrange(day.year, month)[1])


def end_of_term(calendar: WorkingCalendar, last_day: date) -> datetime:
    """When a term runs out: a last day off moves the end to the next working day (Art. 148.5).

    Ask for this by name; a date that an issuer wrote out is not moved by itself.
    """
    return calendar.end_of(calendar.working_day_from(last_day))
