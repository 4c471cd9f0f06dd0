"""The first page after sign-in."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from baro.org import api as org
from baro.work import queries


@require_GET
def inbox(request: org.UserRequest) -> HttpResponse:
    now = timezone.now()
    context = {"sections": queries.inbox_of(request.user, at=now), "now": now}
    return render(request, "work/inbox.html", context)
