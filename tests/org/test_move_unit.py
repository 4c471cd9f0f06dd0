from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from tests.factories.org import UnitFactory, UserFactory

from baro.kernel.audit.models import AuditEvent
from baro.org import api as org
from baro.org.operations import moves, units

pytestmark = pytest.mark.django_db

DAY = date(2026, 9, 1)
ORDER: dict[str, Any] = {"on": DAY, "legal_basis": "Nghị quyết 7/NQ-HĐND"}


def test_a_unit_takes_everything_below_it_along(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    org.move_unit(unit=tree.committee, parent=tree.south, **ORDER, by=manager, at=noon)

    tree.office.refresh_from_db()
    assert tree.office.path == "HN/00002/00001.UBND/00001.UBND.VP/"
    assert tree.office.commune == tree.south
    below_north = org.children_at(tree.north, on=DAY)
    below_south = org.children_at(tree.south, on=DAY)
    assert ([v.unit for v in below_north], [v.unit for v in below_south]) == ([], [tree.committee])
    assert [v.unit for v in org.children_at(tree.north, on=date(2026, 8, 31))] == [tree.committee]
    assert AuditEvent.objects.about(tree.committee).get().facts["new"] == "Xã Nam"


def test_a_commune_that_moves_stays_its_own_commune(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    org.move_unit(unit=tree.north, parent=tree.south, **ORDER, by=manager, at=noon)

    tree.north.refresh_from_db()
    tree.office.refresh_from_db()
    assert tree.north.commune == tree.office.commune == tree.north


def test_out_of_a_commune_means_without_a_commune(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    org.move_unit(unit=tree.committee, parent=tree.city, **ORDER, by=manager, at=noon)

    tree.office.refresh_from_db()
    assert tree.office.commune is None


def test_nothing_moves_into_itself(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    with pytest.raises(moves.UnitInsideItself):
        org.move_unit(unit=tree.north, parent=tree.office, **ORDER, by=manager, at=noon)
    with pytest.raises(moves.UnitInsideItself):
        org.move_unit(unit=tree.north, parent=tree.north, **ORDER, by=manager, at=noon)


def test_a_move_to_where_it_stands_is_refused(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    with pytest.raises(units.UnitUnchanged):
        org.move_unit(unit=tree.office, parent=tree.committee, **ORDER, by=manager, at=noon)


def test_both_ends_must_be_answered_for(tree: SimpleNamespace, noon: datetime) -> None:
    local = UserFactory.create(role=org.Role.ORG_MANAGER, unit=tree.north)

    with pytest.raises(PermissionDenied):
        org.move_unit(unit=tree.office, parent=tree.south, **ORDER, by=local, at=noon)
    assert org.move_unit(unit=tree.office, parent=tree.north, **ORDER, by=local, at=noon).pk


def test_communes_inside_a_moved_area_stay_communes(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    area = UnitFactory.create(parent=tree.city, kind="office")
    org.move_unit(unit=tree.north, parent=area, **ORDER, by=manager, at=noon)

    org.move_unit(unit=area, parent=tree.south, **ORDER, by=manager, at=noon)

    tree.office.refresh_from_db()
    assert tree.office.commune == tree.north
    assert tree.office.path.startswith("HN/00002/")
