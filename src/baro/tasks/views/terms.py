"""What a task will ask, while somebody still types it."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from baro.kernel.calendar.api import CalendarUnknownAt
from baro.org import api as org
from baro.tasks import queries
from baro.tasks.forms.terms import TermsForm
from baro.tasks.queries.occurrences import coming_days


@require_GET
def terms_preview(request: org.UserRequest) -> HttpResponse:
    """The day and what it falls on, the days of a rhythm, and what it all costs the receivers.

    What is not filled in yet, or not understood, is left out: the form tells it when it is sent.
    """
    today = timezone.localdate()
    terms = TermsForm(request.GET).read()
    recurrence = terms.recurrence()
    leads, excepting = terms.receivers()
    context = {
        "due": _due(terms.day(), today),
        "recurrence": recurrence,
        "days": coming_days(recurrence, on=today) if recurrence else [],
        "asked": queries.asked_of(leads, excepting, minutes=terms.minutes(), on=today),
    }
    return render(request, "tasks/_terms_preview.html", context)


def _due(day: date | None, today: date) -> queries.DueDay | None:
    if day is None:
        return None
    try:
        return queries.due_day(day, today=today)
    except CalendarUnknownAt:
        return None
