"""One line for each unit and duty of the year, before anything has happened to it."""

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, auto
from itertools import cycle

from baro.config.demo.accounts import STORY_COMMUNE
from baro.config.demo.chance import Days, stream
from baro.config.demo.city import City
from baro.config.demo.papers import Assigned, Paper
from baro.config.demo.scale import Scale
from baro.org import api as org

_STRUGGLING = 10
_DAYS_WITHOUT_NEWS = 20


class Outcome(Enum):
    """How a line stands on the day of the build."""

    WITHDRAWN = auto()
    UNTOUCHED = auto()
    RUNNING = auto()
    OVERDUE = auto()
    UNCLEAR = auto()
    WAITING = auto()
    RETURNED = auto()
    DONE_EARLY = auto()
    DONE_ON_TIME = auto()
    DONE_LATE = auto()


_STORY = (
    Outcome.RUNNING,
    Outcome.RUNNING,
    Outcome.RETURNED,
    Outcome.RUNNING,
    Outcome.WAITING,
    Outcome.UNCLEAR,
    Outcome.UNTOUCHED,
    Outcome.DONE_EARLY,
)


@dataclass
class Line:
    """What one unit owes from one clause."""

    paper: Paper
    assigned: Assigned
    unit: org.Unit
    issued_at: datetime
    weakness: float
    due_on: date | None
    extended_from: date | None = None
    outcome: Outcome = Outcome.RUNNING

    @property
    def is_of_the_story(self) -> bool:
        return self.unit.code == f"{STORY_COMMUNE}.UBND"


def lines_of(papers: list[Paper], city: City, days: Days, scale: Scale) -> list[Line]:
    """All lines in order of issue, each with its outcome; the totals come out exactly."""
    chance = stream("lines")
    weakness = _weakness(city, chance)
    lines = []
    for paper in papers:
        issued_at = paper.issued_at or days.morning(paper.issued_on, chance)
        for item in paper.assigned:
            lines += [
                Line(paper, item, unit, issued_at, weakness[unit.pk], item.due_on)
                for unit in item.leads
            ]
    _extend_some(lines, days, chance)
    _decide(lines, days, scale, chance)
    return lines


def _weakness(city: City, chance: random.Random) -> dict[int, float]:
    """How likely each unit is to fall behind: most hardly, ten of the communes often."""
    ordinary = [commune for commune in city.communes if commune.code != STORY_COMMUNE]
    struggling = {commune.pk for commune in chance.sample(ordinary, _STRUGGLING)}
    by_commune = {}
    for commune in city.communes:
        is_struggling = commune.pk in struggling
        by_commune[commune.pk] = chance.uniform(9, 16) if is_struggling else chance.uniform(0.2, 2)
    return {
        unit.pk: by_commune[unit.commune_id] if unit.commune_id else chance.choice((0.6, 1, 1, 4))
        for unit in city.units.values()
    }


def _extend_some(lines: list[Line], days: Days, chance: random.Random) -> None:
    for line in lines:
        if line.due_on is None or chance.random() > 0.022:
            continue
        asked_by_then = days.today - timedelta(days=4)
        if line.due_on <= asked_by_then and (line.due_on - line.paper.issued_on).days > 12:
            line.extended_from = line.due_on
            line.due_on = days.due(line.due_on, chance.choice((7, 10, 14, 20)))


def _decide(lines: list[Line], days: Days, scale: Scale, chance: random.Random) -> None:
    waiting = set(range(len(lines)))
    single = [n for n in waiting if len(lines[n].assigned.leads) == 1]
    taken_back = [n for n in single if lines[n].paper.issued_on < days.today - timedelta(days=12)]
    for number in chance.sample(sorted(taken_back), scale.withdrawn):
        lines[number].outcome = Outcome.WITHDRAWN
        waiting.discard(number)
    for number in _overdue(lines, sorted(waiting), days, scale.overdue, chance):
        lines[number].outcome = Outcome.OVERDUE
        waiting.discard(number)
    for number in sorted(waiting):
        lines[number].outcome = _outcome(lines[number], days, chance)
    _show_everything([lines[number] for number in sorted(waiting)], days)


