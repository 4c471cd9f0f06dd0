"""Figures over everyone's work, each with the filter that opens its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from baro.documents import api as documents
from baro.org import api as org
from baro.work import api as work

_WEEKS = 26
_SHOWN = 8
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

    unit: org.Unit
    tally: work.Tally

    @property
    def overdue_rate(self) -> float:
        return self.tally.running_overdue / self.tally.running if self.tally.running else 0.0

    @property
    def tone(self) -> str:
        """Four steps of trouble by the share of running work that is overdue."""
        if not self.tally.total:
            return "empty"
        steps = ((0.25, "bad"), (0.10, "poor"), (0.0001, "fair"))
        return next((name for limit, name in steps if self.overdue_rate >= limit), "good")


@dataclass(frozen=True)
class Week:
    """What fell due in one week and what became of it."""

    monday: date
    tally: work.Tally

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)


def scope_of(user: org.User, unit: org.Unit | None) -> work.WorkItemQuerySet:
    """The counted items between bodies that the user may see, of one unit's subtree or all."""
    items = work.WorkItem.objects.visible_to(user).counted().between_bodies()
    return items.filter(lead_unit__path__startswith=unit.path) if unit else items


def commune_tiles(items: work.WorkItemQuerySet, *, at: datetime) -> dict[str, list[Tile]]:
    """Wards and communes, each in Vietnamese order, those without work too."""
    tallies = work.tallies_by(items, "commune", at=at)
    nothing = work.Tally()
    communes = org.Unit.objects.communes().living().order_by("sort_key")
    groups: dict[str, list[Tile]] = {"Phường": [], "Xã": []}
    for unit in communes:
        name = "Phường" if unit.name.startswith("Phường") else "Xã"
        groups[name].append(Tile(unit, tallies.get(unit.pk, nothing)))
    return {name: tiles for name, tiles in groups.items() if tiles}


def weeks(items: work.WorkItemQuerySet, *, at: datetime) -> list[Week]:
    """The last half-year by the week in which work fell due, empty weeks included."""
    tallies = work.tallies_by(items, "due_week", at=at)
    today = at.date()
    this_monday = today - timedelta(days=today.weekday())
    mondays = [this_monday - timedelta(weeks=back) for back in reversed(range(_WEEKS))]
    return [Week(monday, tallies.get(monday, work.Tally())) for monday in mondays]


def worst_leaders(
    items: work.WorkItemQuerySet, *, at: datetime, query: Mapping[str, Any]
) -> list[Line]:
    """Posts that answer for the most overdue work, with who is in them today."""
    tallies = _worst(work.tallies_by(items, "leader", at=at))
    posts = org.Post.objects.select_related("unit").in_bulk(list(tallies))
    holders = org.holders_of(posts.values(), on=at.date())
    return [
        Line(
            name=str(holders.get(key, "Chưa có người giữ chức vụ")),
            note=str(posts[key]),
            tally=tally,
            query={**query, "laanhdao": key},
        )
        for key, tally in tallies.items()
        if key in posts
    ]


def worst_sources(
    items: work.WorkItemQuerySet, *, at: datetime, query: Mapping[str, Any]
) -> list[Line]:
    """Documents whose tasks have the most overdue work."""
    tallies = _worst(work.tallies_by(items, "source", at=at))
    sources = documents.Document.objects.in_bulk(list(tallies))
    return [
        Line(str(sources[key]), sources[key].subject, tally, {**query, "nguon": key})
        for key, tally in tallies.items()
        if key in sources
    ]


def by_lead_unit(
    items: work.WorkItemQuerySet, *, at: datetime, query: Mapping[str, Any]
) -> list[Line]:
    """City bodies, or the bodies of one unit, most overdue first."""
    tallies = work.tallies_by(items.filter(lead_unit__commune__isnull=True), "lead_unit", at=at)
    units = org.Unit.objects.in_bulk([key for key in tallies if key is not None])
    lines = [
        Line(units[key].name, "", tally, {**query, "donvi": units[key].code})
        for key, tally in tallies.items()
        if key in units
    ]
    return sorted(lines, key=lambda line: -line.tally.running_overdue)


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


def _worst(tallies: Mapping[Any, work.Tally]) -> dict[Any, work.Tally]:
    troubled = [(k, t) for k, t in tallies.items() if k is not None and t.running_overdue]
    return dict(sorted(troubled, key=lambda pair: -pair[1].running_overdue)[:_SHOWN])
