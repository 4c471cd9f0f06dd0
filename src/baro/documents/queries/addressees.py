"""Whom a unit may send its documents to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from baro.documents.models import Document
from baro.org import api as org

_BODIES = (org.Unit.Kind.PEOPLES_COMMITTEE, org.Unit.Kind.PARTY_COMMITTEE)
_SAME_UNITS = frozenset({"G.XP"})  # the same units as G.UBND-XP, in other words


@dataclass(frozen=True)
class AddresseeGroup:
    code: str
    name: str
    count: int


@dataclass(frozen=True)
class Section:
    """Units that stand together on the page."""

    title: str
    units: tuple[org.Unit, ...]


@dataclass(frozen=True)
class Addressees:
    groups: tuple[AddresseeGroup, ...]
    sections: tuple[Section, ...]
    had_before: frozenset[int]

    @property
    def units(self) -> tuple[org.Unit, ...]:
        return tuple(unit for section in self.sections for unit in section.units)


def addressees_of(document: Document, *, on: date) -> Addressees:
    """Groups with their size, city bodies, committees of communes, and the own commune's units."""
    home = document.owner_unit.commune_id
    units = list(
        org.Unit.objects.existing(on=on)
        .exclude(branch=org.Unit.Branch.TERRITORY)
        .exclude(pk=document.owner_unit_id)
        .order_by("sort_key")
    )
    communes = [unit for unit in units if unit.commune_id]
    sections = (
        Section("Trong xã, phường", _chosen(u for u in communes if u.commune_id == home)),
        Section("Cơ quan thành phố", _chosen(u for u in units if not u.commune_id)),
        Section(
            "UBND xã, phường",
            _chosen(u for u in communes if u.kind == _BODIES[0] and u.commune_id != home),
        ),
        Section(
            "Đảng ủy xã, phường",
            _chosen(u for u in communes if u.kind == _BODIES[1] and u.commune_id != home),
        ),
    )
    return Addressees(
        groups=tuple(_group(group, units) for group in _groups()),
        sections=tuple(section for section in sections if section.units),
        had_before=frozenset(document.recipients.values_list("unit_id", flat=True)),
    )


def _groups() -> Iterable[org.Group]:
    return (group for code, group in org.GROUPS.items() if code not in _SAME_UNITS)


def _group(group: org.Group, units: Iterable[org.Unit]) -> AddresseeGroup:
    count = sum(group.holds(kind=u.kind, name=u.name, in_commune=bool(u.commune_id)) for u in units)
    return AddresseeGroup(group.code, group.name[:1].upper() + group.name[1:], count)


def _chosen(units: Iterable[org.Unit]) -> tuple[org.Unit, ...]:
    return tuple(units)
