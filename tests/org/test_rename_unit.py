from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from baro.kernel import audit
from baro.kernel.audit.models import AuditEvent
from baro.org import api as org
from baro.org.operations import units as operations

pytestmark = pytest.mark.django_db

DAY = date(2026, 9, 1)
ORDER: dict[str, Any] = {"on": DAY, "legal_basis": "Nghị quyết 7/NQ-HĐND"}


def test_the_old_name_stays_true_for_the_days_before(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    unit = org.rename_unit(unit=tree.south, name="Xã Nam Mới", **ORDER, by=manager, at=noon)

    before, after = org.unit_at(unit, on=date(2026, 8, 31)), org.unit_at(unit, on=DAY)
    assert before
    assert after
    assert (before.name, after.name) == ("Xã Nam", "Xã Nam Mới")
    event = AuditEvent.objects.about(unit).get()
    assert "đã đổi tên Xã Nam thành Xã Nam Mới từ 01/09/2026" in audit.describe(event)


def test_a_new_code_carries_the_whole_subtree_along(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    org.rename_unit(unit=tree.north, name="Phường Bắc", code="00009", **ORDER, by=manager, at=noon)

    tree.office.refresh_from_db()
    tree.south.refresh_from_db()
    assert tree.office.path == "HN/00009/00001.UBND/00001.UBND.VP/"
    assert tree.south.path == "HN/00002/"


def test_a_name_that_it_already_bears_is_refused(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    with pytest.raises(operations.UnitUnchanged):
        org.rename_unit(unit=tree.south, name="Xã Nam", **ORDER, by=manager, at=noon)


def test_the_code_of_another_unit_is_refused(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    with pytest.raises(operations.UnitCodeTaken):
        org.rename_unit(unit=tree.south, name="X", code="00001", **ORDER, by=manager, at=noon)


def test_changes_come_one_after_another(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    org.rename_unit(unit=tree.south, name="Xã Nam Một", **ORDER, by=manager, at=noon)

    with pytest.raises(operations.DayBeforeLastChange):
        org.rename_unit(unit=tree.south, name="Xã Nam Hai", **ORDER, by=manager, at=noon)


def test_a_stranger_may_not_rename(
    tree: SimpleNamespace, stranger: org.User, noon: datetime
) -> None:
    with pytest.raises(PermissionDenied):
        org.rename_unit(unit=tree.south, name="Xã Khác", **ORDER, by=stranger, at=noon)
