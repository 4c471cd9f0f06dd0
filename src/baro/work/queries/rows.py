"""Items with what a reader sees of them on a row: how they stand, and what can be done now."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple

from django.utils import timezone

from baro.kernel.calendar import api as calendars
from baro.kernel.ui.filters import day, full_day, time_left
from baro.org import api as org
from baro.work.actions import Action, actions_from
from baro.work.behalf import seen_for
from baro.work.cells import Cell, cell_of
from baro.work.models import WorkItem
from baro.work.queries.lines import Line
from baro.work.queries.pages import page_address
from baro.work.sides import Viewpoint
from baro.work.states import State


class Due(NamedTuple):
    """A deadline in words, as of one moment; many rows of a list have the same."""

    iso: str
    full: str
    day: str
    left: str
    days: int


class Deadlines:
    """Deadlines in words as of one moment, each worked out once."""

    def __init__(self, at: datetime) -> None:
        self._at, self._on = at, at.astimezone(calendars.CITY).date()
        self._known: dict[datetime, Due] = {}

    def told(self, due_at: datetime | None) -> Due | None:
        if due_at is None:
            return None
        known = self._known.get(due_at)
        if known is None:
            on = due_at.astimezone(calendars.CITY).date()
            left, days = time_left(due_at, self._at, self._calendar), (on - self._on).days
            known = Due(due_at.isoformat(), full_day(on), day(on), left, days)
            self._known[due_at] = known
        return known

    @cached_property
    def _calendar(self) -> calendars.WorkingCalendar:
        return calendars.working_calendar()


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One item with what can be done to it now; `days` to the deadline, below zero when late.

    `behalf` names whose item it is, while the reader stands for somebody who is away;
    `owes_part` is told in the inbox alone: others lead, the reader's unit cooperates. `given` is
    the day on which it was given while nobody has received it yet; `is_new` on that very day.
    """

    item: WorkItem | Line
    cell: Cell
    actions: tuple[Action, ...]
    href: str
    due: Due | None = None
    behalf: str = ""
    owes_part: bool = False
    given: str = ""
    is_new: bool = False
    steps: tuple[Action, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "steps", tuple(one for one in self.actions if one.is_next)[:2])

    @property
    def days(self) -> int | None:
        return self.due.days if self.due else None


def inbox_row(user: org.User, item: WorkItem | Line, *, at: datetime) -> InboxRow:
    [row] = rows_of(user, [item], at=at)
    return row


def rows_of(
    user: org.User, items: Iterable[WorkItem | Line], *, at: datetime
) -> tuple[InboxRow, ...]:
    """No query of their own when the units of the items are loaded."""
    told = Teller(user, at)
    return tuple(told.row(item) for item in items)


class Teller:
    """Makes the rows of one reader at one moment; what is the same for many is worked out once."""

    def __init__(self, user: org.User, at: datetime) -> None:
        self._user, self._at = user, at
        self._on = timezone.localtime(at).date()
        self._viewpoint = Viewpoint(user, on=self._on)
        self._deadlines = Deadlines(at)

    def row(self, item: WorkItem | Line) -> InboxRow:
        actions = actions_from(self._viewpoint, item, at=self._at)
        if getattr(item, "may_finish_part", False):
            actions = (_finishing(item.kind), *actions)
        given_on = self._given_on(item)
        return InboxRow(
            item=item,
            cell=cell_of(item, at=self._at),
            actions=actions,
            href=page_address(item.kind, item.pk, is_collective=item.is_collective),
            due=self._deadlines.told(item.due_at),
            behalf=self._behalf(item),
            owes_part=bool(getattr(item, "owes_part", False)),
            given=day(given_on) if given_on else "",
            is_new=given_on == self._on,
        )

    def _given_on(self, item: WorkItem | Line) -> date | None:
        if item.state != State.ISSUED:
            return None
        return item.issued_at.astimezone(calendars.CITY).date()

    def _behalf(self, item: WorkItem | Line) -> str:
        if not self._viewpoint.powers.standing:
            return ""
        return str(seen_for(self._user, item, on=self._on) or "")


def _finishing(kind: str) -> Action:
    return Action(f"{kind}-part", "Xong phần phối hợp", f"{kind}s:{kind}-part")
