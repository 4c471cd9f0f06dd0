"""One year of the calendar, counted up once so that any question is a look-up."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo

from baro.kernel.calendar.hours import Session

CITY = ZoneInfo("Asia/Ho_Chi_Minh")


class Year:
    """The sessions of each day, with running sums of working days and of working time."""

    def __init__(self, number: int, sessions_of: Callable[[date], Sequence[Session]]) -> None:
        self.first = date(number, 1, 1)
        length = (date(number + 1, 1, 1) - self.first).days
        self._sessions = [sessions_of(self.first + timedelta(days=i)) for i in range(length)]
        self._days = list(accumulate(bool(sessions) for sessions in self._sessions))
        worked = (sum(session.length for session in sessions) for sessions in self._sessions)
        self._time = list(accumulate(worked))

    @property
    def days(self) -> int:
        """Working days in the whole year."""
        return self._days[-1]

    @property
    def time(self) -> int:
        """Working time in the whole year, in microseconds."""
        return self._time[-1]

    def is_worked(self, day: date) -> bool:
        return bool(self._sessions[self._place(day)])

    def days_through(self, day: date) -> int:
        """Working days from the first of January to `day`, both included."""
        return self._days[self._place(day)]

    def nth_day(self, n: int) -> date:
        """The nth working day of the year, 1 for the first."""
        return self.first + timedelta(days=bisect_left(self._days, n))

    def time_before(self, day: date, moment: int) -> int:
        """Working time from the year's start until `moment` (microseconds of the day) on `day`."""
        place = self._place(day)
        before = self._time[place - 1] if place else 0
        return before + sum(
            max(0, min(moment, session.end) - session.start) for session in self._sessions[place]
        )

    def moment_at(self, worked: int) -> datetime:
        """The first moment at which `worked` (more than none) microseconds have been worked."""
        place = bisect_left(self._time, worked)
        rest = worked - (self._time[place - 1] if place else 0)
        for session in self._sessions[place]:
            if rest <= session.length:
                break
            rest -= session.length
        midnight = datetime.combine(self.first + timedelta(days=place), datetime.min.time(), CITY)
        return midnight + timedelta(microseconds=session.start + rest)

    def _place(self, day: date) -> int:
        return (day - self.first).days
