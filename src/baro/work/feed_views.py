"""Calendars: the file itself for programs that know the address, and the page that makes them."""

import hashlib

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from baro.kernel.ui.pages import render_page
from baro.org import api as org
from baro.work.feeds import calendar_of
from baro.work.models import CalendarFeed
from baro.work.operations import feeds as operations
from baro.work.queries import feeds as queries


@login_not_required
@require_safe
def calendar(request: HttpRequest, secret: str) -> HttpResponse:
    """Whoever knows the address may read; a program that has it already is told so."""
    feed = queries.feed_at(secret)
    if feed is None:
        raise Http404
    content = calendar_of(f"Ba Rõ: {feed}", queries.calendar_items(feed, at=timezone.now()))
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["ETag"] = etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    response["Cache-Control"] = "private, no-cache"
    answer = get_conditional_response(request, etag=etag, response=response)
    return answer if isinstance(answer, HttpResponse) else response


@never_cache
@require_http_methods(["GET", "POST"])
def calendar_feeds(request: org.UserRequest) -> HttpResponse:
    """One's own calendar and those of one's units; a new address is shown once, here."""
    now = timezone.now()
    units = queries.feed_units(request.user, at=now)
    address = None
    if request.method == "POST":
        unit = _chosen(units, request.POST.get("unit", ""))
        _, secret = operations.make_calendar(unit=unit, by=request.user, at=now)
        address = request.build_absolute_uri(reverse("work:calendar", args=[secret]))
    live = CalendarFeed.objects.live().select_related("made_by__person")
    known = {feed.unit_id: feed for feed in live.filter(unit__in=units)}
    own = live.filter(person=request.user.person_id).first()
    calendars = [(None, own), *((unit, known.get(unit.pk)) for unit in units)]
    context = {"calendars": calendars, "address": address}
    return render_page(request, "work/calendar_feeds.html", context)


@require_POST
def calendar_revocation(request: org.UserRequest, pk: int) -> HttpResponse:
    feed = get_object_or_404(CalendarFeed.objects.select_related("unit", "person"), pk=pk)
    operations.revoke_calendar(feed=feed, by=request.user, at=timezone.now())
    messages.success(request, f"Đã thu hồi địa chỉ của {feed}.")
    return redirect("work:calendar-feeds")


def _chosen(units: list[org.Unit], value: str) -> org.Unit | None:
    if not value:
        return None
    chosen = next((unit for unit in units if str(unit.pk) == value), None)
    if chosen is None:
        raise Http404
    return chosen
