"""Figures over everyone's work, each with the filter that opens its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from baro.documents import api as documents
from baro.kernel.editions import Edition, held
from baro.kernel.prepared import prepared
from baro.org import api as org
from baro.work import api as work

_WEEKS = 26
_SHOWN = 8
_NOTHING = work.Tally()
TREND = (
    ("done_on_time", "done", work.Cell.DONE_ON_TIME.label),
    ("done_late", "late", work.Cell.DONE_LATE.label),
    ("running_overdue", "overdue", work.Cell.RUNNING_OVERDUE.label),
    ("running_in_time", "running", work.Cell.RUNNING_IN_TIME.label),
)


@dataclass(frozen=True)
class Line:
    """One line of a breakdown: a name, its tally, and the filter of its rows."""

    name: str
    note: str
    tally: work.Tally
    query: Mapping[str, Any]


@dataclass(frozen=True)
class Tile:
    """One commune or ward in the grid of all."""

    code: str
    name: str
    short_name: str
    overdue: int
    running: int
    total: int

    @property
    def overdue_rate(self) -> float:
        return self.overdue / self.running if self.running else 0.0

    @property
    def tone(self) -> str:
        """Four steps of trouble by the share of running work that is overdue."""
        if not self.total:
            return "empty"
        steps = ((0.25, "bad"), (0.10, "poor"), (0.0001, "fair"))
        rate = self.overdue_rate
        return next((name for limit, name in steps if rate >= limit), "good")

    @property
    def words(self) -> str:
        of_all = f"{self.overdue} quá hạn trên {self.running} đang làm, tổng {self.total}"
        return f"{self.name}: {of_all}"


@dataclass(frozen=True)
class Week:
    """What fell due in one week and what became of it."""

    monday: date
    tally: work.Tally

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def cells(self) -> list[tuple[str, int]]:
        """What the table of weeks shows, in its order."""
        return [(code, getattr(self.tally, code)) for code, _, _ in TREND]


@dataclass(frozen=True)
class Page:
    """What the pages of the city and of one unit share."""

    tally: work.Tally
    communes: Mapping[int, work.Tally]
    weeks: Sequence[Week]
    leaders: Sequence[Line]
    sources: Sequence[Line]
    bodies: Sequence[Line]
    overdue: Sequence[work.Overdue]


def page_of(user: org.User, asked: work.ListQuery, *, at: datetime, unit: org.Unit | None) -> Page:
    """The figures of what the user may see, of one unit's subtree or all."""
    on = timezone.localtime(at).date()
    mondays = _mondays(on=on)
    figures = work.figures_of(user, asked, at=at, unit=unit, mondays=mondays, most=_SHOWN)
    query = {"donvi": unit.code} if unit else {}
    return Page(
        tally=figures.whole,
        communes=figures.communes,
        weeks=[Week(monday, figures.weeks.get(monday, _NOTHING)) for monday in mondays],
        leaders=_leaders(figures.posts, query, on=on),
        sources=_sources(figures.sources, query),
        bodies=_bodies(figures.bodies, query),
        overdue=work.longest_overdue_of(user, asked, at=at, unit=unit),
    )


def commune_tiles(communes: Mapping[int, work.Tally], *, sees_all: bool) -> dict[str, list[Tile]]:
    """Wards and communes, each in Vietnamese order.

    Those without work too, unless the user sees only a part: a nought would be no fact of theirs.
    """
    groups: dict[str, list[Tile]] = {"Phường": [], "Xã": []}
    for key, code, name, short_name in _held_communes():
        kind = "Phường" if name.startswith("Phường") else "Xã"
        tally = communes.get(key, _NOTHING)
        if not (sees_all or tally.total):
            continue
        counts = (tally.running_overdue, tally.running, tally.total)
        groups[kind].append(Tile(code, name, short_name, *counts))
    return {name: tiles for name, tiles in groups.items() if tiles}


