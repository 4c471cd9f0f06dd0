"""Counting working days, through the city's calendar when one is given."""

from datetime import date
from functools import cache
from typing import Protocol

from baro.kernel.calendar.api import built_in_calendar


class WorkingDays(Protocol):
    """What reading needs to know of a calendar."""

    def add_working_days(self, day: date, n: int) -> date:
        """The nth working day after `day`; with n = 0 the first working day from `day` on."""
        ...


@cache
def built_in_working_days() -> WorkingDays:
    """The calendar as shipped, for reading without a database."""
    return built_in_calendar()
