"""The page of the ladder: what holds, what it will send, and changing it."""

from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baro.followup.forms.ladder import RungEndForm, RungForm, as_initial, fresh_rung
from baro.followup.models import Rung
from baro.followup.operations import comparing
from baro.followup.operations import ladder as operations
from baro.followup.policies.ladder import can_change_ladder
from baro.followup.queries import ladder_page as queries
from baro.followup.queries.leaders_list import LIMIT_RULE
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.rules import api as rules
from baro.kernel.ui.pages import render_page
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org


@require_GET
def ladder(request: org.UserRequest) -> HttpResponse:
    now, today = timezone.now(), timezone.localdate()
    windows = [*queries.standing_rungs(on=today), *queries.coming_rungs(on=today)]
    context = {
        "rungs": queries.standing_rungs(on=today),
        "coming": queries.coming_rungs(on=today),
        "past": queries.past_rungs(on=today),
        "ahead": queries.days_ahead(windows, at=now),
        "state": queries.ladder_state(at=now),
        "limit": rules.rule_at(LIMIT_RULE, as_at=today),
        "can_change": can_change_ladder(request.user, on=today),
        "end_form": RungEndForm(initial={"valid_to": _tomorrow()}),
    }
    return render_page(request, "followup/ladder.html", context)


@require_http_methods(["GET", "POST"])
def rung_creation(request: org.UserRequest) -> HttpResponse:
    return _edit(request, None)


@require_http_methods(["GET", "POST"])
def rung(request: org.UserRequest, number: int) -> HttpResponse:
    """The rung of this number: said anew from a day on."""
    last = Rung.objects.filter(number=number).order_by("-valid_from").first()
    if last is None:
        return redirect("followup:ladder")
    return _edit(request, last)


@require_POST
def rung_ending(request: org.UserRequest, number: int) -> HttpResponse:
    last = Rung.objects.filter(number=number).order_by("-valid_from").first()
    require(can_change_ladder(request.user, on=timezone.localdate()), operations.WHO_CHANGES)
    form = RungEndForm(request.POST)
    if last is None or not form.is_valid():
        messages.error(request, "Hãy ghi ngày bắt đầu bỏ bậc này, ví dụ 25/12/2026.")
        return redirect("followup:ladder")
    ended = operations.end_rung(
        rung=last, valid_to=form.cleaned_data["valid_to"], by=request.user, at=timezone.now()
    )
    messages.success(request, f"Bậc “{ended}” thôi áp dụng từ ngày {ended.valid_to:%d/%m/%Y}.")
    return redirect("followup:ladder")


@require_POST
def rung_calling_off(request: org.UserRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Rung, pk=pk)
    operations.call_off_rung(rung=found, by=request.user, at=timezone.now())
    messages.success(request, "Đã rút thay đổi; bậc trước đó vẫn áp dụng.")
    return redirect("followup:ladder")


@require_POST
def ladder_comparison(request: org.UserRequest) -> HttpResponse:
    found = comparing.compare(at=timezone.now(), by=request.user)
    wrong = f"{found.missing_total} bậc thiếu, {found.extra_total} bậc thừa"
    messages.success(request, f"Đã đối chiếu {found.expected} bậc: {wrong}.")
    return redirect("followup:ladder")


def _edit(request: org.UserRequest, last: Rung | None) -> HttpResponse:
    require(can_change_ladder(request.user, on=timezone.localdate()), operations.WHO_CHANGES)
    start = max(_tomorrow(), last.valid_from + timedelta(days=1) if last else date.min)
    given = as_initial(last, valid_from=start) if last else fresh_rung(valid_from=start)
    form = RungForm(request.POST if request.method == "POST" else None, initial=given)
    is_look = "xem" in request.POST
    if form.is_valid() and not is_look and _set(request, form, last):
        return redirect("followup:ladder")
    context = {
        "form": form,
        "rung": last,
        "ahead": _look_ahead(form, last) if is_look and form.is_valid() else None,
    }
    status = 422 if form.errors else 200
    return render_page(request, "followup/rung.html", context, status=status)


def _set(request: org.UserRequest, form: RungForm, last: Rung | None) -> bool:
    try:
        added = operations.set_rung(
            content=form.content(),
            valid_from=form.cleaned_data["valid_from"],
            number=last.number if last else None,
            by=request.user,
            at=timezone.now(),
        )
    except DomainError as refusal:
        tell_refusal(form, refusal)
        return False
    messages.success(request, f"Bậc “{added}” áp dụng từ ngày {added.valid_from:%d/%m/%Y}.")
    return True


def _look_ahead(form: RungForm, last: Rung | None) -> queries.LookAhead:
    """The ladder with this change in it, without writing anything."""
    today = timezone.localdate()
    changed = form.as_rung(last.number if last else 0)
    windows = [*queries.standing_rungs(on=today), *queries.coming_rungs(on=today)]
    for window in windows:
        ends = window.valid_to is None or window.valid_to > changed.valid_from
        if window.number == changed.number and ends:
            window.valid_to = changed.valid_from
    return queries.days_ahead([*windows, changed], at=timezone.now())


def _tomorrow() -> date:
    return timezone.localdate() + timedelta(days=1)
