"""Writing the calendar: days that differ from the law's general rule."""

from datetime import date, datetime

from django.db import models, transaction

from baro.kernel import audit
from baro.kernel.calendar.loading import shipped_overrides
from baro.kernel.calendar.models import CalendarOverride
from baro.kernel.policies import can_manage_system, require


@transaction.atomic
def set_calendar_override(
    *,
    day: date,
    kind: CalendarOverride.Kind,
    name: str,
    legal_basis: str,
    by: models.Model,
    at: datetime,
) -> CalendarOverride:
    """Say how one day is worked, by which notice; a later word on the same day replaces it."""
    require(can_manage_system(by), "Chỉ quản trị hệ thống sửa được lịch làm việc.")

    override, _ = CalendarOverride.objects.update_or_create(
        day=day,
        defaults={"kind": kind, "name": name, "legal_basis": legal_basis, "is_verified": True},
    )
    audit.record(
        "kernel.calendar_override_set",
        override,
        by=by,
        at=at,
        facts={"day": day, "kind": kind, "legal_basis": legal_basis},
    )
    return override


def load_shipped_overrides() -> None:
    """Add the days that this version ships; what the installation said itself stays."""
    CalendarOverride.objects.bulk_create(
        (
            CalendarOverride(
                day=known.day,
                kind=known.kind,
                name=known.name,
                legal_basis=known.legal_basis,
                is_verified=known.is_verified,
            )
            for known in shipped_overrides()
        ),
        ignore_conflicts=True,
    )
