"""Counting working days, through the city's calendar when one is given."""

from datetime import date, timedelta
from functools import cache
from typing import Protocol

import holidays

_SATURDAY = 5


class WorkingDays(Protocol):
    """What reading needs to know of a calendar."""

    def add_working_days(self, day: date, n: int) -> date:
        """The nth working day after `day`; with n = 0 the first working day from `day` on."""
        ...


class NationalWorkingDays:
    """Monday to Friday without the national holidays; knows no swap days."""

    def add_working_days(self, day: date, n: int) -> date:
        while n > 0:
            day += timedelta(days=1)
            n -= _is_working(day)
        while not _is_working(day):
            day += timedelta(days=1)
        return day


def _is_working(day: date) -> bool:
    return day.weekday() < _SATURDAY and day not in _holidays_of(day.year)


@cache
def _holidays_of(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("VN", years=year))
