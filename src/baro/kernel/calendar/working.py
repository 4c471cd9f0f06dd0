"""The working calendar: a pure object that every deadline is counted with."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from baro.kernel.calendar.hours import OFFICE_HOURS, Dated, Session, WorkingHours
from baro.kernel.calendar.national import FIRST_YEAR, LAST_YEAR, national_days
from baro.kernel.calendar.years import CITY, Year
from baro.kernel.errors import DomainError

_SATURDAY = 5
_MINUTE = 60_000_000


class CalendarUnknownAt(DomainError):
    pass


class DayKind(StrEnum):
    """How one day differs from the general rule."""

    OFF = "off"
    WORKED = "worked"
    MORNING = "morning"
    AFTERNOON = "afternoon"


class WorkingCalendar:
    """Working days and hours of the city, from the law's rule and the overrides given.

    A day with only one half worked is a working day. Moments are aware; days are the city's.
    """

    def __init__(
        self,
        *,
        overrides: Mapping[date, DayKind] | None = None,
        hours: Dated[WorkingHours] | None = None,
        culture_day_is_off: Dated[bool] | None = None,
    ) -> None:
        self._overrides = dict(overrides or {})
        self._hours = hours or Dated((date.min, OFFICE_HOURS))
        self._culture_day_is_off = culture_day_is_off or Dated((date.min, False))
        self._years: dict[int, Year] = {}

    def is_working_day(self, day: date) -> bool:
        return self._year(day.year).is_worked(day)

    def next_working_day(self, day: date) -> date:
        """The first working day after `day`."""
        return self.add_working_days(day, 1)

    def working_day_from(self, day: date) -> date:
        """`day` itself when it is worked, else the next working day."""
        return day if self.is_working_day(day) else self.next_working_day(day)

    def add_working_days(self, day: date, n: int) -> date:
        """The nth working day after `day`, before it when n < 0; 0 moves only off a day off."""
        if n == 0:
            return self.working_day_from(day)
        number, year = day.year, self._year(day.year)
        target = year.days_through(day) + n
        if n < 0:
            target += 1 - year.is_worked(day)
        while target > year.days:
            target -= year.days
            number, year = number + 1, self._year(number + 1)
        while target < 1:
            number, year = number - 1, self._year(number - 1)
            target += year.days
        return year.nth_day(target)

    def within_working_days_of(self, day: date, n: int) -> date:
        """The last day of a term of n working days; the first day is not counted (Art. 147)."""
        if n < 1:
            raise DomainError("Thời hạn phải từ 1 ngày làm việc trở lên.")
        return self.add_working_days(day, n)

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after `start`, up to and with `end`; below zero when `end` is earlier."""
        if end < start:
            return -self.working_days_between(end, start)
        whole = sum(self._year(number).days for number in range(start.year, end.year))
        return (
            whole
            + self._year(end.year).days_through(end)
            - self._year(start.year).days_through(start)
        )

    def start_of(self, day: date) -> datetime:
        return datetime.combine(day, time.min, CITY)

    def end_of(self, day: date) -> datetime:
        """The last moment of `day`: after it, the day has passed."""
        return datetime.combine(day, time.max, CITY)

    def last_moment_before(self, day: date) -> datetime:
        """For "trước ngày 25/3" the end of 24/3."""
        return self.end_of(day - timedelta(days=1))

    def add_working_time(self, moment: datetime, minutes: int) -> datetime:
        """The moment at which `minutes` of working time have gone by since `moment`."""
        if minutes < 0:
            raise ValueError("Working time is only added.")
        if minutes == 0:
            return moment
        number, worked = self._position(moment)
        worked += minutes * _MINUTE
        while worked > self._year(number).time:
            worked -= self._year(number).time
            number += 1
        return self._year(number).moment_at(worked)

    def take_working_time(self, moment: datetime, minutes: int) -> datetime:
        """The moment before `moment` since which `minutes` of working time have gone by."""
        if minutes < 0:
            raise ValueError("Working time is taken off in whole minutes above zero.")
        if minutes == 0:
            return moment
        number, worked = self._position(moment)
        worked -= minutes * _MINUTE
        while worked <= 0:
            number -= 1
            worked += self._year(number).time
        return self._year(number).moment_at(worked)

    def working_minutes_between(self, start: datetime, end: datetime) -> int:
        """Whole minutes of working time; below zero when `end` is earlier."""
        if end < start:
            return -self.working_minutes_between(end, start)
        (first, done), (last, total) = self._position(start), self._position(end)
        whole = sum(self._year(number).time for number in range(first, last))
        return (whole + total - done) // _MINUTE

    def _position(self, moment: datetime) -> tuple[int, int]:
        """The year of `moment`, and the working time gone by in it."""
        if moment.tzinfo is None:
            raise ValueError("A moment without a time zone has no place in the calendar.")
        local = moment.astimezone(CITY)
        since_midnight = local - datetime.combine(local, time.min, CITY)
        year = self._year(local.year)
        return local.year, year.time_before(
            local.date(), since_midnight // timedelta(microseconds=1)
        )

    def _year(self, number: int) -> Year:
        found = self._years.get(number)
        if found is None:
            if not FIRST_YEAR <= number <= LAST_YEAR:
                raise CalendarUnknownAt(
                    f"Lịch làm việc chỉ có từ năm {FIRST_YEAR} đến năm {LAST_YEAR}."
                )
            found = self._years[number] = Year(number, self._sessions_of)
        return found

    def _sessions_of(self, day: date) -> Sequence[Session]:
        hours = self._hours.at(day)
        kind = self._overrides.get(day) or self._general_kind(day)
        return {
            DayKind.OFF: (),
            DayKind.WORKED: hours.sessions,
            DayKind.MORNING: (hours.morning,),
            DayKind.AFTERNOON: (hours.afternoon,),
        }[kind]

    def _general_kind(self, day: date) -> DayKind:
        culture_day = self._culture_day_is_off.at(date(day.year, 11, 24))
        national = national_days(day.year, with_culture_day=culture_day)
        if day in national.worked:
            return DayKind.WORKED
        is_off = day.weekday() >= _SATURDAY or day in national.off
        return DayKind.OFF if is_off else DayKind.WORKED
