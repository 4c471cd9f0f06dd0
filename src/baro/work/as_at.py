"""How an item stood at the end of a day, worked out from what had happened to it by then.

Nothing here reads a table or the time of day. What came later is as if it had never been: an
extension decided afterwards, an answer not yet given, a product not yet handed in.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from baro.work.cells import Cell, cell_of
from baro.work.clock import Calendar, Extension, Pause, due_moment
from baro.work.states import CLOSED, State


@dataclass(frozen=True)
class Handing:
    """A product was handed in; it may have been given back, or recalled by who handed it in."""

    handed_in_at: datetime
    undone_at: datetime | None = None
    is_recalled: bool = False


@dataclass(frozen=True)
class ItemFacts:
    """Everything that ever happened to one item, as its rows tell it today.

    `taken_at` is when the unit first took it in: received it, gave it on or asked what is meant.
    `end` is the state in which it was closed, at `closed_at`.
    """

    issued_at: datetime
    original_due_at: datetime | None
    taken_at: datetime | None = None
    pauses: tuple[Pause, ...] = ()
    extensions: tuple[Extension, ...] = ()
    handings: tuple[Handing, ...] = ()
    closed_at: datetime | None = None
    end: str = ""


@dataclass(frozen=True)
class Standing:
    """The item at the end of the day; it answers to `cell_of` as a row of the ledger does.

    `cell` is empty for what had been taken back or replaced: that is no longer counted.
    """

    state: str
    is_paused: bool
    due_at: datetime | None
    delivered_at: datetime | None
    closed_at: datetime | None
    cell: Cell | None = None


def as_at(facts: ItemFacts, day: date, *, calendar: Calendar) -> Standing | None:
    """Nothing, if the item had not been issued by then."""
    at = calendar.end_of(day)
    if facts.issued_at > at:
        return None
    closed = facts.closed_at is not None and facts.closed_at <= at
    handing = _last(facts.handings, at)
    is_handed = handing is not None and not _is_by(handing.undone_at, at)
    is_paused = not closed and any(_is_open(pause, at) for pause in facts.pauses)
    state = facts.end if closed else _open_state(facts, handing, is_handed, is_paused, at)
    standing = Standing(
        state=state,
        is_paused=is_paused,
        due_at=_due(facts, at, calendar),
        delivered_at=handing.handed_in_at if handing and is_handed else None,
        closed_at=facts.closed_at if closed else None,
    )
    is_counted = state not in CLOSED or state == State.DONE
    return replace(standing, cell=cell_of(standing, at=at) if is_counted else None)


def _open_state(
    facts: ItemFacts, handing: Handing | None, is_handed: bool, is_paused: bool, at: datetime
) -> State:
    if is_handed:
        return State.DELIVERED
    if is_paused:
        return State.UNCLEAR
    if handing:
        return State.RECEIVED if handing.is_recalled else State.RETURNED
    started = _is_by(facts.taken_at, at) or any(pause.from_at <= at for pause in facts.pauses)
    return State.RECEIVED if started else State.ISSUED


def _due(facts: ItemFacts, at: datetime, calendar: Calendar) -> datetime | None:
    """A pause that ended with the item itself gave no time back to anybody."""
    return due_moment(
        facts.original_due_at,
        pauses=[
            pause
            for pause in facts.pauses
            if _is_by(pause.to_at, at) and pause.to_at != facts.closed_at
        ],
        extensions=[one for one in facts.extensions if one.decided_at <= at],
        calendar=calendar,
    )


def _last(handings: Iterable[Handing], at: datetime) -> Handing | None:
    by_then = [one for one in handings if one.handed_in_at <= at]
    return max(by_then, key=lambda one: one.handed_in_at, default=None)


def _is_open(pause: Pause, at: datetime) -> bool:
    return pause.from_at <= at and not _is_by(pause.to_at, at)


def _is_by(moment: datetime | None, at: datetime) -> bool:
    return moment is not None and moment <= at
