"""Naming who stands for a person who is away, and ending that early."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import operations, policies
from baro.org.models import Person, Substitution
from baro.org.operations.substitutions import WHO_GIVES
from baro.org.requests import UserRequest
from baro.org.substitution_forms import SubstitutionForm


@require_http_methods(["GET", "POST"])
def absence(request: UserRequest) -> HttpResponse:
    """The same for oneself."""
    return person_substitution(request, request.user.person_id)


@require_http_methods(["GET", "POST"])
def person_substitution(request: UserRequest, pk: int) -> HttpResponse:
    giver, now = get_object_or_404(Person, pk=pk), timezone.now()
    may = policies.can_give_substitution(request.user, giver, on=timezone.localdate(now))
    require(may, WHO_GIVES)
    form = SubstitutionForm(request.POST if request.method == "POST" else None, giver=giver)
    if request.method == "POST" and form.is_valid():
        try:
            given = operations.give_substitution(
                giver=giver, by=request.user, at=now, **form.facts()
            )
        except DomainError as refusal:
            tell_refusal(form, refusal)
        else:
            messages.success(request, f"{given.substitute} sẽ thay {giver} trong những ngày này.")
            return redirect("org:person", giver.pk)
    context = {"person": giver, "form": form, "is_own": giver.pk == request.user.person_id}
    status = 422 if form.errors else 200
    return render(request, "org/substitution.html", context, status=status)


@require_POST
def substitution_ending(request: UserRequest, pk: int) -> HttpResponse:
    given = get_object_or_404(Substitution, pk=pk)
    operations.end_substitution(given=given, by=request.user, at=timezone.now())
    messages.success(request, "Đã kết thúc việc thay từ hôm nay.")
    return redirect("org:person", given.giver_id)
