from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from tests.factories.org import UnitFactory, UserFactory

from baro.kernel import audit
from baro.kernel.audit.models import AuditEvent
from baro.kernel.errors import DomainError
from baro.org import api as org
from baro.org.operations import units as operations

pytestmark = pytest.mark.django_db

NEW: dict[str, Any] = {
    "code": "00001.UBND.KT",
    "name": "Phòng  Kinh tế phường Bắc",
    "kind": org.Unit.Kind.DIVISION,
    "branch": org.Unit.Branch.GOVERNMENT,
    "opened_on": date(2026, 7, 1),
    "legal_basis": "Quyết định 5/QĐ-UBND",
}


def test_a_new_unit_stands_in_the_tree_with_its_first_version(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    unit = org.open_unit(**NEW, parent=tree.committee, by=manager, at=noon)

    assert unit.path == "HN/00001/00001.UBND/00001.UBND.KT/"
    assert (unit.name, unit.commune) == ("Phòng Kinh tế phường Bắc", tree.north)
    version = org.unit_at(unit, on=date(2026, 7, 1))
    assert version is not None
    assert version.legal_basis == "Quyết định 5/QĐ-UBND"
    assert org.unit_at(unit, on=date(2026, 6, 30)) is None
    event = AuditEvent.objects.about(unit).get()
    assert audit.describe(event).endswith(
        "trực thuộc UBND phường Bắc từ 01/07/2026 (Quyết định 5/QĐ-UBND)."
    )


def test_a_new_commune_is_its_own_commune(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    place = {**NEW, "code": "00003", "kind": org.Unit.Kind.COMMUNE}

    unit = org.open_unit(**place, parent=tree.city, by=manager, at=noon)

    assert unit.commune == unit


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"code": "00001.UBND.VP"}, operations.UnitCodeTaken),
        ({"code": "phòng kt"}, operations.UnitCodeInvalid),
        ({"code": "A..B"}, operations.UnitCodeInvalid),
        ({"name": "  "}, operations.UnitNameMissing),
        ({"opened_on": date(2026, 9, 10)}, operations.DayNotYetCome),
        ({"legal_basis": " "}, operations.LegalBasisMissing),
    ],
)
def test_what_cannot_be_is_refused(
    tree: SimpleNamespace,
    manager: org.User,
    noon: datetime,
    change: dict[str, Any],
    refusal: type[DomainError],
) -> None:
    with pytest.raises(refusal):
        org.open_unit(**{**NEW, **change}, parent=tree.committee, by=manager, at=noon)

    assert not AuditEvent.objects.exists()


def test_nothing_opens_below_a_closed_unit_or_before_its_parent(
    city: org.Unit, manager: org.User, noon: datetime
) -> None:
    closed = UnitFactory.create(parent=city, closed_on=date(2026, 1, 1))
    young = UnitFactory.create(parent=city, opened_on=date(2026, 8, 1))

    with pytest.raises(operations.UnitClosed):
        org.open_unit(**NEW, parent=closed, by=manager, at=noon)
    with pytest.raises(operations.DayBeforeLastChange):
        org.open_unit(**NEW, parent=young, by=manager, at=noon)


def test_staff_open_units_only_below_what_they_answer_for(
    tree: SimpleNamespace, stranger: org.User, noon: datetime
) -> None:
    local = UserFactory.create(role=org.Role.ORG_MANAGER, unit=tree.north)

    with pytest.raises(PermissionDenied):
        org.open_unit(**NEW, parent=tree.committee, by=stranger, at=noon)
    with pytest.raises(PermissionDenied):
        org.open_unit(**NEW, parent=tree.south, by=local, at=noon)
    assert org.open_unit(**NEW, parent=tree.committee, by=local, at=noon).pk


def test_the_database_keeps_versions_of_one_unit_apart(tree: SimpleNamespace) -> None:
    with pytest.raises(IntegrityError, match="one_window"):
        tree.office.versions.create(
            code="X",
            name="X",
            short_name="X",
            branch="government",
            valid_from=date(2026, 1, 1),
            legal_basis="-",
        )
