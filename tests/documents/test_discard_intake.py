from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from tests.factories.documents import IntakeFactory

from baro.documents import jobs, operations
from baro.documents.models import Intake
from baro.kernel.audit.models import AuditEvent
from baro.org import api as org

pytestmark = pytest.mark.django_db


def test_only_the_taker_puts_a_paper_away(
    clerk: org.User, ward_clerk: org.User, noon: datetime
) -> None:
    intake = IntakeFactory.create(received_by=clerk)

    with pytest.raises(PermissionDenied):
        operations.discard_intake(intake=intake, by=ward_clerk, at=noon)

    assert Intake.objects.count() == 1


def test_what_nobody_registered_within_a_month_is_put_away(noon: datetime) -> None:
    old = IntakeFactory.create(received_at=noon - timedelta(days=31))
    fresh = IntakeFactory.create(received_at=noon - timedelta(days=29))

    jobs.discard_stale_intakes(noon)
    jobs.discard_stale_intakes(noon)

    assert list(Intake.objects.all()) == [fresh]
    assert AuditEvent.objects.get(name="documents.intake_discarded").target_id == old.pk