def trend_chart(of: Sequence[Week]) -> dict[str, Any]:
    """The weeks as stacked bars for the chart component; the page shows them as a table too."""
    return {
        "xAxis": {"type": "category", "data": [f"{week.monday:%d/%m}" for week in of]},
        "yAxis": {"type": "value", "minInterval": 1},
        "series": [
            {
                "name": name,
                "type": "bar",
                "stack": "weeks",
                "tone": tone,
                "data": [getattr(week.tally, cell) for week in of],
            }
            for cell, tone, name in TREND
        ],
    }


def _mondays(*, on: date) -> list[date]:
    """Of the last half-year, this week included."""
    this_monday = on - timedelta(days=on.weekday())
    return [this_monday - timedelta(weeks=back) for back in reversed(range(_WEEKS))]


def _leaders(
    tallies: Mapping[int, work.Tally], query: Mapping[str, Any], *, on: date
) -> list[Line]:
    """Posts that answer for the most overdue work, with who is in them today."""
    if not tallies:
        return []
    posts, holders = _answering(tuple(tallies), on)
    return [
        Line(
            name=holders.get(key, "Chưa có người giữ chức vụ"),
            note=posts[key],
            tally=tally,
            query={**query, "laanhdao": key},
        )
        for key, tally in tallies.items()
        if key in posts
    ]


def _sources(tallies: Mapping[int, work.Tally], query: Mapping[str, Any]) -> list[Line]:
    """Documents whose tasks have the most overdue work."""
    if not tallies:
        return []
    names = {
        key: (str(documents.Document(type=type_, symbol=symbol)), subject)
        for key, type_, symbol, subject in _documents(keys=list(tallies))
    }
    return [
        Line(*names[key], tally, {**query, "nguon": key})
        for key, tally in tallies.items()
        if key in names
    ]


def _bodies(tallies: Mapping[int, work.Tally], query: Mapping[str, Any]) -> list[Line]:
    """City bodies, or the bodies of one unit, most overdue first."""
    if not tallies:
        return []
    lines = [
        Line(name, "", tallies[key], {**query, "donvi": code})
        for key, name, code in _held_units(tuple(tallies))
    ]
    return sorted(lines, key=lambda line: (-line.tally.running_overdue, line.query["donvi"]))


@held(Edition.Group.ORG)
def _held_communes() -> list[tuple[int, str, str, str]]:
    return _communes()


@prepared()
def _communes() -> "QuerySet[org.Unit, tuple[int, str, str, str]]":
    communes = org.Unit.objects.communes().living().order_by("sort_key")
    return communes.values_list("pk", "code", "name", "short_name")


@held(Edition.Group.ORG)
def _answering(keys: tuple[int, ...], on: date) -> tuple[dict[int, str], dict[int, str]]:
    """How these posts are called, and who is in them on the day."""
    posts = {post.pk: post for post in _posts(keys=list(keys))}
    holders = org.holders_of(posts.values(), on=on)
    return (
        {key: str(post) for key, post in posts.items()},
        {key: str(person) for key, person in holders.items()},
    )


@prepared(keys=list[int])
def _posts(*, keys: list[int]) -> "QuerySet[org.Post]":
    return org.Post.objects.filter(pk__in=keys).select_related("unit").order_by()


@prepared(keys=list[int])
def _documents(*, keys: list[int]) -> "QuerySet[documents.Document, tuple[int, str, str, str]]":
    found = documents.Document.objects.filter(pk__in=keys).order_by()
    return found.values_list("pk", "type", "symbol", "subject")


@held(Edition.Group.ORG)
def _held_units(keys: tuple[int, ...]) -> list[tuple[int, str, str]]:
    return _units(keys=list(keys))


@prepared(keys=list[int])
def _units(*, keys: list[int]) -> "QuerySet[org.Unit, tuple[int, str, str]]":
    return org.Unit.objects.filter(pk__in=keys).order_by().values_list("pk", "name", "code")
