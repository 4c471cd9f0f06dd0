"""A month in the life of a few hundred items, and what the rules say must come of it.

The oracle knows nothing of the product: it walks day by day over a list of working days, with the
default ladder written out once more by hand.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

CITY = ZoneInfo("Asia/Ho_Chi_Minh")
FIRST, LAST = date(2026, 8, 24), date(2026, 10, 2)
# National Day 2026, and the Saturday that is worked for its bridge (TB 9441/TB-BNV).
HOLIDAYS = {date(2026, 8, 31), date(2026, 9, 1), date(2026, 9, 2)}
SWAPPED = {date(2026, 8, 22)}
# Distance in working days, whom (doer, head, cooperating, issuer), and the kind of the notice.
RUNGS = {
    -7: ("DH", "reminded"),
    -3: ("DHC", "reminded"),
    -1: ("DHC", "due_now"),
    0: ("DH", "due_now"),
    1: ("DHI", "overdue"),
    3: ("DHI", "still_overdue"),
}
AGAIN = ("DH", "still_overdue")  # 5, 10, 15 ... working days after
MOST_REMINDERS = 3
MORNING_KINDS = {"reminded", "still_overdue", "caught_up", "leaders_list"}


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), CITY)


def end_of(day: date) -> datetime:
    return datetime.combine(day, time.max, CITY)


def days() -> Iterator[date]:
    day = FIRST
    while day <= LAST:
        yield day
        day += timedelta(days=1)


def is_worked(day: date) -> bool:
    return (day.weekday() < 5 and day not in HOLIDAYS) or day in SWAPPED


@cache
def step(day: date, distance: int) -> date:
    """So many working days from `day`, one calendar day after the other."""
    if distance == 0:
        while not is_worked(day):
            day -= timedelta(days=1)
        return day
    left, way = abs(distance), timedelta(days=1 if distance > 0 else -1)
    while left:
        day += way
        left -= is_worked(day)
    return day


@dataclass(frozen=True)
class Act:
    """Something that happens to an item; `day` is its new deadline where it gets one."""

    at: datetime
    what: str
    day: date | None = None


@dataclass
class Life:
    """One item: who owes it, who helps, and all that happens to it in the month."""

    key: int
    ward: int
    giver: int
    is_assigned: bool
    helpers: tuple[int, ...]
    issued_at: datetime
    due_on: date | None
    acts: list[Act] = field(default_factory=list)

    def story(self, at: datetime) -> "Standing":
        standing = Standing(self.due_on, self.issued_at, self.issued_at)
        for act in self.acts:
            if act.at <= at:
                standing.live_through(act)
        return standing


@dataclass
class Standing:
    """How an item stands at a moment: its day, since when it runs, the last news."""

    due_on: date | None
    since: datetime
    news_at: datetime
    is_asked: bool = True

    def live_through(self, act: Act) -> None:
        if act.what in {"pause", "deliver", "accept", "withdraw"}:
            self.is_asked = False
        if act.what in {"resume", "return"}:
            self.is_asked, self.since = True, act.at
        if act.what == "extend":
            self.since = act.at
        if act.day:
            self.due_on = act.day
        if act.what in {"note", "deliver", "pause"}:
            self.news_at = act.at


def lives(count: int, wards: int, givers: int) -> list[Life]:
    """The same month each time: one seed."""
    chance = random.Random(20260824)  # noqa: S311 - a repeatable run is the point
    return [_life(key, wards, givers, chance) for key in range(count)]


def _life(key: int, wards: int, givers: int, chance: random.Random) -> Life:
    given_on = FIRST + timedelta(days=chance.randrange(-20, 30))
    life = Life(
        key=key,
        ward=chance.randrange(wards),
        giver=chance.randrange(givers),
        is_assigned=chance.random() < 0.4,
        helpers=tuple(chance.sample(range(wards), chance.choice((0, 0, 1, 2)))),
        issued_at=moment(given_on, chance.randrange(8, 17), chance.randrange(60)),
        due_on=None if chance.random() < 0.06 else given_on + timedelta(chance.randrange(2, 28)),
    )
    life.helpers = tuple(one for one in life.helpers if one != life.ward)
    _let_happen(life, chance)
    return life


def _let_happen(life: Life, chance: random.Random) -> None:
    """At most one turn of fate of each kind, in the order in which they can follow each other."""
    fate = _Fate(life, chance)
    if life.due_on and chance.random() < 0.2:
        fate.act("pause", within=6)
        fate.act("resume", within=8, moved=(1, 6))
    if life.due_on and chance.random() < 0.25:
        fate.act("extend", within=10, moved=(-3, 12))
    for _ in range(chance.randrange(3)):
        fate.act("note", within=12)
    fate.end()


class _Fate:
    def __init__(self, life: Life, chance: random.Random) -> None:
        self.life, self.chance = life, chance
        self.at, self.due_on = life.issued_at, life.due_on

    def act(self, what: str, *, within: int, moved: tuple[int, int] | None = None) -> None:
        """Some days after what came before it; `moved` is how far the deadline goes."""
        day = self.at.date() + timedelta(days=self.chance.randrange(1, within))
        self.at = moment(day, self.chance.randrange(8, 17), self.chance.randrange(60))
        if moved and self.due_on:
            self.due_on += timedelta(days=self.chance.randrange(*moved))
        self.life.acts.append(Act(self.at, what, self.due_on if moved else None))

    def end(self) -> None:
        """Nearly half are handed in, some of them given back; a few are withdrawn."""
        if self.chance.random() < 0.45:
            self.act("deliver", within=15)
            is_bad = self.chance.random() < 0.4
            self.act("return" if is_bad else "accept", within=6)
        elif self.chance.random() < 0.1:
            self.act("withdraw", within=20)


Sent = tuple[int, date, int]  # item, deadline, distance


@dataclass(frozen=True)
class Told:
    """One notice: to whom, why, about which item (none where it is about many), and when."""

    person: str
    kind: str
    item: int | None
    at: datetime


@dataclass
class Oracle:
    """What must have been sent by now, worked out the slow way."""

    lives: list[Life]
    started_at: datetime
    heads: dict[int, list[tuple[date, str]]]
    sent: dict[Sent, tuple[datetime, bool, frozenset[str]]] = field(default_factory=dict)
    fired: dict[tuple[int, date], list[datetime]] = field(default_factory=lambda: defaultdict(list))
    told: list[Told] = field(default_factory=list)
    in_letters: set[Told] = field(default_factory=set)
    entered: set[tuple[int, date]] = field(default_factory=set)

    def run(self, at: datetime) -> None:
        """The ladder is asked at this moment and lives to the end of it."""
        before = self.listed(at)
        missed: set[str] = set()
        for life in self.lives:
            missed |= self._remind(life, at)
        self.told += [Told(person, "caught_up", None, at) for person in sorted(missed)]
        fresh = {self.lives[key].giver for key in self.listed(at) - before}
        for giver in sorted(fresh):
            if (giver, at.date()) not in self.entered:
                self.entered.add((giver, at.date()))
                names = (f"giver {giver}", f"leader {giver}")
                self.told += [Told(name, "leaders_list", None, at) for name in names]

    def _remind(self, life: Life, at: datetime) -> set[str]:
        now = life.story(at)
        if life.issued_at > at or not now.is_asked or now.due_on is None:
            return set()
        missed: set[str] = set()
        last: dict[str, str] = {}
        for distance in _distances(now.due_on, at.date()):
            planned = step(now.due_on, distance)
            is_new = (life.key, now.due_on, distance) not in self.sent
            if not (is_new and max(now.since, self.started_at) <= moment(planned, 0) <= at):
                continue
            to, kind = RUNGS.get(distance, AGAIN)
            people = frozenset(self._people(life, to, at.date()))
            is_late = planned < at.date()
            self.sent[life.key, now.due_on, distance] = (at, is_late, people)
            self.fired[life.key, now.due_on].append(at)
            if is_late:
                missed |= people
            else:
                last.update(dict.fromkeys(people, kind))
        self.told += [Told(person, kind, life.key, at) for person, kind in sorted(last.items())]
        return missed

    def _people(self, life: Life, to: str, on: date) -> Iterator[str]:
        for one in to:
            if one == "D":
                yield f"doer {life.ward}" if life.is_assigned else self._head(life.ward, on)
            if one == "H":
                yield self._head(life.ward, on)
            if one == "C":
                yield from (self._head(ward, on) for ward in life.helpers)
            if one == "I":
                yield f"giver {life.giver}"

    def _head(self, ward: int, on: date) -> str:
        return [name for since, name in self.heads[ward] if since <= on][-1]

    def listed(self, at: datetime) -> set[int]:
        """Items on a leaders' list at this moment."""
        found = set()
        for life in self.lives:
            now = life.story(at)
            if life.issued_at > at or not now.is_asked or now.due_on is None:
                continue
            times = self.fired[life.key, now.due_on]
            if len({fired.date() for fired in times}) <= MOST_REMINDERS:
                continue
            if end_of(now.due_on) < max(times) and now.news_at < max(times):
                found.add(life.key)
        return found

    def morning(self, at: datetime) -> dict[str, set[Told]]:
        """The morning's letters: for each person all that was not in a letter yet."""
        letters: dict[str, set[Told]] = defaultdict(set)
        for one in self.told:
            if one.kind in MORNING_KINDS and one not in self.in_letters and one.at < at:
                letters[one.person].add(one)
                self.in_letters.add(one)
        return dict(letters)


def _distances(due_on: date, today: date) -> Iterable[int]:
    yield from RUNGS
    distance = 5
    while step(due_on, distance) <= today:
        yield distance
        distance += 5
