"""Questions about units, as at a day."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from django.db.models.functions import Length

from baro.kernel import prepared
from baro.kernel.editions import Edition, held
from baro.kernel.errors import DomainError
from baro.org.groups import GROUPS
from baro.org.models import Unit, UnitVersion
from baro.org.models.units import UnitQuerySet


class NoUnitWithThatCode(DomainError):
    pass


class GroupUnknown(DomainError):
    pass


def units_by_code(codes: Iterable[str], *, on: date) -> dict[str, Unit]:
    """The units that bear these codes and were open on the day; unknown codes are left out."""
    return {unit.code: unit for unit in _held_units(tuple(sorted(set(codes))), on)}


@held(Edition.Group.ORG, asks=False)
def _held_units(codes: tuple[str, ...], on: date) -> tuple[Unit, ...]:
    return tuple(_units(codes=list(codes), on=on))


@prepared.prepared(codes=list[str], on=date)
def _units(*, codes: list[str], on: date) -> QuerySet[Unit]:
    return Unit.objects.existing(on=on).filter(code__in=codes).select_related("commune")


def unit_with_code(code: str, *, on: date, field: str = "unit") -> Unit:
    """The one unit that bears the code; `field` is where a refusal belongs."""
    unit = units_by_code([code], on=on).get(code)
    if unit is None:
        raise NoUnitWithThatCode(f"Không có đơn vị nào mang mã {code}.", field=field)
    return unit


def units_of_group(code: str, *, on: date) -> UnitQuerySet:
    """The units that a group such as "UBND các xã, phường" stands for on the day."""
    if code not in GROUPS:
        raise GroupUnknown(f"Không có nhóm đơn vị mang mã {code}.")
    return GROUPS[code].units(on=on)


def unit_at(unit: Unit, *, on: date) -> UnitVersion | None:
    """How the unit was named and placed on the day; nothing when it did not exist."""
    return unit.versions.standing(on=on).select_related("parent").first()


def units_named(words: str, *, on: date) -> QuerySet[UnitVersion]:
    """Units whose name, code or abbreviation on the day has these words, the highest first."""
    found = UnitVersion.objects.standing(on=on).named(words).select_related("unit", "parent")
    return found.order_by(Length("unit__path"), "unit__sort_key")


def children_at(unit: Unit, *, on: date) -> QuerySet[UnitVersion]:
    """The units that stood directly below on the day, under the names of that day."""
    return (
        UnitVersion.objects.standing(on=on)
        .filter(parent=unit)
        .select_related("unit")
        .order_by("unit__sort_key")
    )


def keys_within(paths: Iterable[str]) -> tuple[int, ...]:
    """The keys of the units at or below any of the paths."""
    return _held_keys(_WITHIN, tuple(sorted(paths)))


def keys_below(codes: Iterable[str]) -> tuple[int, ...]:
    """The keys of the units that bear these codes and of all below them."""
    return _held_keys(_BELOW, tuple(sorted(set(codes))))


def keys_of_codes(codes: Iterable[str]) -> tuple[int, ...]:
    """The keys of the units that bear these codes; unknown ones are left out."""
    return _held_keys(_OF_CODES, tuple(sorted(set(codes))))


@held(Edition.Group.ORG)
def _held_keys(question: str, values: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(key for (key,) in prepared.run(question, [list(values)])) if values else ()


# `^@` asks whether a path begins with another: no path has to be written as a pattern.
_WITHIN = "SELECT id FROM org_unit WHERE path ^@ ANY(%s::text[])"
_BELOW = """
  SELECT id FROM org_unit WHERE path ^@ ANY(
    ARRAY(SELECT top.path::text FROM org_unit AS top WHERE top.code = ANY(%s::text[])))"""
_OF_CODES = "SELECT id FROM org_unit WHERE code = ANY(%s::text[])"


def places_acted_for(paths: Iterable[str]) -> dict[int, str]:
    """The units on these paths, as key and path; in place of a territory also its own bodies.

    A territory owes nothing itself: who acts for it acts for its bodies, not for what lies in it.
    """
    return _held_places(tuple(sorted(paths)))


@held(Edition.Group.ORG)
def _held_places(roots: tuple[str, ...]) -> dict[int, str]:
    return dict(prepared.run(_ACTED_FOR, {"roots": list(roots)})) if roots else {}


_ACTED_FOR = """
  SELECT id, path FROM org_unit WHERE path = ANY(%(roots)s)
  UNION ALL
  SELECT body.id, body.path FROM org_unit AS territory
  JOIN org_unit AS body ON body.parent_id = territory.id AND body.branch <> 'territory'
  WHERE territory.path = ANY(%(roots)s) AND territory.branch = 'territory'"""
