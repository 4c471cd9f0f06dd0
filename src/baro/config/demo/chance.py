"""Chance that repeats itself, and moments of working days."""

import random
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from baro.kernel.calendar.api import CITY, WorkingCalendar

_SEED = 20_250_701
# The communes opened on this day; nobody owed anything before it.
_OPENED = date(2025, 7, 1)


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
        if end <= start:
            return start + timedelta(minutes=1)
        span = (end - start).total_seconds()
        moment = (start + timedelta(seconds=span * chance.random())).astimezone(CITY)
        day = moment.date()
        while not self.calendar.is_working_day(day) and day > start.astimezone(CITY).date():
            day -= timedelta(days=1)
        shaped = self.at(day, chance)
        return shaped if start < shaped <= end else moment.replace(microsecond=0)

    def at(self, day: date, chance: random.Random) -> datetime:
        minute = chance.choice((chance.randrange(490, 710), chance.randrange(785, 1010)))
        return datetime.combine(day, time(minute // 60, minute % 60, chance.randrange(60)), CITY)

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
