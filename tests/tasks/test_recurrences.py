from datetime import date

import pytest

from baro.tasks.recurrences import first_due_day

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
