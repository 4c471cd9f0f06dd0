"""The first page after sign-in."""

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
        "told": f"Không có nhóm việc “{code[:40]}”. Đây là tất cả các nhóm." if code else "",
    }
    return render(request, "work/inbox.html", context)


def _section(request: org.UserRequest, code: str) -> HttpResponse:
    section, page = queries.inbox_section(
        request.user, code, at=timezone.now(), page=request.GET.get("trang"), size=_ROWS
    )
    context = {
        "title": section.title,
        "empty_words": section.empty_words,
        "section": section,
        "page": page,
        "rows": section.rows,
        "params": request.GET,
    }
    return render(request, "work/inbox_section.html", context)


def _arrivals(request: org.UserRequest) -> HttpResponse:
    now = timezone.now()
    arrivals, page = inbox_arrivals(request.user, at=now, page=request.GET.get("trang"), size=_ROWS)
    title, empty_words = ARRIVALS
    context = {
        "title": title,
        "empty_words": empty_words,
        "page": page,
        "arrivals": arrivals.rows,
        "today": timezone.localdate(now),
        "params": request.GET,
    }
    return render(request, "work/inbox_section.html", context)
