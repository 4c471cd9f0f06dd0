"""By when an arrival must stand in the register: by its urgency and the way it came. Pure.

Decree 30/2020, Articles 21 and 22: on the day it came, at latest the next working day; urgent
marks at once; what comes through the network is confirmed on the same day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from baro.kernel.calendar.api import CITY, WorkingCalendar


@dataclass(frozen=True)
class RegistrationTerms:
    """Working days after the day of arrival; working minutes for each mark of urgency."""

    days: int
    electronic_days: int
    urgent_minutes: Mapping[str, int]


RULES = (
    "documents.registration_days",
    "documents.electronic_registration_days",
    "documents.urgent_registration_minutes",
)


def registration_due_at(
    received_at: datetime,
    *,
    urgency: str,
    is_electronic: bool,
    terms: RegistrationTerms,
    calendar: WorkingCalendar,
) -> datetime:
    """The last moment in time; the shortest term that applies counts."""
    day = received_at.astimezone(CITY).date()
    days = terms.electronic_days if is_electronic else terms.days
    due_at = calendar.end_of(calendar.add_working_days(day, days))
    if urgency in terms.urgent_minutes:
        return min(due_at, calendar.add_working_time(received_at, terms.urgent_minutes[urgency]))
    return due_at
