"""How late something is: counted one way wherever lateness is told."""

from datetime import date

from baro.kernel.calendar.loading import working_calendar


def days_late(due_on: date, on: date) -> int:
    """Working days gone by since the day of the deadline; 0 while none has."""
    return max(working_calendar().working_days_between(due_on, on), 0)


def overdue_words(days: int) -> str:
    """`quá hạn 3 ngày làm việc`; the day off after a deadline counts none."""
    return f"quá hạn {days:,} ngày làm việc".replace(",", ".") if days else "vừa quá hạn"
