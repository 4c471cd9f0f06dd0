"""The ladder as a pure function, on the calendar as shipped and without a database."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from baro.followup.ladder import Facts, furthest_ahead, rungs_due
from baro.followup.models import Rung
from baro.kernel.calendar.api import CITY, built_in_calendar

CALENDAR = built_in_calendar()
EARLY = datetime(2026, 8, 1, tzinfo=CITY)
# A Friday; the week before it has no day off, National Day takes the end of August.
DUE_AT = datetime(2026, 9, 18, 23, 59, 59, tzinfo=CITY)


def _rung(offset: int, **changes: Any) -> Rung:
    return Rung(
        **{"number": 1, "offset": offset, "to": ["head"], "valid_from": date(2020, 1, 1), **changes}
    )


def _days(*rungs: Rung, at: str, due_at: datetime = DUE_AT, **facts: Any) -> list[str]:
    known = Facts(**{"kind": "task", "urgency": "", "due_at": due_at, "since": EARLY, **facts})
    moment = datetime.fromisoformat(at).replace(tzinfo=CITY)
    return [f"{due.planned_at:%d/%m %H:%M}" for due in rungs_due(known, rungs, CALENDAR, moment)]


@pytest.mark.parametrize(
    ("offset", "day"),
    [(-7, "09/09"), (-3, "15/09"), (-1, "17/09"), (0, "18/09"), (1, "21/09"), (5, "25/09")],
)
def test_a_rung_comes_at_the_first_moment_of_its_day(offset: int, day: str) -> None:
    assert _days(_rung(offset), at="2026-09-30") == [f"{day} 00:00"]


def test_days_off_are_not_counted() -> None:
    """31/8 to 2/9/2026 are off: three working days before Thursday 3/9 is Wednesday 26/8."""
    due_at = datetime(2026, 9, 3, 17, tzinfo=CITY)

    assert _days(_rung(-3), at="2026-09-30", due_at=due_at) == ["26/08 00:00"]


def test_the_day_of_a_deadline_on_a_day_off_is_the_working_day_before() -> None:
    sunday = datetime(2026, 9, 20, 23, 59, tzinfo=CITY)

    assert _days(_rung(0), at="2026-09-30", due_at=sunday) == ["18/09 00:00"]
    assert _days(_rung(1), at="2026-09-30", due_at=sunday) == ["21/09 00:00"]


def test_nothing_comes_before_its_time() -> None:
    assert _days(_rung(-1), at="2026-09-16 23:59") == []
    assert _days(_rung(-1), at="2026-09-17 00:00") == ["17/09 00:00"]


def test_what_was_given_late_skips_the_rungs_behind_it() -> None:
    since = datetime(2026, 9, 15, 9, tzinfo=CITY)

    assert _days(_rung(-7), _rung(-3), _rung(-1), at="2026-09-30", since=since) == ["17/09 00:00"]


def test_a_long_look_back_still_skips_what_lay_behind_the_deadline() -> None:
    since = datetime(2026, 9, 15, 9, tzinfo=CITY)
    rungs = [_rung(-7), _rung(-3), _rung(-1)]

    found = rungs_due(Facts("task", "", DUE_AT, since), rungs, CALENDAR, DUE_AT, after=EARLY)

    assert [due.rung.offset for due in found] == [-1]


def test_a_rung_with_every_comes_again_and_again() -> None:
    again = _rung(5, every=5)

    assert _days(again, at="2026-10-09") == ["25/09 00:00", "02/10 00:00", "09/10 00:00"]


def test_of_years_of_comings_only_those_asked_for_are_worked_out() -> None:
    long_ago = datetime(2020, 1, 10, 17, tzinfo=CITY)
    facts = Facts("task", "", long_ago, EARLY)
    after = datetime(2026, 9, 1, tzinfo=CITY)
    at = datetime(2026, 9, 18, tzinfo=CITY)

    found = rungs_due(facts, [_rung(5, every=5)], CALENDAR, at, after=after)

    assert 2 <= len(found) <= 3
    distances = [CALENDAR.working_days_between(long_ago.date(), due.planned_on) for due in found]
    assert distances == [5 + 5 * due.occurrence for due in found]


def test_a_rung_of_minutes_counts_working_time() -> None:
    before = _rung(-120, measure="minutes")

    assert _days(before, at="2026-09-30") == ["18/09 15:00"]
    assert _days(_rung(60, measure="minutes"), at="2026-09-30") == ["21/09 09:00"]


def test_a_rung_comes_only_inside_its_window() -> None:
    old = _rung(-3, valid_to=date(2026, 9, 15))
    new = _rung(-2, valid_from=date(2026, 9, 15))

    assert _days(old, new, at="2026-09-30") == ["16/09 00:00"]
    assert _days(_rung(-3, valid_to=date(2026, 9, 16)), at="2026-09-30") == ["15/09 00:00"]


def test_kind_and_urgency_narrow_a_rung() -> None:
    flash = _rung(-1, urgency="flash")

    assert _days(flash, at="2026-09-30") == []
    assert _days(flash, at="2026-09-30", urgency="flash") == ["17/09 00:00"]
    assert _days(_rung(-1, kind="report"), at="2026-09-30") == []


def test_no_rung_reaches_further_ahead_than_is_looked() -> None:
    rungs = [_rung(-30), _rung(-2400, measure="minutes")]
    ahead = furthest_ahead(rungs)
    day = datetime(2026, 1, 20, tzinfo=CITY)  # before Tết

    beyond = Facts("task", "", day + ahead, EARLY - timedelta(days=500))

    assert rungs_due(beyond, rungs, CALENDAR, day) == ()


def test_a_rung_says_when_it_comes() -> None:
    assert str(_rung(-3)) == "Trước hạn 3 ngày làm việc"
    assert str(_rung(0)) == "Ngày đến hạn"
    assert str(_rung(5, every=5)) == "Quá hạn 5 ngày làm việc, sau đó cứ 5 ngày làm việc một lần"
    assert _rung(5, every=5).told_as(2) == "Quá hạn 15 ngày làm việc"
