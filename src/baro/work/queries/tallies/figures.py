"""Everything that a page of figures shows, known from the sums or counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from baro.kernel import prepared
from baro.org import api as org
from baro.work.models import WorkItem
from baro.work.models.items import WorkItemQuerySet
from baro.work.queries.asked import ListQuery
from baro.work.queries.filters import filtered
from baro.work.queries.tallies import known
from baro.work.queries.tallies.counting import tallies_by, tally
from baro.work.queries.tallies.scopes import scope_of
from baro.work.queries.tallies.tally import Tally


@dataclass(frozen=True)
class Figures:
    """Tallies of what users may see between bodies; groups by their keys.

    `posts` and `sources` are the few with the most overdue work, worst first; `bodies` are the
    lead units that belong to no commune; weeks are named by their Monday.
    """

    whole: Tally = field(default_factory=Tally)
    communes: Mapping[int, Tally] = field(default_factory=dict)
    bodies: Mapping[int, Tally] = field(default_factory=dict)
    posts: Mapping[int, Tally] = field(default_factory=dict)
    sources: Mapping[int, Tally] = field(default_factory=dict)
    weeks: Mapping[date, Tally] = field(default_factory=dict)


def figures_of(
    user: org.User,
    query: ListQuery,
    *,
    at: datetime,
    unit: org.Unit | None,
    mondays: list[date],
    most: int,
) -> Figures:
    """The figures of one unit and all below it, or of all, for what the user may see."""
    between = query.but("cap").with_(cap="tren")
    is_narrowed = query.conditions.keys() - {"cap"} or query.one("cap") not in {"", "tren"}
    scope = None if is_narrowed else scope_of(user, between, at=at, unit=unit)
    if scope is None:
        items = WorkItem.objects.visible_to(user).counted().between_bodies()
        items = items.filter(lead_unit__path__startswith=unit.path) if unit else items
        return counted_figures(filtered(items, query, at=at, by=user), at, mondays, most)
    values = {
        **scope.values,
        "first": mondays[0],
        "last": mondays[-1] + timedelta(days=6),
        "most": most,
    }
    return _sorted(prepared.run(known.figures(scope.asked), values), mondays)


def _sorted(rows: list[tuple[Any, ...]], mondays: list[date]) -> Figures:
    found: dict[str, dict[int, Tally]] = {}
    fresh = 0
    for section, key, *counts, _ in rows:  # freshness is told of the whole alone
        if section == "fresh":
            fresh = key
        else:
            found.setdefault(section, {})[key] = Tally.of_kinds(*counts)
    return Figures(
        whole=replace(found["whole"][0], fresh=fresh),
        communes=found.get("commune", {}),
        bodies={key: one for key, one in found.get("body", {}).items() if one.total},
        posts=_worst(found.get("post", {}), most=len(rows)),
        sources=_worst(found.get("source", {}), most=len(rows)),
        weeks={mondays[place]: one for place, one in found.get("week", {}).items()},
    )


def counted_figures(
    items: WorkItemQuerySet, at: datetime, mondays: list[date], most: int
) -> Figures:
    bodies = tallies_by(items.filter(lead_unit__commune__isnull=True), "lead_unit", at=at)
    return Figures(
        whole=tally(items, at=at),
        communes=tallies_by(items, "commune", at=at),
        bodies=bodies,
        posts=_worst(tallies_by(items, "leader", at=at), most=most),
        sources=_worst(tallies_by(items, "source", at=at), most=most),
        weeks=tallies_by(items, "due_week", at=at),
    )


def _worst(tallies: Mapping[Any, Tally], *, most: int) -> dict[Any, Tally]:
    troubled = [(k, t) for k, t in tallies.items() if k is not None and t.running_overdue]
    return dict(sorted(troubled, key=lambda pair: (-pair[1].running_overdue, pair[0]))[:most])
