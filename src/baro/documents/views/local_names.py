"""The names that offices taught the reader: shown, taught after a look at the effect, forgotten."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from baro.documents import operations, policies, queries, reading
from baro.documents.forms import LocalNameForm
from baro.documents.models import LocalName
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.ui.pages import render_page
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org


@require_http_methods(["GET", "POST"])
def local_names(request: org.UserRequest) -> HttpResponse:
    """All names; with POST first the effect of a new one, then, confirmed, the name itself."""
    user, today = request.user, timezone.localdate()
    require(policies.can_see_names(user, on=today), operations.WHO_TEACHES)
    form = LocalNameForm(
        request.POST if request.method == "POST" else None,
        owners=queries.registering_units(user, on=today),
        city_wide=policies.can_teach_name(user, None, on=today),
    )
    effect = None
    if form.is_valid():
        if "luu" in request.POST and _taught(request, form):
            return redirect("documents:local-names")
        if "luu" not in request.POST:
            effect = _effect(request, form)
    context: dict[str, Any] = {
        "form": form,
        "effect": effect,
        "names": queries.names_seen(user, on=today),
        "unit_names": org.addressable_names(on=today),
    }
    status = 422 if form.errors else 200
    return render_page(request, "documents/local_names.html", context, status=status)


@require_POST
def local_name_removal(request: org.UserRequest, pk: int) -> HttpResponse:
    visible = queries.visible_names(request.user, on=timezone.localdate())
    name = get_object_or_404(visible, pk=pk)
    operations.forget_name(name=name, by=request.user, at=timezone.now())
    messages.success(request, f"Đã bỏ {name}.")
    return redirect("documents:local-names")


def _effect(request: org.UserRequest, form: LocalNameForm) -> queries.NameEffect:
    given = form.cleaned_data
    meant = reading.LocalName(given["phrase"], given["units"], given["issuer_name"])
    return queries.effect_of_name(meant, owner_unit=form.owner_unit(), seen_by=request.user)


def _taught(request: org.UserRequest, form: LocalNameForm) -> LocalName | None:
    given = form.cleaned_data
    try:
        name = operations.teach_name(
            phrase=given["phrase"],
            codes=given["units"],
            issuer_name=given["issuer_name"],
            owner_unit=form.owner_unit(),
            by=request.user,
            at=timezone.now(),
        )
    except DomainError as refusal:
        tell_refusal(form, refusal)
        return None
    messages.success(request, f"Đã ghi {name}. Văn bản đọc từ nay hiểu theo tên gọi này.")
    return name
