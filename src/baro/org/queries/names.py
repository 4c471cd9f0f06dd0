"""From the names people write to codes, and back."""

from collections.abc import Iterable
from datetime import date

from django.db.models import F, QuerySet

from baro.kernel.editions import Edition, held
from baro.kernel.prepared import prepared
from baro.kernel.text import fold
from baro.org.groups import GROUPS
from baro.org.models import Unit


def codes_named(names: Iterable[str], *, on: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes of the units and groups so named on the day, and the names nobody bears.

    A full name, a short name, a code or an alias of a group will do, with or without accents.
    """
    known = _codes_by_name(on)
    wanted = [(name, known.get(_plain(name))) for name in names]
    codes = tuple(dict.fromkeys(code for _, code in wanted if code))
    return codes, tuple(name for name, code in wanted if code is None)


def codes_by_names(names: Iterable[str], *, on: date) -> dict[str, str]:
    """The code of each name that somebody bears on the day; the others are left out."""
    known = _codes_by_name(on)
    return {name: code for name in names if (code := known.get(_plain(name)))}


def names_of_codes(codes: Iterable[str]) -> dict[str, str]:
    """What to show for each code of a unit or group; unknown codes are left out."""
    wanted = set(codes)
    names = {code: group.name for code, group in GROUPS.items() if code in wanted}
    return names | _held_names(tuple(sorted(wanted - names.keys())))


@held(Edition.Group.ORG)
def _held_names(codes: tuple[str, ...]) -> dict[str, str]:
    return dict(_names(codes=list(codes))) if codes else {}


@prepared(codes=list[str])
def _names(*, codes: list[str]) -> "QuerySet[Unit, tuple[str, str]]":
    return Unit.objects.filter(code__in=codes).order_by().values_list("code", "name")


def addressable_names(*, on: date) -> list[str]:
    """Groups, then every body that tasks are commonly given to, for suggestions."""
    return [group.name for group in GROUPS.values()] + [
        name for _, name in addressable_units(on=on)
    ]


def addressable_units(*, on: date) -> list[tuple[str, str]]:
    """Code and name of every body that tasks are commonly given to; the city's own first."""
    kinds = [
        Unit.Kind.DEPARTMENT,
        Unit.Kind.PARTY_BODY,
        Unit.Kind.OFFICE,
        Unit.Kind.CENTRE,
        Unit.Kind.PEOPLES_COMMITTEE,
        Unit.Kind.PARTY_COMMITTEE,
        Unit.Kind.COUNCIL,
        Unit.Kind.FRONT,
    ]
    units = Unit.objects.existing(on=on).filter(kind__in=kinds).exclude(code__contains=".UBND.")
    units = units.exclude(code__contains=".DU.").order_by(
        F("commune__sort_key").asc(nulls_first=True), "sort_key"
    )
    return list(units.values_list("code", "name"))


def _codes_by_name(on: date) -> dict[str, str]:
    known: dict[str, str] = {}
    units = Unit.objects.existing(on=on).values_list("code", "name", "short_name", "kind")
    for code, name, short, kind in units:
        # Who names a place means the committee that acts there: a place answers for nothing.
        answering = f"{code}.UBND" if kind == Unit.Kind.COMMUNE else code
        for words in (name, short, code):
            known.setdefault(_plain(words), answering)
    for group in GROUPS.values():
        for words in (group.name, group.code, *group.aliases):
            known[_plain(words)] = group.code
    return known


def _plain(name: str) -> str:
    return " ".join(fold(name).replace("uy ban nhan dan", "ubnd").split())
