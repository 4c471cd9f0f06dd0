"""Whose items are counted, as the sums can tell them: lead units, a post, a level."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from baro.org import api as org
from baro.work.models.items import sees_whole_ledger, units_seen
from baro.work.queries.asked import ListQuery
from baro.work.queries.asking import NO_COMMUNE, Asking, number
from baro.work.queries.freshness import fresh_since
from baro.work.queries.tallies.known import Asked

_UNITS = frozenset({"donvi", "chutri", "xa"})
_TOLD = _UNITS | {"cap", "laanhdao"}
_LEVELS = {"tren": False, "trong": True}


@dataclass(frozen=True)
class Scope:
    """The shape of a statement and the values of its parameters."""

    asked: Asked
    values: Mapping[str, Any]


def scope_of(
    user: org.User, query: ListQuery, *, at: datetime, unit: org.Unit | None = None
) -> Scope | None:
    """The scope of what a user asks for; nothing where the sums cannot tell it.

    Which items are visible is the rule of `visible_to`, said in units: those that the user's units
    lead, and (`also`) those in which they have another part.
    """
    if query.conditions.keys() - _TOLD:
        return None
    level = query.one("cap")
    if level and level not in _LEVELS:
        return None
    who = Asking(at, user)
    powers = org.powers_of(user, on=timezone.localdate())
    within = _within(query, who, unit)
    since = fresh_since(at)
    values = {
        "at": at,
        "within": within,
        "fresh_since": since,
        "fresh_hour": since.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1),
        "is_internal": _LEVELS.get(level, False),
        "post": number(query.one("laanhdao") or "0", "laanhdao"),
    }
    shape = {"post": bool(query.one("laanhdao")), "level": bool(level)}
    if sees_whole_ledger(powers):
        return Scope(Asked(units=within is not None, **shape), {**values, "units": within})
    reach = set(units_seen(user, powers))
    units = reach if within is None else reach & set(within)
    also = within is None or bool(set(within) - reach)
    return Scope(
        Asked(units=True, also=also, **shape),
        {
            **values,
            "units": sorted(units),
            "reach": sorted(reach),
            "people": sorted(key for key in {user.person_id, *powers.people} if key),
        },
    )


def _within(query: ListQuery, who: Asking, unit: org.Unit | None) -> list[int] | None:
    """The lead units that are asked for; nothing where any will do."""
    asked = {name: query.conditions[name] for name in _UNITS if name in query.conditions}
    if unit and unit.kind == org.Unit.Kind.CITY:
        unit = None  # everything is below it, and the sums of the city are fewer
    if not asked and unit is None:
        return None
    found = [set(org.keys_within([unit.path]))] if unit else []
    if values := asked.get("donvi"):
        found.append(set(who.units_under(values, "donvi")))
    if values := asked.get("chutri"):
        found.append(set(who.units(values, "chutri")))
    if values := asked.get("xa"):
        found.append(_of_communes(values))
    return sorted(set.intersection(*found))


def _of_communes(values: Sequence[str]) -> set[int]:
    named = Q(commune__code__in=[value for value in values if value != NO_COMMUNE])
    nowhere = Q(commune__isnull=True) if NO_COMMUNE in values else Q(pk__in=[])
    units = org.Unit.objects.filter(named | nowhere).order_by()
    return set(units.values_list("pk", flat=True))
