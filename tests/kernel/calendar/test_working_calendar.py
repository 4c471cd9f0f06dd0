from datetime import date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from baro.kernel.calendar.api import (
    CITY,
    CalendarUnknownAt,
    Dated,
    DayKind,
    WorkingCalendar,
    built_in_calendar,
    working_hours,
)
from baro.kernel.errors import DomainError

CALENDAR = built_in_calendar()
days = st.dates(date(2015, 1, 1), date(2040, 12, 31))
moments = st.datetimes(
    datetime(2015, 1, 1),  # noqa: DTZ001 - the zone comes below
    datetime(2040, 12, 31),  # noqa: DTZ001
    timezones=st.just(CITY),
)


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=CITY)


@pytest.mark.parametrize(
    ("day", "is_worked"),
    [
        ("2026-01-01", False),  # New Year
        ("2026-02-13", True),
        ("2026-02-16", False),  # Tết, Notice 9441/TB-BNV: Monday to Friday
        ("2026-02-20", False),
        ("2026-02-23", True),
        ("2026-04-27", False),  # Hùng Kings on a Sunday, hence Monday
        ("2026-04-30", False),
        ("2026-05-01", False),
        ("2026-08-22", True),  # Saturday, worked for 31/8
        ("2026-08-29", False),  # an ordinary Saturday
        ("2026-08-31", False),
        ("2026-09-01", False),
        ("2026-09-02", False),
        ("2026-09-03", True),
        ("2026-11-24", True),  # Culture Day: not in the Labour Code yet
        ("2025-04-26", True),  # the year before: Saturday, worked for 2/5
        ("2025-05-02", False),
        ("2026-01-02", False),  # unverified swap
        ("2026-01-10", True),
    ],
)
def test_days_are_as_the_notices_say(day: str, is_worked: bool) -> None:
    assert CALENDAR.is_working_day(date.fromisoformat(day)) is is_worked


def test_culture_day_can_be_switched_on_from_a_day() -> None:
    calendar = WorkingCalendar(
        culture_day_is_off=Dated((date.min, False), (date(2027, 1, 1), True))
    )

    assert calendar.is_working_day(date(2026, 11, 24))
    assert not calendar.is_working_day(date(2027, 11, 24))


def test_culture_day_on_a_sunday_takes_the_next_working_day_only_when_switched_on() -> None:
    switched_on = WorkingCalendar(culture_day_is_off=Dated((date.min, True)))

    assert date(2030, 11, 24).weekday() == 6
    assert not switched_on.is_working_day(date(2030, 11, 25))
    assert WorkingCalendar().is_working_day(date(2030, 11, 25))


def test_the_first_day_of_a_term_is_not_counted() -> None:
    # From Friday 21/8/2026: the swap Saturday counts, Sunday does not.
    assert CALENDAR.within_working_days_of(date(2026, 8, 21), 1) == date(2026, 8, 22)
    assert CALENDAR.within_working_days_of(date(2026, 8, 21), 5) == date(2026, 8, 27)


def test_a_term_of_no_days_is_refused() -> None:
    with pytest.raises(DomainError):
        CALENDAR.within_working_days_of(date(2026, 8, 21), 0)


def test_before_a_day_means_the_end_of_the_day_before() -> None:
    assert CALENDAR.last_moment_before(date(2026, 3, 25)) == CALENDAR.end_of(date(2026, 3, 24))
    assert CALENDAR.end_of(date(2026, 3, 24)) < CALENDAR.start_of(date(2026, 3, 25))


def test_a_day_ends_at_midnight_of_the_city() -> None:
    end = CALENDAR.end_of(date(2026, 3, 24))

    assert end.isoformat() == "2026-03-24T23:59:59.999999+07:00"
    assert end + timedelta(microseconds=1) == CALENDAR.start_of(date(2026, 3, 25))


@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [
        ("2026-09-09T08:00", 60, "2026-09-09T09:00"),
        ("2026-09-09T11:30", 60, "2026-09-09T13:30"),  # over lunch
        ("2026-09-09T11:00", 60, "2026-09-09T12:00"),  # until lunch, not after it
        ("2026-09-09T12:20", 30, "2026-09-09T13:30"),  # starts at lunch
        ("2026-09-09T16:30", 60, "2026-09-10T08:30"),
        ("2026-09-11T16:30", 60, "2026-09-14T08:30"),  # over a weekend
        ("2026-08-28T16:00", 120, "2026-09-03T09:00"),  # over National Day
        ("2026-09-05T10:00", 1, "2026-09-07T08:01"),  # starts on a Saturday
        ("2026-12-31T16:00", 90, "2027-01-04T08:30"),  # over New Year
    ],
)
def test_working_time_goes_by_in_working_hours_only(start: str, minutes: int, end: str) -> None:
    assert CALENDAR.add_working_time(_at(start), minutes) == _at(end)
    assert CALENDAR.working_minutes_between(_at(start), _at(end)) == minutes


