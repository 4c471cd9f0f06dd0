"""The city's bodies and communes, one unit, one person."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_GET

from baro.kernel.ui.pages import render_page
from baro.org import policies, queries
from baro.org.forms import DayForm, UnitSearchForm
from baro.org.models import Person, Unit
from baro.org.requests import UserRequest

_MOST_FOUND = 60
_MOST_PEOPLE = 20


@require_GET
def unit_list(request: UserRequest) -> HttpResponse:
    today = timezone.localdate()
    form = UnitSearchForm(request.GET)
    words = form.cleaned_data["q"].strip() if form.is_valid() else ""
    context = {
        "form": form,
        "words": words,
        "can_import": policies.can_manage_org_somewhere(request.user, on=today),
        **(_found(words, on=today) if words else _directory(on=today)),
    }
    return render_page(request, "org/unit_list.html", context, fragment="org/_unit_list.html")


@require_GET
def unit(request: UserRequest, code: str) -> HttpResponse:
    shown = get_object_or_404(Unit.objects.select_related("parent", "commune"), code=code)
    form = DayForm(request.GET)
    on = (form.cleaned_data["ngay"] if form.is_valid() else None) or timezone.localdate()
    standing = queries.unit_on_day(shown, on=on)
    context = {
        "unit": shown,
        "form": form,
        "on": on,
        "is_today": on == timezone.localdate(),
        "standing": standing,
        "history": queries.history_of(shown),
        "trail": _trail(shown),
    }
    return render_page(request, "org/unit.html", context)


@require_GET
def person(request: UserRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Person, pk=pk)
    today = timezone.localdate()
    appointments = list(queries.appointments_of(shown))
    context = {
        "person": shown,
        "current": [held for held in appointments if held.is_live(on=today)],
        "former": [held for held in appointments if held.is_over(on=today)],
        "coming": [held for held in appointments if held.valid_from > today],
        "grants": queries.grants_of(shown, on=today),
        "substitutions": queries.substitutions_about(shown, on=today),
        "today": today,
        "can_give_substitution": policies.can_give_substitution(request.user, shown, on=today),
    }
    return render_page(request, "org/person.html", context)


def _directory(*, on: date) -> dict[str, object]:
    communes = queries.commune_rows(on=on)
    return {
        "found": None,
        "people": (),
        "tree": queries.city_tree(on=on),
        "wards": [row for row in communes if row.is_ward],
        "rural": [row for row in communes if not row.is_ward],
    }


def _found(words: str, *, on: date) -> dict[str, object]:
    found = list(queries.units_named(words, on=on)[: _MOST_FOUND + 1])
    people = queries.people_named(words, on=on, most=_MOST_PEOPLE)
    return {"found": found[:_MOST_FOUND], "has_more": len(found) > _MOST_FOUND, "people": people}


def _trail(shown: Unit) -> list[Unit]:
    """The units above, from the top; their codes stand in the path."""
    codes = shown.path.strip("/").split("/")[:-1]
    return list(Unit.objects.filter(code__in=codes).order_by("path"))
