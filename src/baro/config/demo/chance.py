"""Chance that repeats itself, and moments of working days."""

import random
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from baro.kernel.calendar.api import CITY, WorkingCalendar

_SEED = 20_250_701
# The communes opened on this day; nobody owed anything before it.
_OPENED = date(2025, 7, 1)
_OPENS, _SHUTS, _LUNCH = time(8, 5), time(16, 50), 12


def stream(name: str) -> random.Random:
    """A run of chance of its own for each part, so that one part does not shift the others."""
    return random.Random(f"{_SEED}/{name}")  # noqa: S311 - a repeatable run is the point


class Days:
    """The year that ends yesterday evening, as working days; built on `today`."""

    def __init__(self, today: date, calendar: WorkingCalendar) -> None:
        self.today = today
        self.calendar = calendar
        self.first = max(today - timedelta(days=365), _OPENED + timedelta(days=10))
        self.end = calendar.end_of(today - timedelta(days=1))
        self.working = [
            day
            for offset in range((today - self.first).days)
            if calendar.is_working_day(day := self.first + timedelta(days=offset))
        ]

    def due(self, start: date, term: int) -> date:
        """A working day about `term` days after `start`."""
        return self.calendar.working_day_from(start + timedelta(days=term))

    def between(self, start: datetime, end: datetime, chance: random.Random) -> datetime:
        """A moment in office hours, after `start` and not after `end` or the end of yesterday."""
        end = min(end, self.end)
        span = (end - start).total_seconds()
        for _ in range(3 if span > 0 else 0):
            drawn = (start + timedelta(seconds=span * chance.random())).astimezone(CITY).date()
            found = self._in_office(drawn, start, end, chance)
            if found:
                return found
        return self._soon_after(start, end, chance)

    def _in_office(
        self, day: date, start: datetime, end: datetime, chance: random.Random
    ) -> datetime | None:
        """A moment of this day, or of the working day before it, between the two others."""
        if not self.calendar.is_working_day(day):
            day = self.calendar.add_working_days(day, -1)
        opens = max(datetime.combine(day, _OPENS, CITY), start + timedelta(minutes=2))
        shuts = min(datetime.combine(day, _SHUTS, CITY), end)
        minutes = int((shuts - opens).total_seconds() // 60)
        if minutes < 1:
            return None
        found = opens + timedelta(minutes=chance.randrange(minutes), seconds=chance.randrange(50))
        is_lunch = found.astimezone(CITY).hour == _LUNCH
        return found + timedelta(hours=1) if is_lunch and minutes > 130 else found

    def _soon_after(self, start: datetime, end: datetime, chance: random.Random) -> datetime:
        """When no office hour lies between the two: still today, or early on the next day."""
        tomorrow = self.calendar.next_working_day(start.astimezone(CITY).date())
        early = datetime.combine(tomorrow, _OPENS, CITY) + timedelta(minutes=chance.randrange(50))
        if start < early <= end:
            return early
        return start + timedelta(minutes=1 + chance.randrange(8))

    def morning(self, day: date, chance: random.Random) -> datetime:
        return datetime.combine(day, time(8, chance.randrange(5, 60), chance.randrange(60)), CITY)

    def steps(
        self, start: datetime, end: datetime, count: int, chance: random.Random
    ) -> list[datetime]:
        """Moments in order, `count` of them, at least a minute apart."""
        found = sorted(self.between(start, end, chance) for _ in range(count))
        for place, (before, after) in enumerate(pairwise([start, *found])):
            if after <= before:
                found[place] = before + timedelta(minutes=1 + place)
        return found
