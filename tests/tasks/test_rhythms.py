from datetime import date
from itertools import islice

import pytest

from baro.tasks.rhythms import days_of, first_due_day, rule_of

AFTER = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("every", "by", "first"),
    [
        ("month", "trước ngày 25", date(2026, 11, 25)),
        ("month", "ngày 20", date(2026, 12, 20)),
        ("month", "ngày 31", date(2026, 11, 30)),
        ("week", "thứ Sáu", date(2026, 11, 27)),
        ("week", "trước thứ Hai", date(2026, 11, 23)),
        ("two-weeks", "thứ Hai", date(2026, 11, 23)),
        ("two-weeks", None, None),
        ("day", "trước 17h00", date(2026, 11, 21)),
        ("month", None, None),
        ("month", "ngày 40", None),
        ("quarter", "ngày 25", None),
        ("quarter", "ngày 25 tháng cuối quý", date(2026, 12, 25)),
        ("quarter", "trước ngày 05 của tháng đầu quý sau", date(2027, 1, 5)),
        ("quarter", "cuối quý", date(2026, 12, 31)),
        ("half-year", "ngày 15/6 và ngày 15/12", date(2026, 12, 15)),
        ("half-year", "ngày 15/6 và ngày 20/12", None),
        ("year", "ngày 30 tháng 11", date(2026, 11, 30)),
        ("month", "ngày cuối tháng", date(2026, 11, 30)),
        ("month", "thứ Sáu cuối tháng", date(2026, 11, 27)),
        ("month", "thứ Hai đầu tháng", date(2026, 12, 7)),
        ("week", "thứ 3 và thứ 6", date(2026, 11, 24)),
        ("year", "ngày 30/13", None),
    ],
)
def test_the_first_day_is_one_that_the_words_name(
    every: str, by: str | None, first: date | None
) -> None:
    assert first_due_day({"every": every, "by": by}, after=AFTER) == first


def test_what_is_done_once_has_no_rhythm() -> None:
    assert first_due_day(None, after=AFTER) is None


def test_the_year_turns() -> None:
    december = date(2026, 12, 31)

    assert first_due_day({"every": "month", "by": "ngày 5"}, after=december) == date(2027, 1, 5)


def test_a_month_without_the_day_ends_on_its_last_one() -> None:
    rule = rule_of({"every": "month", "by": "ngày 30"})
    assert rule

    days = islice(days_of(rule, start=date(2027, 1, 1), after=date(2027, 1, 1)), 3)

    assert list(days) == [date(2027, 1, 30), date(2027, 2, 28), date(2027, 3, 30)]


def test_two_weeks_are_counted_from_the_start() -> None:
    rule = rule_of({"every": "two-weeks", "by": "thứ Hai"})
    assert rule

    days = islice(days_of(rule, start=date(2026, 11, 2), after=date(2026, 11, 20)), 2)

    assert list(days) == [date(2026, 11, 30), date(2026, 12, 14)]
