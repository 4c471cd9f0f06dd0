from datetime import datetime

import pytest
from django.core.exceptions import PermissionDenied

from baro.kernel.audit.models import AuditEvent
from baro.org import api as org
from baro.org.operations import posts as operations

pytestmark = pytest.mark.django_db


def test_people_are_listed_by_their_given_names(manager: org.User, noon: datetime) -> None:
    for code, name in (("T1", "An Thị Bình"), ("T2", "Vũ Văn Ánh"), ("T3", "Đỗ Văn An")):
        org.register_person(code=code, full_name=name, by=manager, at=noon)

    listed = org.Person.objects.filter(code__startswith="T")
    assert [person.full_name for person in listed] == ["Đỗ Văn An", "Vũ Văn Ánh", "An Thị Bình"]
    assert AuditEvent.objects.filter(name="org.person_registered").count() == 3


def test_names_are_kept_composed_and_tidy(manager: org.User, noon: datetime) -> None:
    decomposed = "Nguye\N{COMBINING CIRCUMFLEX ACCENT}\N{COMBINING TILDE}n   Văn A"

    person = org.register_person(code="T1", full_name=decomposed, by=manager, at=noon)

    assert person.full_name == "Nguyễn Văn A"


def test_a_code_belongs_to_one_person(manager: org.User, noon: datetime) -> None:
    org.register_person(code="T1", full_name="Một Người", by=manager, at=noon)

    with pytest.raises(operations.PersonInvalid, match="T1"):
        org.register_person(code="T1", full_name="Người Khác", by=manager, at=noon)
    with pytest.raises(operations.PersonInvalid):
        org.register_person(code="T2", full_name="  ", by=manager, at=noon)


def test_a_stranger_registers_nobody(stranger: org.User, noon: datetime) -> None:
    with pytest.raises(PermissionDenied):
        org.register_person(code="T1", full_name="Một Người", by=stranger, at=noon)
