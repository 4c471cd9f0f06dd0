"""How an item stood at the end of a day: a table of cases, and random stories told day by day."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.work import CITY

from baro.kernel.calendar.working import WorkingCalendar
from baro.work.as_at import Handing, ItemFacts, Standing, as_at
from baro.work.cells import Cell, cell_of
from baro.work.clock import Extension, Pause, due_moment
from baro.work.states import ALLOWED, Move, State

CALENDAR = WorkingCalendar()


def _at(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 9, day, hour, tzinfo=CITY)


def _end(day: int) -> datetime:
    return CALENDAR.end_of(date(2026, 9, day))


ISSUED = ItemFacts(issued_at=_at(1), original_due_at=_end(18))
TAKEN = replace(ISSUED, taken_at=_at(3))
HANDED = replace(TAKEN, handings=(Handing(_at(17)),))
RECALLED = replace(TAKEN, handings=(Handing(_at(17), _at(19), is_recalled=True),))
RETURNED = replace(TAKEN, handings=(Handing(_at(17), _at(19)), Handing(_at(24))))
DONE = replace(HANDED, closed_at=_at(22), end="done")
LATE = replace(RETURNED, closed_at=_at(25), end="done")
ASKED = replace(TAKEN, pauses=(Pause(_at(7), _at(9)),))
EXTENDED = replace(TAKEN, extensions=(Extension(_at(16), _end(25)), Extension(_at(24), _end(30))))
# Taken back while it waited for an answer: that pause gave no time back.
CALLED_OFF = replace(TAKEN, pauses=(Pause(_at(7), _at(28)),), closed_at=_at(28), end="withdrawn")


@pytest.mark.parametrize(
    ("facts", "day", "state", "due", "cell"),
    [
        (ISSUED, 1, "issued", 18, Cell.RUNNING_IN_TIME),
        (ISSUED, 18, "issued", 18, Cell.RUNNING_IN_TIME),
        (ISSUED, 19, "issued", 18, Cell.RUNNING_OVERDUE),
        (TAKEN, 2, "issued", 18, Cell.RUNNING_IN_TIME),
        (TAKEN, 3, "received", 18, Cell.RUNNING_IN_TIME),
        (HANDED, 16, "received", 18, Cell.RUNNING_IN_TIME),
        (HANDED, 30, "delivered", 18, Cell.RUNNING_IN_TIME),
        (RECALLED, 18, "delivered", 18, Cell.RUNNING_IN_TIME),
        (RECALLED, 19, "received", 18, Cell.RUNNING_OVERDUE),
        (RETURNED, 18, "delivered", 18, Cell.RUNNING_IN_TIME),
        (RETURNED, 19, "returned", 18, Cell.RUNNING_OVERDUE),
        (RETURNED, 24, "delivered", 18, Cell.RUNNING_OVERDUE),
        (DONE, 21, "delivered", 18, Cell.RUNNING_IN_TIME),
        (DONE, 22, "done", 18, Cell.DONE_ON_TIME),
        (LATE, 25, "done", 18, Cell.DONE_LATE),
        (ASKED, 6, "received", 18, Cell.RUNNING_IN_TIME),
        (ASKED, 7, "unclear", 18, Cell.PAUSED),
        (ASKED, 9, "received", 22, Cell.RUNNING_IN_TIME),
        (EXTENDED, 15, "received", 18, Cell.RUNNING_IN_TIME),
        (EXTENDED, 16, "received", 25, Cell.RUNNING_IN_TIME),
        (EXTENDED, 24, "received", 30, Cell.RUNNING_IN_TIME),
        (CALLED_OFF, 27, "unclear", 18, Cell.PAUSED),
        (CALLED_OFF, 28, "withdrawn", 18, None),
        (replace(TAKEN, original_due_at=None), 30, "received", None, Cell.UNDATED),
    ],
)
def test_an_item_at_the_end_of_a_day(
    facts: ItemFacts, day: int, state: str, due: int | None, cell: Cell | None
) -> None:
    standing = as_at(facts, date(2026, 9, day), calendar=CALENDAR)

    assert standing is not None
    assert (standing.state, standing.cell) == (state, cell)
    assert standing.due_at == (_end(due) if due else None)


def test_what_was_issued_later_was_not_there() -> None:
    assert as_at(ISSUED, date(2026, 8, 31), calendar=CALENDAR) is None


@dataclass
class Ledger:
    """One live row with the rules of the ledger, and the facts that its acts leave behind."""

    facts: ItemFacts
    state: State = State.ISSUED
    due_at: datetime | None = None
    delivered_at: datetime | None = None
    recorded: dict[date, Standing] = field(default_factory=dict)

    @property
    def is_paused(self) -> bool:
        return self.state == State.UNCLEAR

    def act(self, move: Move, now: datetime) -> None:
        """Does nothing where the ledger would refuse."""
        if self.state not in ALLOWED[move]:
            return
        _ACTS[move](self, now)

    def take(self, now: datetime) -> None:
        self.facts = replace(self.facts, taken_at=self.facts.taken_at or now)
        self.state = State.RECEIVED if self.state == State.ISSUED else self.state

    def ask(self, now: datetime) -> None:
        self.state = State.UNCLEAR
        self.facts = replace(self.facts, pauses=(*self.facts.pauses, Pause(now, None)))

    def answer(self, now: datetime) -> None:
        self.state = State.RECEIVED
        self._end_pause(now)
        self._work_out()

    def extend(self, now: datetime) -> None:
        if self.due_at is None:
            return
        later = CALENDAR.end_of(self.due_at.date() + timedelta(days=6))
        granted = (*self.facts.extensions, Extension(now, later))
        self.facts = replace(self.facts, extensions=granted)
        self._work_out()

    def deliver(self, now: datetime) -> None:
        self.state, self.delivered_at = State.DELIVERED, now
        self.facts = replace(self.facts, handings=(*self.facts.handings, Handing(now)))

    def give_back(self, now: datetime) -> None:
        self.state, self.delivered_at = State.RETURNED, None
        *before, last = self.facts.handings
        self.facts = replace(self.facts, handings=(*before, replace(last, undone_at=now)))

    def recall(self, now: datetime) -> None:
        self.state, self.delivered_at = State.RECEIVED, None
        *before, last = self.facts.handings
        recalled = replace(last, undone_at=now, is_recalled=True)
        self.facts = replace(self.facts, handings=(*before, recalled))

    def accept(self, now: datetime) -> None:
        self.state = State.DONE
        self.facts = replace(self.facts, closed_at=now, end="done")

    def withdraw(self, now: datetime) -> None:
        self.state = State.WITHDRAWN
        self._end_pause(now)
        self.facts = replace(self.facts, closed_at=now, end="withdrawn")

    def record(self, day: date) -> None:
        seen = Standing(
            self.state, self.is_paused, self.due_at, self.delivered_at, self.facts.closed_at
        )
        counted = self.state != State.WITHDRAWN
        cell = cell_of(self, at=CALENDAR.end_of(day)) if counted else None
        self.recorded[day] = replace(seen, cell=cell)

    def _end_pause(self, now: datetime) -> None:
        ended = tuple(replace(p, to_at=p.to_at or now) for p in self.facts.pauses)
        self.facts = replace(self.facts, pauses=ended)

    def _work_out(self) -> None:
        self.due_at = due_moment(
            self.facts.original_due_at,
            pauses=self.facts.pauses,
            extensions=self.facts.extensions,
            calendar=CALENDAR,
        )


_ACTS = {
    Move.RECEIVE: Ledger.take,
    Move.ASSIGN: Ledger.take,
    Move.SEND_BACK: Ledger.ask,
    Move.ANSWER: Ledger.answer,
    Move.DECIDE_EXTENSION: Ledger.extend,
    Move.DELIVER: Ledger.deliver,
    Move.RECALL: Ledger.recall,
    Move.RETURN: Ledger.give_back,
    Move.ACCEPT: Ledger.accept,
    Move.WITHDRAW: Ledger.withdraw,
}
_MOVES = st.sampled_from([*_ACTS, Move.DELIVER])
_STORIES = st.lists(st.tuples(st.integers(0, 3), _MOVES), max_size=14)


@given(story=_STORIES, is_dated=st.booleans())
def test_a_story_told_again_up_to_a_day_is_the_row_as_it_was_that_day(
    story: list[tuple[int, Move]], is_dated: bool
) -> None:
    due = _end(8) if is_dated else None
    row = Ledger(ItemFacts(issued_at=_at(1), original_due_at=due), due_at=due)
    now = _at(1)
    for wait, move in story:
        for _ in range(wait):
            row.record(now.date())
            now = now.replace(hour=9) + timedelta(days=1)
        now += timedelta(minutes=7)
        row.act(move, now)
    row.record(now.date())

    told = {day: as_at(row.facts, day, calendar=CALENDAR) for day in row.recorded}

    assert told == row.recorded
