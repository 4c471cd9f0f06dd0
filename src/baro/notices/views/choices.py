"""How one wants to hear: in the account area, and by the link in a letter."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baro.kernel.ui.pages import render_page
from baro.notices import operations, queries
from baro.notices.forms import ChoicesForm, QuietHoursForm
from baro.notices.unsubscribing import read_unsubscribe_token
from baro.org import api as org


@require_GET
def choices(request: org.UserRequest) -> HttpResponse:
    return _page(request, _channels_form(request), _hours_form(request))


@require_POST
def channel_choices(request: org.UserRequest) -> HttpResponse:
    form = _channels_form(request)
    if not form.is_valid():
        return _page(request, form, _hours_form(request, is_sent=False))
    operations.choose_channels(channels=form.channels(), by=request.user, at=timezone.now())
    messages.success(request, "Đã lưu cách nhận thông báo.")
    return redirect("notices:choices")


@require_POST
def quiet_hours(request: org.UserRequest) -> HttpResponse:
    form = _hours_form(request)
    if not form.is_valid():
        return _page(request, _channels_form(request, is_sent=False), form)
    operations.set_quiet_hours(wish=form.wish(), by=request.user, at=timezone.now())
    messages.success(request, "Đã lưu giờ yên lặng.")
    return redirect("notices:choices")


@csrf_exempt  # mail programs post here by themselves (RFC 8058); the address carries a signature
@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def unsubscribing(request: HttpRequest, token: str) -> HttpResponse:
    """A question first: programs that look links over must not answer for people."""
    asked = read_unsubscribe_token(token)
    if asked is None:
        raise Http404
    if request.method == "POST":
        person = get_object_or_404(org.Person, pk=asked.person_id)
        operations.stop_kinds(person=person, kinds=asked.kinds, at=timezone.now())
    context = {"asked": asked, "is_stopped": request.method == "POST"}
    return render(request, "notices/unsubscribing.html", context)


def _channels_form(request: org.UserRequest, *, is_sent: bool = True) -> ChoicesForm:
    person_id = request.user.person_id
    known = queries.channels_of({person_id})
    data = request.POST if is_sent and request.method == "POST" else None
    return ChoicesForm(known, person_id, data)


def _hours_form(request: org.UserRequest, *, is_sent: bool = True) -> QuietHoursForm:
    person_id = request.user.person_id
    usual = queries.mail_rules(at=timezone.now()).quiet_hours
    hours = queries.quiet_hours_of({person_id}, usual=usual)[person_id]
    return QuietHoursForm(hours, request.POST if is_sent and request.method == "POST" else None)


def _page(request: org.UserRequest, form: ChoicesForm, hours: QuietHoursForm) -> HttpResponse:
    is_wrong = any(one.is_bound and one.errors for one in (form, hours))
    context = {
        "form": form,
        "hours": hours,
        "address": request.user.email,
        "is_mail_set_up": settings.MAIL_IS_SET_UP,
        "digest_time": queries.mail_rules(at=timezone.now()).digest_time,
    }
    return render_page(request, "notices/choices.html", context, status=422 if is_wrong else 200)
