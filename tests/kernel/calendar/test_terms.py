from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baro.kernel.calendar.api import (
    Period,
    built_in_calendar,
    days_after,
    end_of_term,
    last_day_of,
    months_after,
    weeks_after,
    years_after,
)

CALENDAR = built_in_calendar()


@pytest.mark.parametrize(
    ("day", "months", "last"),
    [
        (date(2026, 1, 15), 1, date(2026, 2, 15)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 3, 31), 12, date(2027, 3, 31)),
    ],
)
def test_a_month_without_the_date_ends_on_its_last_day(day: date, months: int, last: date) -> None:
    assert months_after(day, months) == last


def test_a_leap_day_has_its_anniversary_on_the_28th() -> None:
    assert years_after(date(2028, 2, 29), 1) == date(2029, 2, 28)


def test_days_and_weeks_do_not_count_the_first_day() -> None:
    assert days_after(date(2026, 3, 1), 10) == date(2026, 3, 11)
    assert weeks_after(date(2026, 3, 2), 1) == date(2026, 3, 9)


@pytest.mark.parametrize(
    ("period", "last"),
    [
        (Period.WEEK, date(2026, 8, 23)),
        (Period.MONTH, date(2026, 8, 31)),
        (Period.QUARTER, date(2026, 9, 30)),
        (Period.HALF_YEAR, date(2026, 12, 31)),
        (Period.YEAR, date(2026, 12, 31)),
    ],
)
def test_by_the_end_of_a_period(period: Period, last: date) -> None:
    assert last_day_of(period, date(2026, 8, 19)) == last


def test_a_term_that_runs_out_on_a_day_off_ends_with_the_next_working_day() -> None:
    # Sunday 30/8; Monday to Wednesday are off for National Day.
    assert end_of_term(CALENDAR, date(2026, 8, 30)) == CALENDAR.end_of(date(2026, 9, 3))
    assert end_of_term(CALENDAR, date(2026, 8, 28)) == CALENDAR.end_of(date(2026, 8, 28))


@given(st.dates(date(2015, 1, 1), date(2040, 1, 1)), st.sampled_from(Period))
def test_the_last_day_of_a_period_is_its_own_last_day(day: date, period: Period) -> None:
    last = last_day_of(period, day)

    assert last >= day
    assert last_day_of(period, last) == last
    assert last_day_of(period, days_after(last, 1)) > last
