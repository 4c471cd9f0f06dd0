"""Who writes for which unit, who may sign, and what is being written."""

from datetime import date

from django.db.models import Q, QuerySet

from baro.documents.models import Document, PaperDraft
from baro.documents.queries.units import registering_units
from baro.org import api as org

_SIGNING = (org.Role.LEADER, org.Role.UNIT_HEAD)
_INNER = (org.Unit.Kind.OFFICE, org.Unit.Kind.DIVISION)


def writing_units(user: org.User, *, on: date) -> list[org.Unit]:
    """Units for which the user may write: whose register they keep, and where they sit."""
    powers = org.powers_of(user, on=on)
    units = {unit.pk: unit for unit in registering_units(user, on=on)}
    sitting = org.Unit.objects.living().exclude(branch=org.Unit.Branch.TERRITORY)
    for unit in sitting.filter(path__in=powers.bodies_above()).order_by("path"):
        units.setdefault(unit.pk, unit)
    first = powers.main_scope
    return sorted(units.values(), key=lambda unit: unit.pk != (first.pk if first else None))


def signers_for(unit: org.Unit, *, on: date) -> QuerySet[org.Appointment]:
    """Heads and deputies of the unit, then those of its own office and divisions, by order (TL.).

    Departments and other bodies below write under their own name and are no part of the unit.
    """
    return _signing(unit, on).filter(Q(post__unit=unit) | Q(post__unit__kind__in=_INNER))


def authorised_signers_for(unit: org.Unit, *, on: date) -> QuerySet[org.Appointment]:
    """Heads of other bodies right below, who sign for the unit only when authorised (TUQ.)."""
    others = _signing(unit, on).filter(post__unit__parent=unit, post__is_head=True)
    return others.exclude(post__unit__kind__in=_INNER)


def _signing(unit: org.Unit, on: date) -> QuerySet[org.Appointment]:
    near = Q(post__unit=unit) | Q(post__unit__parent=unit)
    people = org.assignable_people(unit, on=on).filter(near, post__role__in=_SIGNING)
    return people.select_related("person", "post__unit")


def drafting_units(unit: org.Unit) -> QuerySet[org.Unit]:
    """The bodies right below the unit, which write its papers."""
    return org.Unit.objects.living().filter(parent=unit).order_by("sort_key")


def drafts_of(user: org.User) -> QuerySet[PaperDraft]:
    """What is being written, the latest change first."""
    return (
        PaperDraft.objects.visible_to(user).unissued().select_related("unit", "changed_by__person")
    )


def is_written_here(document: Document) -> bool:
    return PaperDraft.objects.filter(document=document).exists()
