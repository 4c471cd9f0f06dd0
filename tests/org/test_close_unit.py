from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from tests.factories.org import AppointmentFactory, PostFactory

from baro.kernel.audit.models import AuditEvent
from baro.org import api as org
from baro.org.operations import endings, units

pytestmark = pytest.mark.django_db

DAY = date(2026, 9, 1)
ORDER: dict[str, Any] = {"on": DAY, "legal_basis": "Nghị quyết 8/NQ-HĐND"}


def test_a_closed_unit_is_there_until_its_last_day(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    org.close_unit(unit=tree.office, **ORDER, by=manager, at=noon)

    assert org.units_by_code(["00001.UBND.VP"], on=date(2026, 8, 31))
    assert not org.units_by_code(["00001.UBND.VP"], on=DAY)
    assert org.unit_at(tree.office, on=date(2026, 8, 31))
    assert org.unit_at(tree.office, on=DAY) is None


def test_who_sits_there_leaves_with_a_trace(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    held = AppointmentFactory.create(post=PostFactory.create(unit=tree.office))
    gone = AppointmentFactory.create(
        post=PostFactory.create(unit=tree.office), valid_to=date(2026, 1, 1)
    )

    org.close_unit(unit=tree.office, **ORDER, by=manager, at=noon)

    held.refresh_from_db()
    gone.refresh_from_db()
    assert (held.valid_to, gone.valid_to) == (DAY, date(2026, 1, 1))
    assert AuditEvent.objects.about(held).get().name == "org.appointment_ended"
    assert not AuditEvent.objects.about(gone).exists()


def test_a_unit_with_units_below_it_stays_open(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    with pytest.raises(endings.UnitStillHasUnits):
        org.close_unit(unit=tree.committee, **ORDER, by=manager, at=noon)


def test_nobody_may_be_about_to_start_there(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    AppointmentFactory.create(
        post=PostFactory.create(unit=tree.office), valid_from=date(2026, 10, 1)
    )

    with pytest.raises(endings.AppointmentsBeginLater):
        org.close_unit(unit=tree.office, **ORDER, by=manager, at=noon)


def test_a_unit_closes_once(tree: SimpleNamespace, manager: org.User, noon: datetime) -> None:
    org.close_unit(unit=tree.office, **ORDER, by=manager, at=noon)

    with pytest.raises(units.UnitClosed):
        org.close_unit(unit=tree.office, **ORDER, by=manager, at=noon)


def test_a_stranger_may_not_close(
    tree: SimpleNamespace, stranger: org.User, noon: datetime
) -> None:
    with pytest.raises(PermissionDenied):
        org.close_unit(unit=tree.office, **ORDER, by=stranger, at=noon)
