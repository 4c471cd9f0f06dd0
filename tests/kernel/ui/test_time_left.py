from datetime import date, datetime, timedelta

import pytest

from baro.kernel.ui.filters import day_off, time_left

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "hôm nay"),
        (1, "còn 1 ngày làm việc"),
        (5, "còn 3 ngày làm việc"),
        (-2, "quá 2 ngày làm việc"),
        (-5, "quá 3 ngày làm việc"),
        (-2400, "quá 1.644 ngày làm việc"),
    ],
)
def test_what_is_left_and_what_is_over_are_told_in_working_days(
    noon: datetime, days: int, said: str
) -> None:
    assert time_left(noon + timedelta(days=days), noon) == said


def test_days_off_are_told_as_such_and_nothing_without_a_deadline(noon: datetime) -> None:
    friday = noon + timedelta(days=2)

    assert time_left(friday + timedelta(days=2), friday) == "còn 2 ngày nghỉ"
    assert time_left(friday, friday + timedelta(days=2)) == "vừa quá hạn"
    assert time_left(noon - timedelta(minutes=1), noon) == "vừa quá hạn"
    assert time_left(friday.date(), noon) == "còn 2 ngày làm việc"
    assert time_left(datetime(1990, 1, 1, tzinfo=noon.tzinfo), noon).endswith(" ngày")
    assert time_left(datetime(9999, 1, 1, tzinfo=noon.tzinfo), noon).startswith("còn ")
    assert time_left(None, noon) == ""


def test_a_day_off_is_named(noon: datetime) -> None:
    assert day_off(date(2026, 12, 6)) == "Chủ nhật, ngày nghỉ"
    assert day_off(date(2026, 9, 2)) == "Thứ Tư, ngày nghỉ"
    for worked in (date(2026, 12, 4), date(9999, 1, 3), None):
        assert day_off(worked) == ""
