from datetime import date, datetime
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from tests.factories.org import AppointmentFactory, PostFactory

from baro.kernel import audit
from baro.kernel.audit.models import AuditEvent
from baro.org import api as org
from baro.org.operations import appointments as operations

pytestmark = pytest.mark.django_db

DAY = date(2026, 9, 1)


@pytest.fixture
def held(tree: SimpleNamespace) -> org.Appointment:
    return AppointmentFactory.create(post=PostFactory.create(unit=tree.office, title="Văn thư"))


def test_the_last_day_is_the_day_before(
    held: org.Appointment, manager: org.User, noon: datetime
) -> None:
    org.end_appointment(appointment=held, on=DAY, order_number="3/QĐ", by=manager, at=noon)

    assert org.people_of(held.post.unit, on=date(2026, 8, 31)).get() == held
    assert not org.people_of(held.post.unit, on=DAY).exists()
    event = AuditEvent.objects.about(held).get()
    assert "thôi giữ chức danh Văn thư" in audit.describe(event)
    assert audit.describe(event).endswith("từ 01/09/2026 (3/QĐ).")


def test_an_appointment_can_be_called_off_on_the_day_it_begins(
    held: org.Appointment, manager: org.User, noon: datetime
) -> None:
    start = held.valid_from

    org.end_appointment(appointment=held, on=start, order_number="3/QĐ", by=manager, at=noon)

    assert not org.Appointment.objects.live(on=start).filter(pk=held.pk).exists()
    AppointmentFactory.create(post=held.post)


def test_it_ends_once_and_not_before_it_began(
    held: org.Appointment, manager: org.User, noon: datetime
) -> None:
    with pytest.raises(operations.WindowInvalid):
        org.end_appointment(
            appointment=held, on=date(2020, 1, 1), order_number="3/QĐ", by=manager, at=noon
        )
    org.end_appointment(appointment=held, on=DAY, order_number="3/QĐ", by=manager, at=noon)
    with pytest.raises(operations.AppointmentOver):
        org.end_appointment(appointment=held, on=DAY, order_number="4/QĐ", by=manager, at=noon)


def test_a_stranger_may_not_end_it(
    held: org.Appointment, stranger: org.User, noon: datetime
) -> None:
    with pytest.raises(PermissionDenied):
        org.end_appointment(appointment=held, on=DAY, order_number="3/QĐ", by=stranger, at=noon)
