"""One unit goes under another, with everything below it."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.org import policies
from baro.org.models import Unit, User
from baro.org.models.units import path_below
from baro.org.operations.units import (
    MANAGERS,
    UnitUnchanged,
    add_version,
    end_version,
    refuse_closed,
    refuse_unready,
    repath,
)


class UnitInsideItself(DomainError):
    pass


@transaction.atomic
def move_unit(
    *, unit: Unit, parent: Unit, on: date, legal_basis: str, by: User | None, at: datetime
) -> Unit:
    """Put the unit, with all that is below it, under another unit from a day on."""
    both = Unit.objects.select_for_update(no_key=True).filter(pk__in=[unit.pk, parent.pk])
    locked = {found.pk: found for found in both.order_by("pk")}
    unit, parent = locked[unit.pk], locked[parent.pk]
    today = timezone.localdate(at)
    require(policies.can_manage_org(by, unit, on=today), MANAGERS)
    require(policies.can_manage_org(by, parent, on=today), MANAGERS)
    refuse_unready(on=on, legal_basis=legal_basis, at=at)
    refuse_closed(unit)
    refuse_closed(parent)
    if parent.path.startswith(unit.path):
        raise UnitInsideItself(f"Không thể đặt {unit} dưới chính nó.", field="parent")
    if unit.parent_id == parent.pk:
        raise UnitUnchanged(f"{unit} đang trực thuộc {parent}.", field="parent")

    old_parent, old_path = unit.parent, unit.path
    unit.parent, unit.path = parent, path_below(parent, unit.code)
    unit.save(update_fields=["parent", "path"])
    repath(old_path, unit.path)
    if unit.kind != Unit.Kind.COMMUNE:
        inside = Unit.objects.within([unit.path])
        inside.exclude(commune__path__startswith=unit.path).update(commune=parent.commune)
        unit.commune = parent.commune
    end_version(unit, on=on)
    add_version(unit, on=on, legal_basis=legal_basis)
    facts = {"on": on.isoformat(), "old": str(old_parent), "new": str(parent)}
    audit.record("org.unit_moved", unit, by=by, at=at, facts={**facts, "legal_basis": legal_basis})
    return unit
