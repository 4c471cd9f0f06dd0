"""What a task will ask, while somebody still types it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from baro.kernel.calendar.api import CalendarUnknownAt
from baro.org import api as org
from baro.tasks import queries
from baro.tasks.forms.terms import TermsForm
from baro.tasks.queries.occurrences import coming_days


@dataclass(frozen=True)
class Terms:
    """The day and what it falls on, the days of a rhythm, and what it all costs the receivers."""

    due: queries.DueDay | None
    recurrence: dict[str, str] | None
    days: list[date]
    asked: queries.Asked


@require_GET
def terms_preview(request: org.UserRequest) -> HttpResponse:
    """Also takes away a question whose answer would be about other units or minutes."""
    terms = terms_in(request.GET)
    is_other = request.GET.get("agreed", "") not in ("", terms.asked.agreement)
    return render(request, "tasks/_terms_preview.html", {"terms": terms, "is_other": is_other})


def terms_in(sent: Mapping[str, Any]) -> Terms:
    """What is not filled in yet, or not understood, is left out: the form of the task tells it."""
    today = timezone.localdate()
    form = TermsForm(sent).read()
    recurrence = form.recurrence()
    leads, excepting = form.receivers()
    return Terms(
        due=_due(form.day(), today),
        recurrence=recurrence,
        days=coming_days(recurrence, on=today) if recurrence else [],
        asked=queries.asked_of(leads, excepting, minutes=form.minutes(), on=today),
    )


def _due(day: date | None, today: date) -> queries.DueDay | None:
    if day is None:
        return None
    try:
        return queries.due_day(day, today=today)
    except CalendarUnknownAt:
        return None
