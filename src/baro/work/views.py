"""The first page after sign-in."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from baro.org import api as org
from baro.work import queries
from baro.work.queries.inbox import ARRIVALS, TITLES, inbox_arrivals

_ROWS = 50


@require_GET
def inbox(request: org.UserRequest) -> HttpResponse:
    """All sections, or with `nhom` one of them to its end."""
    code = request.GET.get("nhom", "")
    if code in TITLES:
        return _section(request, code)
    if code == "arrivals":
        return _arrivals(request)
    now = timezone.now()
    context = {
        "inbox": queries.inbox_of(request.user, at=now),
        "arrivals_title": ARRIVALS[0],
        "today": timezone.localdate(now),
    }
    return render(request, "work/inbox.html", context)


def _section(request: org.UserRequest, code: str) -> HttpResponse:
    now = timezone.now()
    items = queries.inbox_items(request.user, code, at=now)
    page = Paginator(items, _ROWS).get_page(request.GET.get("trang"))
    context = {
        "title": TITLES[code][0],
        "empty_words": TITLES[code][1],
        "page": page,
        "rows": [queries.inbox_row(request.user, item, at=now) for item in page.object_list],
        "params": request.GET,
    }
    return render(request, "work/inbox_section.html", context)


def _arrivals(request: org.UserRequest) -> HttpResponse:
    now = timezone.now()
    found = inbox_arrivals(request.user, at=now)
    page = Paginator(found, _ROWS).get_page(request.GET.get("trang"))
    title, empty_words = ARRIVALS
    context = {
        "title": title,
        "empty_words": empty_words,
        "page": page,
        "arrivals": list(page.object_list),
        "today": timezone.localdate(now),
        "params": request.GET,
    }
    return render(request, "work/inbox_section.html", context)
