"""What offices taught the reader: shown, taught after a look at the effect, forgotten."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from baro.documents import operations, policies, queries, reading
from baro.documents.forms import TaughtForm
from baro.documents.models import Taught
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.ui.pages import render_page
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org


@require_http_methods(["GET", "POST"])
def taught(request: org.UserRequest) -> HttpResponse:
    """All phrases; with POST first the effect of a new one, then, confirmed, the phrase itself."""
    user, today = request.user, timezone.localdate()
    require(policies.can_see_taught(user, on=today), operations.WHO_TEACHES)
    form = TaughtForm(
        request.POST if request.method == "POST" else None,
        owners=queries.registering_units(user, on=today),
        city_wide=policies.can_teach(user, None, on=today),
    )
    effect = None
    if form.is_valid():
        if "luu" in request.POST and _kept(request, form):
            return redirect("documents:taught")
        if "luu" not in request.POST:
            effect = _effect(request, form)
    context: dict[str, Any] = {
        "form": form,
        "effect": effect,
        "taught": queries.taught_seen(user, on=today),
        "unit_names": org.addressable_names(on=today),
    }
    status = 422 if form.errors else 200
    return render_page(request, "documents/taught.html", context, status=status)


@require_POST
def local_name_removal(request: org.UserRequest, pk: int) -> HttpResponse:
    visible = queries.visible_names(request.user, on=timezone.localdate())
    name = get_object_or_404(visible, pk=pk)
    operations.forget_name(name=name, by=request.user, at=timezone.now())
    messages.success(request, f"Đã bỏ {name}.")
    return redirect("documents:taught")


@require_POST
def local_word_removal(request: org.UserRequest, pk: int) -> HttpResponse:
    visible = queries.visible_words(request.user, on=timezone.localdate())
    word = get_object_or_404(visible, pk=pk)
    operations.forget_word(word=word, by=request.user, at=timezone.now())
    messages.success(request, f"Đã bỏ {word}.")
    return redirect("documents:taught")


def _effect(request: org.UserRequest, form: TaughtForm) -> queries.Effect:
    given = form.cleaned_data
    to_whom = given["units"] if form.is_name else given["kind"]
    said = reading.LocalName if form.is_name else reading.LocalWord
    meant = said(given["phrase"], to_whom, given["issuer_name"])
    return queries.effect_of(meant, owner_unit=form.owner_unit(), seen_by=request.user)


def _kept(request: org.UserRequest, form: TaughtForm) -> Taught | None:
    given = form.cleaned_data
    details: dict[str, Any] = {
        "phrase": given["phrase"],
        "issuer_name": given["issuer_name"],
        "owner_unit": form.owner_unit(),
        "by": request.user,
        "at": timezone.now(),
    }
    kept: Taught
    try:
        if form.is_name:
            kept = operations.teach_name(codes=given["units"], **details)
        else:
            kept = operations.teach_word(kind=given["kind"], **details)
    except DomainError as refusal:
        tell_refusal(form, refusal)
        return None
    messages.success(request, f"Đã ghi {kept}. Văn bản đọc từ nay hiểu theo cụm từ này.")
    return kept