def _show_everything(lines: list[Line], days: Days) -> None:
    """In the ward of the story every kind of open work is there to be seen, on both desks."""
    latest = days.today - timedelta(days=12)
    for is_economy in (True, False):
        own = [
            line
            for line in lines
            if line.is_of_the_story and (line.paper.sector.division == "KT") is is_economy
            if line.due_on and line.due_on >= days.today and line.paper.issued_on <= latest
        ]
        own.sort(key=lambda line: line.due_on or days.today)
        for line, outcome in zip(own, cycle(_STORY), strict=False):
            line.outcome = outcome


def _surely_overdue(lines: list[Line], numbers: list[int]) -> set[int]:
    """Two recent ones of the economic division, and two of the others, in the story's ward."""
    found: set[int] = set()
    for is_economy in (True, False):
        own = [
            number
            for number in numbers
            if lines[number].is_of_the_story
            if (lines[number].paper.sector.division == "KT") is is_economy
        ]
        found.update(sorted(own, key=lambda n: lines[n].due_on or date.min)[-2:])
    return found


def _overdue(
    lines: list[Line], numbers: list[int], days: Days, how_many: int, chance: random.Random
) -> list[int]:
    """Exactly so many, the weak units and the fresh deadlines first."""
    latest = days.today - timedelta(days=_DAYS_WITHOUT_NEWS)
    old = [
        number
        for number in numbers
        if (due_on := lines[number].due_on) and due_on < days.today
        if lines[number].paper.issued_on <= latest
    ]
    sure = _surely_overdue(lines, old)

    def draws() -> Iterator[tuple[float, int]]:
        for number in old:
            line = lines[number]
            past = (days.today - (line.due_on or days.today)).days
            weight = line.weakness**1.25 * (math.exp(-past / 40) + 0.004)
            draw = -math.log(1 - chance.random()) / weight
            yield (-1.0 if number in sure else draw), number

    chosen = [number for _, number in sorted(draws())[:how_many]]
    if len(chosen) < how_many:
        raise ValueError("Too few lines are old enough to be overdue.")
    return chosen


def _outcome(line: Line, days: Days, chance: random.Random) -> Outcome:
    draw = chance.random()
    age = (days.today - line.paper.issued_on).days
    if line.due_on is None:
        return Outcome.DONE_ON_TIME if draw < 0.55 and age > 30 else Outcome.RUNNING
    if line.due_on >= days.today:
        return _outcome_ahead(line, age, draw)
    past = (days.today - line.due_on).days
    if past <= 9 and draw < 0.4:
        return Outcome.WAITING
    if past <= 30 and 0.4 <= draw < 0.412:
        return Outcome.UNCLEAR
    late = min(0.035 + 0.022 * line.weakness, 0.4)
    return Outcome.DONE_LATE if 1 - draw < late and past > 6 else Outcome.DONE_ON_TIME


def _outcome_ahead(line: Line, age: int, draw: float) -> Outcome:
    """Of a line whose deadline is still ahead."""
    if age <= 1:
        return Outcome.UNTOUCHED
    if age <= 4:
        return Outcome.UNTOUCHED if draw < 0.5 else Outcome.RUNNING
    for limit, outcome in (
        (0.018, Outcome.UNCLEAR),
        (0.018 + min(0.012 * line.weakness, 0.12), Outcome.UNTOUCHED),
        (0.17, Outcome.RETURNED if age > 14 and draw > 0.145 else Outcome.RUNNING),
        (0.28, Outcome.WAITING if age > 9 else Outcome.RUNNING),
        (0.28 + min(age / 110, 0.34), Outcome.DONE_EARLY if age > 9 else Outcome.RUNNING),
    ):
        if draw < limit:
            return outcome
    return Outcome.RUNNING
