"""Writing a checked plan: a few statements for the whole list, one trace for each row."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Protocol

from baro.kernel import audit
from baro.kernel.sheets.api import Plan, Verdict
from baro.kernel.text import sort_key
from baro.org.importing.appointments import AppointmentLine
from baro.org.importing.people import PersonLine
from baro.org.importing.units import UnitLine
from baro.org.models import Appointment, ListImport, Person, Post, Unit, UnitVersion, User
from baro.org.models.posts import name_key
from baro.org.models.units import name_words


class Writer(Protocol):
    def __call__(self, plan: Plan[Any], *, by: User, at: datetime) -> None: ...


def lock_for(kind: ListImport.Kind) -> None:
    """Nobody changes the rows that the plan rests on until it is written."""
    tables: Mapping[ListImport.Kind, type[Unit | Person | Post]] = {
        ListImport.Kind.UNITS: Unit,
        ListImport.Kind.PEOPLE: Person,
        ListImport.Kind.APPOINTMENTS: Post,
    }
    rows = tables[kind]._default_manager.select_for_update(no_key=True)
    list(rows.order_by("pk").values_list("pk", flat=True))


def write_units(plan: Plan[UnitLine], *, by: User, at: datetime) -> None:
    new, renamed = plan.lines(Verdict.CREATED), plan.lines(Verdict.CHANGED)
    codes = {line.parent for line in new}
    units = {unit.code: unit for unit in Unit.objects.filter(code__in=codes)}
    waiting = new
    while waiting:
        ready = [line for line in waiting if line.parent in units]
        units |= {u.code: u for u in Unit.objects.bulk_create(_unit(x, units) for x in ready)}
        waiting = [line for line in waiting if line.code not in units]
    made = [units[line.code] for line in new]
    places = [unit for unit in made if unit.kind == Unit.Kind.COMMUNE]
    for place in places:
        place.commune = place
    Unit.objects.bulk_update(places, ["commune"])
    _set_communes(made)
    changed = [_renamed(line) for line in renamed]
    Unit.objects.bulk_update(changed, ["name", "short_name", "sort_key"])
    _write_versions(zip([*made, *changed], [*new, *renamed], strict=True))
    opened = ((unit, _opening(unit, line)) for unit, line in zip(made, new, strict=True))
    audit.record_many("org.unit_opened", opened, by=by, at=at)
    rename = ((unit, _renaming(unit, line)) for unit, line in zip(changed, renamed, strict=True))
    audit.record_many("org.unit_renamed", rename, by=by, at=at)


def write_people(plan: Plan[PersonLine], *, by: User, at: datetime) -> None:
    people = Person.objects.bulk_create(
        Person(code=line.code, full_name=line.full_name, sort_key=name_key(line.full_name))
        for line in plan.lines(Verdict.CREATED)
    )
    audit.record_many("org.person_registered", ((each, {}) for each in people), by=by, at=at)
    corrected = []
    for line in plan.lines(Verdict.CHANGED):
        if person := line.known:
            corrected.append((person, {"old": person.full_name, "new": line.full_name}))
            person.full_name, person.sort_key = line.full_name, name_key(line.full_name)
    Person.objects.bulk_update([person for person, _ in corrected], ["full_name", "sort_key"])
    audit.record_many("org.person_corrected", corrected, by=by, at=at)


def write_appointments(plan: Plan[AppointmentLine], *, by: User, at: datetime) -> None:
    """Corrections first: a post must be left before somebody else can come into it."""
    corrected = []
    for line in plan.lines(Verdict.CHANGED):
        if held := line.known:
            corrected.append((held, _facts(line)))
            held.nature, held.valid_to = line.nature, line.valid_to
            held.order_number = line.order_number
    fields = ["nature", "valid_to", "order_number"]
    Appointment.objects.bulk_update([held for held, _ in corrected], fields)
    audit.record_many("org.appointment_corrected", corrected, by=by, at=at)
    new = plan.lines(Verdict.CREATED)
    made = Appointment.objects.bulk_create(
        Appointment(
            person=line.person,
            post=line.post,
            nature=line.nature,
            valid_from=line.valid_from,
            valid_to=line.valid_to,
            order_number=line.order_number,
        )
        for line in new
    )
    appointed = ((held, _facts(line)) for held, line in zip(made, new, strict=True))
    audit.record_many("org.person_appointed", appointed, by=by, at=at)


WRITERS: Mapping[ListImport.Kind, Writer] = {
    ListImport.Kind.UNITS: write_units,
    ListImport.Kind.PEOPLE: write_people,
    ListImport.Kind.APPOINTMENTS: write_appointments,
}


def _unit(line: UnitLine, units: Mapping[str, Unit]) -> Unit:
    return Unit(
        code=line.code,
        name=line.name,
        short_name=line.short_name,
        kind=line.kind,
        branch=line.branch,
        parent=units[line.parent],
        path=line.path,
        sort_key=sort_key(line.name),
        opened_on=line.on,
    )


def _set_communes(made: Iterable[Unit]) -> None:
    """Parents stand before their children, so each finds its commune ready."""
    below = [unit for unit in made if unit.kind != Unit.Kind.COMMUNE]
    for unit in below:
        unit.commune = unit.parent.commune if unit.parent else None
    Unit.objects.bulk_update(below, ["commune"])


def _renamed(line: UnitLine) -> Unit:
    unit = line.known
    assert unit is not None  # noqa: S101 - a changed line has its unit
    unit.name, unit.short_name, unit.sort_key = line.name, line.short_name, sort_key(line.name)
    return unit


def _write_versions(changes: Iterable[tuple[Unit, UnitLine]]) -> None:
    days = {unit.pk: (unit, line) for unit, line in changes}
    ending = list(UnitVersion.objects.filter(unit__in=days, valid_to__isnull=True))
    for version in ending:
        version.valid_to = days[version.unit_id][1].on
    UnitVersion.objects.bulk_update(ending, ["valid_to"])
    UnitVersion.objects.bulk_create(
        UnitVersion(
            unit=unit,
            code=unit.code,
            name=unit.name,
            short_name=unit.short_name,
            branch=unit.branch,
            parent=unit.parent,
            valid_from=line.on,
            legal_basis=line.legal_basis,
            words=name_words(unit.name, unit.short_name, unit.code),
        )
        for unit, line in days.values()
    )


def _opening(unit: Unit, line: UnitLine) -> dict[str, str]:
    basis = {"on": line.on.isoformat(), "legal_basis": line.legal_basis}
    return {**basis, "parent": str(unit.parent)}


def _renaming(unit: Unit, line: UnitLine) -> dict[str, str]:
    basis = {"on": line.on.isoformat(), "legal_basis": line.legal_basis}
    return {**basis, "old": line.old_name, "new": unit.name}


def _facts(line: AppointmentLine) -> dict[str, str]:
    about = {"person": str(line.person), "post": str(line.post), "order": line.order_number}
    return {**about, "on": line.valid_from.isoformat()}
