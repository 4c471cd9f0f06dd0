"""When an arrival reached the office, and by when it had to be registered."""

from datetime import datetime

from django.utils import timezone

from baro.documents.models import Document
from baro.documents.operations.details import Entry
from baro.documents.registration_terms import RULES, RegistrationTerms, registration_due_at
from baro.kernel.calendar.api import working_calendar
from baro.kernel.errors import DomainError
from baro.kernel.rules import api as rules


class ReceivedAfterRegistration(DomainError):
    pass


def receive(document: Document, entry: Entry, *, at: datetime) -> None:
    """Fill in the moment of arrival and the term, before the row is stored."""
    received_at = entry.received_at or at
    if received_at > at:
        raise ReceivedAfterRegistration(
            "Thời điểm văn bản đến không thể sau thời điểm vào sổ.", field="received_on"
        )
    day = timezone.localdate(received_at)
    values = rules.values_of(RULES, as_at=day)
    document.received_at, document.is_electronic = received_at, entry.is_electronic
    document.registration_due_at = registration_due_at(
        received_at,
        urgency=document.urgency,
        is_electronic=entry.is_electronic,
        terms=RegistrationTerms(*(values[key] for key in RULES)),
        calendar=working_calendar(),
    )
