"""For whom somebody's list is, and the sections in which its open items stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from django.db.models import Q
from django.utils import timezone
from psycopg.types.numeric import Int8

from baro.kernel import prepared
from baro.kernel.calendar import api as calendars
from baro.org import api as org
from baro.org.api import Permission
from baro.work.models import WorkParty
from baro.work.queries.inbox_statement import placed
from baro.work.queries.lines import COLUMNS, JOINS, Line, line_of

# Further than this nobody counts, and nobody pages: the task list narrows what is more.
MOST = 1000


@dataclass(frozen=True)
class ActsFor:
    """The keys of the units for which somebody takes work in, and gives it out.

    `people` are those as whom they act: themselves, and whoever they stand for; `delivering` are
    the units whose work they hand in.
    """

    people: frozenset[int]
    lead: tuple[int, ...]
    issuing: tuple[int, ...]
    delivering: tuple[int, ...]

    @property
    def has_units(self) -> bool:
        return bool(self.lead or self.issuing)


@dataclass(frozen=True)
class Found:
    """The first lines of one section, of so many that stand there; counted up to `MOST` + 1."""

    total: int = 0
    lines: tuple[Line, ...] = ()


def sections_of(acts_for: ActsFor, *, at: datetime, rows: int, calm: int) -> dict[str, Found]:
    """The first rows of every section that has any, the nearest deadline first."""
    sql = _first_of_each(acts_for.has_units)
    return _found(sql, acts_for, at, rows=rows, calm=calm, reach=rows)


def section_total(acts_for: ActsFor, code: str, *, at: datetime) -> int:
    sql = _totals(acts_for.has_units)
    totals: dict[str, int] = dict(prepared.run(sql, _values(acts_for, at, reach=0)))
    return totals.get(code, 0)


def section_lines(
    acts_for: ActsFor, code: str, *, at: datetime, first: int, last: int
) -> tuple[Line, ...]:
    """From one place in a section to another, both counted from one."""
    sql = _stretch(acts_for.has_units)
    found = _found(sql, acts_for, at, section=code, first=first, last=last, reach=last)
    return found.get(code, Found()).lines


def in_hand(user: org.User, acts_for: ActsFor) -> Q:
    """What this person or a unit for which they act has to do, parts in others' work included."""
    units = acts_for.lead
    held = Q(assigned_unit__in=units) | Q(assigned_unit__isnull=True, lead_unit__in=units)
    own = Q(assignee__in=acts_for.people)
    mine = (own | (Q(assignee__isnull=True) & held)) & Q(is_collective=False)
    return mine | _my_parts(units)


def acting_units(user: org.User, *, at: datetime) -> ActsFor:
    on = timezone.localtime(at).date()
    powers, people = org.powers_of(user, on=on), org.acts_as(user, on=on)
    receiving = powers.reach(Permission.RECEIVE_TASK)
    issuing = powers.reach(Permission.ACCEPT_PRODUCT)
    roots = receiving | issuing
    if not roots:
        return ActsFor(people, (), (), ())
    units = {post.unit.pk: post.unit.path for post in powers.acting_posts}
    units.update(org.places_acted_for(roots))
    delivering = powers.reach(Permission.DELIVER_PRODUCT)
    return ActsFor(people, *(_under(units, reach) for reach in (receiving, issuing, delivering)))


def _under(units: Mapping[int, str], reach: frozenset[str]) -> tuple[int, ...]:
    return tuple(sorted(key for key, path in units.items() if any(map(path.startswith, reach))))


def _my_parts(units: Sequence[int]) -> Q:
    """Others lead, my unit still owes its cooperating part.

    The few keys are fetched first, so that the whole condition is answered by indexes.
    """
    if not units:
        return Q(pk__in=[])
    owed = WorkParty.objects.filter(part=WorkParty.Part.COOPERATING, done_at__isnull=True)
    parts = owed.filter(unit__in=units, item__closed_at__isnull=True)
    return Q(pk__in=list(parts.values_list("item_id", flat=True)))


@cache
def _first_of_each(acts_for_units: bool) -> str:
    limit = "CASE WHEN placed.section IN ('later', 'others') THEN %(calm)s ELSE %(rows)s END"
    return _lines_where(f"placed.place <= {limit}", acts_for_units)


@cache
def _stretch(acts_for_units: bool) -> str:
    return _lines_where(
        "placed.section = %(section)s AND placed.place BETWEEN %(first)s AND %(last)s",
        acts_for_units,
    )


@cache
def _totals(acts_for_units: bool) -> str:
    return " ".join((placed(acts_for_units=acts_for_units), "SELECT section, total FROM counted"))


def _lines_where(condition: str, acts_for_units: bool) -> str:
    parts = (
        placed(acts_for_units=acts_for_units),
        *("SELECT placed.section, counted.total,", COLUMNS),
        *("FROM placed JOIN counted ON counted.section = placed.section", JOINS),
        *("WHERE", condition, "ORDER BY placed.section, placed.place"),
    )
    return " ".join(parts)


def _found(sql: str, acts_for: ActsFor, at: datetime, **values: Any) -> dict[str, Found]:
    totals: dict[str, int] = {}
    lines: dict[str, list[Line]] = {}
    for code, total, *columns in prepared.run(sql, _values(acts_for, at, **values)):
        totals[code] = total
        lines.setdefault(code, []).append(line_of(columns))
    return {code: Found(totals[code], tuple(of_code)) for code, of_code in lines.items()}


def _values(acts_for: ActsFor, at: datetime, **others: Any) -> dict[str, Any]:
    today, week = _ends(at)
    return {
        "people": _keys(acts_for.people),
        "units": _keys(acts_for.lead),
        "issuing": _keys(acts_for.issuing),
        "finishing": _keys(acts_for.delivering),
        "at": at,
        "today": today,
        "week": week,
        "most": MOST,
        **others,
    }


def _keys(keys: Sequence[int] | frozenset[int]) -> list[Int8]:
    """One width and never empty, so that one plan serves everybody; no row has the key 0."""
    return [Int8(key) for key in keys] or [Int8(0)]


def _ends(at: datetime) -> tuple[datetime, datetime]:
    """The last moments of the day and of the week (Sunday)."""
    day = timezone.localtime(at).date()
    sunday = day + timedelta(days=6 - day.weekday())
    return _end_of(day), _end_of(sunday)


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time.max, calendars.CITY)
