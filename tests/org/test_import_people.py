from datetime import datetime
from types import SimpleNamespace

import pytest
from tests.factories.org import AppointmentFactory, PersonFactory, PostFactory, UserFactory
from tests.org.lists import PEOPLE, excel

from baro.kernel.audit.models import AuditEvent
from baro.kernel.sheets.api import Verdict
from baro.org import api as org
from baro.org import operations
from baro.org.importing.planning import plan_of
from baro.org.models import ListImport
from baro.org.operations import imports

pytestmark = pytest.mark.django_db


def _brought(content: bytes, by: org.User, at: datetime) -> ListImport:
    kind = ListImport.Kind.PEOPLE
    return operations.bring_list(kind=kind, content=content, name="nguoi.xlsx", by=by, at=at)


def test_people_are_added_and_corrected(manager: org.User, noon: datetime) -> None:
    known = PersonFactory.create(code="A1", full_name="Tên Cũ")
    content = excel(PEOPLE, ("A1", "Tên Mới"), ("A2", "Lê Văn Thử"), ("A2", ""), ("", ""))
    with pytest.raises(imports.ListHasErrors):
        operations.apply_import(brought=_brought(content, manager, noon), by=manager, at=noon)
    content = excel(PEOPLE, ("A1", "Tên Mới"), ("A2", "Lê Văn Thử"))

    operations.apply_import(brought=_brought(content, manager, noon), by=manager, at=noon)

    known.refresh_from_db()
    assert known.full_name == "Tên Mới"
    added = org.Person.objects.get(code="A2")
    assert (added.full_name, added.is_invented) == ("Lê Văn Thử", False)
    assert AuditEvent.objects.get(name="org.person_corrected").facts["old"] == "Tên Cũ"


def test_the_same_list_again_changes_nothing(manager: org.User, noon: datetime) -> None:
    content = excel(PEOPLE, ("A1", "Lê Văn Thử"))
    operations.apply_import(brought=_brought(content, manager, noon), by=manager, at=noon)

    plan = plan_of(_brought(content, manager, noon), by=manager, on=noon.date())

    assert plan.counts[Verdict.UNCHANGED] == 1
    assert not plan.changes_something


def test_names_of_other_units_people_are_not_corrected(
    tree: SimpleNamespace, noon: datetime
) -> None:
    local = UserFactory.create(role=org.Role.ORG_MANAGER, unit=tree.north)
    theirs = AppointmentFactory.create(post=PostFactory.create(unit=tree.south)).person

    listed = _brought(excel(PEOPLE, (theirs.code, "Tên Khác")), local, noon)

    plan = plan_of(listed, by=local, on=noon.date())
    assert [error.column for row in plan.wrong for error in row.errors] == ["Họ và tên"]
