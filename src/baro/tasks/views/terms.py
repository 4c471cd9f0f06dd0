"""What a task will ask, while somebody still types it."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from baro.kernel.calendar.api import CalendarUnknownAt
from baro.org import api as org
from baro.tasks import queries
from baro.tasks.forms import DraftForm
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
    form = DraftForm(request.GET)
    form.full_clean()
    terms = terms_of(form)
    is_other = request.GET.get("agreed", "") not in ("", terms.asked.agreement)
    return render(request, "tasks/_terms_preview.html", {"terms": terms, "is_other": is_other})


def terms_of(form: DraftForm) -> Terms:
    """Of a form that was cleaned, whatever is wrong with it.

    What is not filled in yet, or not understood, is left out: the form tells it when it is sent.
    """
    today, facts = timezone.localdate(), form.cleaned_data
    recurrence = form.recurrence()
    return Terms(
        due=_due(facts.get("due_on"), today),
        recurrence=recurrence,
        days=coming_days(recurrence, on=today) if recurrence else [],
        asked=queries.asked_of(
            facts.get("leads", ()),
            facts.get("excepting", ()),
            minutes=facts.get("minutes_per_unit") or 0,
            on=today,
        ),
    )


def _due(day: date | None, today: date) -> queries.DueDay | None:
    if day is None:
        return None
    try:
        return queries.deadline_on(day, today=today)
    except CalendarUnknownAt:
        return None
