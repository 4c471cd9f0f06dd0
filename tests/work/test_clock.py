from datetime import datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from baro.kernel.calendar.working import WorkingCalendar
from baro.work.clock import Extension, Pause, due_moment

CITY = ZoneInfo("Asia/Ho_Chi_Minh")
CALENDAR = WorkingCalendar()
FRIDAY = CALENDAR.end_of(datetime(2026, 9, 11, tzinfo=CITY).date())

moments = st.datetimes(
    datetime(2026, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(2027, 12, 31),  # noqa: DTZ001
    timezones=st.just(CITY),
)
days = moments.map(lambda moment: CALENDAR.end_of(moment.date()))


@st.composite
def _pauses(draw: st.DrawFn) -> Pause:
    start = draw(moments)
    length = draw(st.timedeltas(timedelta(0), timedelta(days=60)))
    return Pause(start, draw(st.sampled_from([start + length, None])))


extensions = st.builds(Extension, decided_at=moments, new_due_at=days)


def _due(
    original: datetime,
    pauses: list[Pause],
    extensions: list[Extension],
) -> datetime:
    due = due_moment(original, pauses=pauses, extensions=extensions, calendar=CALENDAR)
    assert due is not None
    return due


@given(moments)
def test_what_nothing_happened_to_is_owed_at_the_original_moment(original: datetime) -> None:
    assert _due(original, [], []) == original


@given(days, st.lists(_pauses()))
def test_without_an_extension_it_is_never_owed_before_the_original_moment(
    original: datetime, paused: list[Pause]
) -> None:
    assert _due(original, paused, []) >= original


@given(days, st.lists(_pauses()), _pauses(), st.lists(extensions))
def test_one_more_pause_never_brings_the_deadline_forward(
    original: datetime, paused: list[Pause], more: Pause, extended: list[Extension]
) -> None:
    assert _due(original, [*paused, more], extended) >= _due(original, paused, extended)


@given(days, _pauses(), st.timedeltas(timedelta(0), timedelta(days=30)))
def test_a_longer_pause_never_brings_the_deadline_forward(
    original: datetime, pause: Pause, longer: timedelta
) -> None:
    if pause.to_at is None:
        return

    lengthened = Pause(pause.from_at, pause.to_at + longer)

    assert _due(original, [lengthened], []) >= _due(original, [pause], [])


@given(st.data(), days, st.lists(_pauses()), st.lists(extensions))
def test_the_order_of_the_rows_does_not_matter(
    data: st.DataObject, original: datetime, paused: list[Pause], extended: list[Extension]
) -> None:
    shuffled = data.draw(st.permutations(paused)), data.draw(st.permutations(extended))

    assert _due(original, *shuffled) == _due(original, paused, extended)


@given(days, st.lists(_pauses()))
def test_time_that_two_pauses_share_is_given_back_once(
    original: datetime, paused: list[Pause]
) -> None:
    assert _due(original, paused * 2, []) == _due(original, paused, [])


@given(days, st.lists(_pauses()), st.lists(extensions, min_size=1))
def test_only_the_last_granted_extension_holds(
    original: datetime, paused: list[Pause], extended: list[Extension]
) -> None:
    last = max(extended, key=lambda e: (e.decided_at, e.new_due_at))

    assert _due(original, paused, extended) == _due(original, paused, [last])
    assert _due(original, paused, extended) >= last.new_due_at


@given(days, st.lists(_pauses()))
def test_a_moved_deadline_ends_a_working_day_and_gives_back_less_than_a_day_too_much(
    original: datetime, paused: list[Pause]
) -> None:
    due = _due(original, paused, [])
    if due == original:
        return

    lost = _union_minutes(paused)

    assert due == CALENDAR.end_of(due.date())
    assert CALENDAR.is_working_day(due.date())
    assert 0 <= CALENDAR.working_minutes_between(original, due) - lost < 8 * 60


def _union_minutes(paused: list[Pause]) -> int:
    """Counted the slow way: sweep over the ends of all pauses."""
    ended = [(p.from_at, p.to_at) for p in paused if p.to_at]
    edges = sorted({edge for pause in ended for edge in pause})
    stretches: list[list[datetime]] = []
    for start, end in pairwise(edges):
        if any(a <= start and end <= b for a, b in ended):
            if stretches and stretches[-1][1] == start:
                stretches[-1][1] = end
            else:
                stretches.append([start, end])
    return sum(CALENDAR.working_minutes_between(a, b) for a, b in stretches)


def test_two_working_days_of_waiting_over_a_weekend_move_the_deadline_two_working_days() -> None:
    asked = datetime(2026, 9, 10, 8, tzinfo=CITY)  # Thursday morning
    answered = datetime(2026, 9, 14, 8, tzinfo=CITY)  # Monday morning

    due = _due(FRIDAY, [Pause(asked, answered)], [])

    assert due.date().isoformat() == "2026-09-15"
    assert due.time() == time.max


def test_a_night_of_waiting_costs_nothing() -> None:
    evening = datetime(2026, 9, 9, 17, 30, tzinfo=CITY)

    assert _due(FRIDAY, [Pause(evening, evening + timedelta(hours=14))], []) == FRIDAY


def test_the_swap_days_of_the_national_holiday_are_not_lost_time() -> None:
    asked = datetime(2026, 8, 28, 17, tzinfo=CITY)  # Friday; 31/8 to 2/9 are off
    answered = datetime(2026, 9, 3, 17, tzinfo=CITY)

    assert _due(FRIDAY, [Pause(asked, answered)], []).date().isoformat() == "2026-09-14"


def test_a_pause_from_before_the_decision_is_already_in_the_new_date() -> None:
    asked = datetime(2026, 9, 7, 8, tzinfo=CITY)
    extension = Extension(asked + timedelta(days=1), CALENDAR.end_of(FRIDAY.date()))

    before = Pause(asked, asked + timedelta(days=2))
    after = Pause(asked + timedelta(days=1), asked + timedelta(days=2))

    assert _due(FRIDAY, [before], [extension]) == FRIDAY
    assert _due(FRIDAY, [after], [extension]) > FRIDAY


def test_what_has_no_deadline_gets_none_from_a_pause() -> None:
    pause = Pause(FRIDAY, FRIDAY + timedelta(days=9))

    assert due_moment(None, pauses=[pause], extensions=[], calendar=CALENDAR) is None
