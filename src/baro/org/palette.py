"""What the palette finds among units and people; names and posts are open to all who signed in."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from baro.kernel.palette.api import (
    Command,
    Entry,
    Likeness,
    Source,
    add_commands,
    add_source,
    likeness,
)
from baro.kernel.text import fold
from baro.org import policies, queries
from baro.org.models import Unit, User

_LONGEST_INITIALS = 6


def units_found(user: User, words: str, limit: int) -> Sequence[Entry]:
    """By initials (`hk`), by name or code; the highest first."""
    today = timezone.localdate()
    entries = {entry.href: entry for entry in _by_initials(words, on=today)}
    for version in queries.units_named(words, on=today)[:limit]:
        above = version.parent.name if version.parent else ""
        is_close = likeness(words, version.name, version.short_name) == Likeness.CLOSE
        href = _href(version.unit)
        entries.setdefault(
            href, Entry(version.name, href, "building-community", above, is_exact=is_close)
        )
    return list(entries.values())[:limit]


def people_found(user: User, words: str, limit: int) -> Sequence[Entry]:
    found = queries.people_named(words, on=timezone.localdate(), most=limit)
    return [
        Entry(
            each.person.full_name,
            reverse("org:person", args=[each.person.pk]),
            "user",
            detail=str(each.appointment.post) if each.appointment else "",
            is_exact=fold(each.person.full_name) == fold(words),
        )
        for each in found
    ]


def _by_initials(words: str, *, on: date) -> Iterator[Entry]:
    """Communes, and the bodies of the city itself: whom everybody knows by their letters."""
    if not (words.isalpha() and 1 < len(words) <= _LONGEST_INITIALS):
        return
    known = Unit.objects.existing(on=on).filter(
        Q(kind=Unit.Kind.COMMUNE) | Q(commune__isnull=True), ~Q(kind=Unit.Kind.DIVISION)
    )
    for unit in known.select_related("parent"):
        if likeness(words, unit.name, unit.short_name) == Likeness.CLOSE:
            above = unit.parent.name if unit.parent else ""
            yield Entry(unit.name, _href(unit), "building-community", above, is_exact=True)


def _href(unit: Unit) -> str:
    return reverse("org:unit", args=[unit.code])


def _may_import(user: User) -> bool:
    return policies.can_manage_org_somewhere(user, on=timezone.localdate())


add_source(Source("units", "Đơn vị", 30, units_found, list_address="org:unit-list"))
add_source(Source("people", "Người", 40, people_found, list_address="org:unit-list"))
add_commands(Command("Nhập danh sách đơn vị, người", "upload", "org:import", may=_may_import))
