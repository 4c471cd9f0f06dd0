from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from tests.factories.org import AppointmentFactory, PostFactory, UnitFactory

from baro.kernel.audit.models import AuditEvent
from baro.org import api as org
from baro.org.operations import endings, units

pytestmark = pytest.mark.django_db

DAY = date(2026, 9, 1)
ORDER: dict[str, Any] = {"on": DAY, "legal_basis": "Nghị quyết 9/NQ-UBTVQH"}


@pytest.fixture
def heir(city: org.Unit) -> org.Unit:
    return UnitFactory.create(parent=city, is_commune=True, opened_on=DAY)


def test_a_merger_ends_the_old_ones_with_all_their_bodies(
    tree: SimpleNamespace, heir: org.Unit, manager: org.User, noon: datetime
) -> None:
    held = AppointmentFactory.create(post=PostFactory.create(unit=tree.office))

    rows = org.succeed_units(
        predecessors=[tree.north, tree.south], successors=[heir], **ORDER, by=manager, at=noon
    )

    assert {row.predecessor for row in rows} == {tree.north, tree.south}
    assert set(org.Unit.objects.living()) == {tree.city, heir}
    assert org.Unit.objects.existing(on=date(2026, 8, 31)).filter(pk=tree.office.pk).exists()
    held.refresh_from_db()
    assert held.valid_to == DAY
    assert AuditEvent.objects.filter(name="org.unit_closed").count() == 4
    assert AuditEvent.objects.filter(name="org.unit_succeeded").count() == 2


def test_a_split_names_every_heir(
    tree: SimpleNamespace, heir: org.Unit, manager: org.User, noon: datetime
) -> None:
    org.succeed_units(
        predecessors=[tree.south], successors=[heir, tree.north], **ORDER, by=manager, at=noon
    )

    heirs = {row.successor for row in tree.south.successions.all()}
    assert heirs == {heir, tree.north}
    tree.north.refresh_from_db()
    assert tree.north.closed_on is None


@pytest.mark.parametrize(
    ("old", "new"),
    [([], ["heir"]), (["south"], []), (["south"], ["south"]), (["north"], ["office"])],
)
def test_both_sides_are_there_and_apart(
    tree: SimpleNamespace,
    heir: org.Unit,
    manager: org.User,
    noon: datetime,
    old: list[str],
    new: list[str],
) -> None:
    tree.heir = heir

    with pytest.raises(endings.SuccessionIncomplete):
        org.succeed_units(
            predecessors=[getattr(tree, name) for name in old],
            successors=[getattr(tree, name) for name in new],
            **ORDER,
            by=manager,
            at=noon,
        )


def test_an_heir_that_does_not_exist_yet_is_refused(
    tree: SimpleNamespace, city: org.Unit, manager: org.User, noon: datetime
) -> None:
    late = UnitFactory.create(parent=city, opened_on=date(2026, 9, 5))

    with pytest.raises(units.UnitClosed):
        org.succeed_units(
            predecessors=[tree.south], successors=[late], **ORDER, by=manager, at=noon
        )


def test_a_stranger_may_not_merge(
    tree: SimpleNamespace, heir: org.Unit, stranger: org.User, noon: datetime
) -> None:
    with pytest.raises(PermissionDenied):
        org.succeed_units(
            predecessors=[tree.south], successors=[heir], **ORDER, by=stranger, at=noon
        )