def test_half_days_have_half_the_time() -> None:
    calendar = WorkingCalendar(
        overrides={date(2026, 9, 9): DayKind.MORNING, date(2026, 9, 10): DayKind.AFTERNOON}
    )

    assert calendar.is_working_day(date(2026, 9, 9))
    assert calendar.add_working_time(_at("2026-09-09T11:00"), 120) == _at("2026-09-10T14:00")


def test_hours_change_from_a_day_on() -> None:
    summer = working_hours({"morning": ["07:30", "11:30"], "afternoon": ["13:30", "17:30"]})
    winter = working_hours({"morning": ["07:30", "11:30"], "afternoon": ["13:00", "17:00"]})
    calendar = WorkingCalendar(hours=Dated((date(2026, 10, 1), winter), (date(2026, 4, 1), summer)))

    assert calendar.add_working_time(_at("2026-09-30T17:00"), 60) == _at("2026-10-01T08:00")
    assert calendar.add_working_time(_at("2026-10-01T11:00"), 60) == _at("2026-10-01T13:30")


@pytest.mark.parametrize(
    "value",
    [
        {"morning": ["12:00", "08:00"], "afternoon": ["13:00", "17:00"]},
        {"morning": ["08:00", "12:00"], "afternoon": ["11:00", "17:00"]},
    ],
)
def test_hours_that_run_backwards_are_refused(value: dict[str, list[str]]) -> None:
    with pytest.raises(ValueError, match="after"):
        working_hours(value)


def test_years_beyond_the_lunar_tables_are_refused_in_words() -> None:
    with pytest.raises(CalendarUnknownAt, match="1995 đến năm 2099"):
        CALENDAR.is_working_day(date(2100, 1, 1))
    with pytest.raises(CalendarUnknownAt):
        CALENDAR.add_working_days(date(2099, 12, 30), 5)


def test_a_moment_needs_a_time_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        CALENDAR.add_working_time(datetime(2026, 9, 9, 8), 1)  # noqa: DTZ001


def test_a_moment_elsewhere_is_counted_in_the_city() -> None:
    utc = datetime.fromisoformat("2026-09-09T01:00+00:00")

    assert CALENDAR.add_working_time(utc, 60) == _at("2026-09-09T09:00")


@given(days, st.integers(1, 400))
def test_counting_there_and_back_agrees(day: date, n: int) -> None:
    last = CALENDAR.add_working_days(day, n)

    assert CALENDAR.is_working_day(last)
    assert CALENDAR.working_days_between(day, last) == n
    assert CALENDAR.working_days_between(last, day) == -n
    assert CALENDAR.add_working_days(last, -n) <= CALENDAR.working_day_from(day)


@given(days, st.integers(1, 60))
def test_counting_agrees_with_walking_day_by_day(day: date, n: int) -> None:
    walked, left = day, n
    while left:
        walked += timedelta(days=1)
        left -= CALENDAR.is_working_day(walked)

    assert CALENDAR.add_working_days(day, n) == walked


@given(days, st.integers(1, 60))
def test_counting_backwards_agrees_with_walking(day: date, n: int) -> None:
    walked, left = day, n
    while left:
        walked -= timedelta(days=1)
        left -= CALENDAR.is_working_day(walked)

    assert CALENDAR.add_working_days(day, -n) == walked


@given(days)
def test_moving_off_a_day_off_never_skips_a_working_day(day: date) -> None:
    moved = CALENDAR.add_working_days(day, 0)

    assert CALENDAR.is_working_day(moved)
    assert CALENDAR.working_days_between(day - timedelta(days=1), moved) == 1


@given(moments, st.integers(1, 200_000))
def test_added_working_time_is_found_again(moment: datetime, minutes: int) -> None:
    end = CALENDAR.add_working_time(moment, minutes)

    assert end > moment
    assert CALENDAR.is_working_day(end.date())
    assert CALENDAR.working_minutes_between(moment, end) == minutes


@given(moments, st.integers(1, 50_000))
def test_working_time_taken_off_is_found_again(moment: datetime, minutes: int) -> None:
    begin = CALENDAR.take_working_time(moment, minutes)

    assert begin < moment
    assert CALENDAR.is_working_day(begin.date())
    assert CALENDAR.working_minutes_between(begin, moment) == minutes


@given(moments, st.integers(0, 50_000), st.integers(0, 50_000))
def test_working_time_adds_up(moment: datetime, first: int, second: int) -> None:
    assume(first and second)
    in_two_steps = CALENDAR.add_working_time(CALENDAR.add_working_time(moment, first), second)

    assert in_two_steps == CALENDAR.add_working_time(moment, first + second)


@given(moments, moments, st.integers(0, 10_000))
def test_later_starts_never_end_earlier(one: datetime, other: datetime, minutes: int) -> None:
    early, late = sorted((one, other))

    assert CALENDAR.add_working_time(early, minutes) <= CALENDAR.add_working_time(late, minutes)
    assert CALENDAR.working_minutes_between(early, late) >= 0
