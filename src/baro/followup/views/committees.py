"""Committees: the list, one with its sessions, founding and changing."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baro.followup import policies
from baro.followup.forms.committees import CommitteeForm, SessionForm, kept_words
from baro.followup.models import Committee
from baro.followup.operations import committees as operations
from baro.followup.queries import committees as queries
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.ui.pages import render_page
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org


@require_GET
def committee_list(request: org.UserRequest) -> HttpResponse:
    on = timezone.localdate()
    context = {
        "committees": queries.committees_of(request.user),
        "can_found": queries.chair_units(request.user, on=on).exists(),
    }
    return render_page(request, "followup/committee_list.html", context)


@require_http_methods(["GET", "POST"])
def committee_founding(request: org.UserRequest) -> HttpResponse:
    on = timezone.localdate()
    chairs = list(queries.chair_units(request.user, on=on))
    require(bool(chairs), operations.WHO_FOUNDS)
    form = CommitteeForm(request.POST if request.method == "POST" else None, chairs=chairs, on=on)
    if request.method == "POST" and form.is_valid():
        try:
            founded = operations.found_committee(
                content=form.content(), by=request.user, at=timezone.now()
            )
        except DomainError as refusal:
            tell_refusal(form, refusal)
        else:
            return redirect("followup:committee", pk=founded.pk)
    return _form_page(request, form, None)


@require_http_methods(["GET", "POST"])
def committee_change(request: org.UserRequest, pk: int) -> HttpResponse:
    committee, on = _visible(request, pk), timezone.localdate()
    may = policies.can_found_committee(request.user, committee.chair_unit, on=on)
    require(may, operations.WHO_FOUNDS)
    form = CommitteeForm(
        request.POST if request.method == "POST" else None,
        chairs=[committee.chair_unit],
        on=on,
        initial=kept_words(committee),
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.revise_committee(
                committee=committee, content=form.content(), by=request.user, at=timezone.now()
            )
        except DomainError as refusal:
            tell_refusal(form, refusal)
        else:
            messages.success(request, "Đã lưu.")
            return redirect("followup:committee", pk=pk)
    return _form_page(request, form, committee)


@require_GET
def committee(request: org.UserRequest, pk: int) -> HttpResponse:
    return _show(request, _visible(request, pk))


@require_POST
def committee_session(request: org.UserRequest, pk: int) -> HttpResponse:
    """Put the next session into the calendar."""
    found = _visible(request, pk)
    form = SessionForm(request.POST)
    if form.is_valid():
        try:
            planned = operations.plan_session(
                committee=found, by=request.user, at=timezone.now(), **form.cleaned_data
            )
        except DomainError as refusal:
            tell_refusal(form, refusal)
        else:
            messages.success(request, f"Đã đặt lịch kỳ họp thứ {planned.number}.")
            return redirect("followup:session", pk=planned.pk)
    return _show(request, found, form)


def _show(
    request: org.UserRequest, found: Committee, form: SessionForm | None = None
) -> HttpResponse:
    on = timezone.localdate()
    first = {"number": queries.next_number(found)}
    context = {
        "committee": found,
        "members": found.members.order_by("sort_key"),
        "sessions": queries.sessions_of(found),
        "form": form or SessionForm(initial=first),
        "can_keep": policies.can_keep_committee(request.user, found, on=on),
        "can_change": policies.can_found_committee(request.user, found.chair_unit, on=on),
        "history": [{"text": line.text, "at": line.at} for line in reversed(audit.history(found))],
    }
    status = 422 if form else 200
    return render_page(request, "followup/committee.html", context, status=status)


def _form_page(
    request: org.UserRequest, form: CommitteeForm, committee: Committee | None
) -> HttpResponse:
    names = org.addressable_names(on=timezone.localdate())
    context = {"form": form, "committee": committee, "unit_names": names}
    status = 422 if form.errors else 200
    return render_page(request, "followup/committee_form.html", context, status=status)


def _visible(request: org.UserRequest, pk: int) -> Committee:
    rows = Committee.objects.visible_to(request.user)
    return get_object_or_404(rows.select_related("chair_unit", "secretary_unit"), pk=pk)
