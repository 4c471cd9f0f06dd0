"""The city page and the page of one unit: the same figures over another subtree."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from baro.dashboards import queries
from baro.org import api as org
from baro.work import api as work


@require_GET
def city(request: org.UserRequest) -> HttpResponse:
    context = _figures(request, unit=None)
    context["tiles"] = queries.commune_tiles(context["page"].communes, sees_all=context["sees_all"])
    return render(request, "dashboards/city.html", context)


@require_GET
def unit(request: org.UserRequest, code: str) -> HttpResponse:
    unit = get_object_or_404(org.Unit.objects.select_related("commune"), code=code)
    return render(request, "dashboards/unit.html", _figures(request, unit=unit))


def _figures(request: org.UserRequest, *, unit: org.Unit | None) -> dict[str, Any]:
    now = timezone.now()
    page = queries.page_of(request.user, work.read_query(request.GET), at=now, unit=unit)
    return {
        "unit": unit,
        "sees_all": _sees_all(request.user, unit, on=timezone.localtime(now).date()),
        "now": now,
        "query": {"donvi": unit.code} if unit else {},
        "page": page,
        "tally": page.tally,
        "freshness_limit": work.freshness_limit(on=timezone.localtime(now).date()),
        "chart": queries.trend_chart(page.weeks),
    }


def _sees_all(user: org.User, unit: org.Unit | None, *, on: date) -> bool:
    """Whether the figures are those of the whole scope, or of what the user may see in it."""
    powers = org.powers_of(user, on=on)
    if work.sees_whole_ledger(powers):
        return True
    return unit is not None and powers.may(org.Permission.SEE, unit)
