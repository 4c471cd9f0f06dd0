"""What comes back by a rule: the list, one duty, and what is done to it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.ui.pages import render_page
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org
from baro.tasks import operations, policies
from baro.tasks.forms import duties as forms_of
from baro.tasks.models import RecurringDuty
from baro.tasks.queries.duties import duty_rows, past_times
from baro.tasks.queries.occurrences import coming_times
from baro.tasks.wording import recurrence_in_words

_ROWS = 50


@require_GET
def duty_list(request: org.UserRequest) -> HttpResponse:
    """Duties of the units that one oversees; those that cannot be given first."""
    visible = RecurringDuty.objects.visible_to(request.user)
    shows_ended = request.GET.get("xem") == "da-thoi"
    duties = visible.exclude(ended_at=None) if shows_ended else visible.running()
    duties = duties.select_related("issuer_unit").order_by("-trouble", "title", "pk")
    shown = Paginator(duties, _ROWS).get_page(request.GET.get("trang"))
    context = {
        "page": shown,
        "rows": duty_rows(shown.object_list, at=timezone.now()),
        "shows_ended": shows_ended,
    }
    return render_page(request, "tasks/duty_list.html", context)


@require_GET
def duty(request: org.UserRequest, pk: int) -> HttpResponse:
    return _show(request, pk)


@dataclass(frozen=True)
class DutyAct:
    """The last part of the address, the form, the operation, and what is said afterwards."""

    path: str
    form: type[forms_of.DutyActForm]
    operation: Callable[..., Any]
    done: str


ACTS = {
    "duty-move": DutyAct("doi-ky", forms_of.MoveForm, operations.move_occurrence, "Đã dời kỳ này."),
    "duty-skip": DutyAct(
        "bo-ky", forms_of.SkipForm, operations.skip_occurrence, "Đã bỏ qua kỳ này."
    ),
    "duty-ways": DutyAct(
        "cach-giao", forms_of.WaysForm, operations.change_ways, "Đã đổi cách giao các kỳ sau."
    ),
    "duty-end": DutyAct(
        "ket-thuc", forms_of.EndForm, operations.end_duty, "Đã kết thúc việc định kỳ."
    ),
    "duty-takeover": DutyAct(
        "giao-tiep",
        forms_of.TakeoverForm,
        operations.take_over_duty,
        "Từ nay các kỳ được giao với tên ông/bà.",
    ),
}


def duty_act(code: str) -> Callable[[org.UserRequest, int], HttpResponse]:
    """One act: a refusal shows the duty again (422) with all that was typed."""
    act = ACTS[code]

    @require_POST
    def view(request: org.UserRequest, pk: int) -> HttpResponse:
        found = get_object_or_404(RecurringDuty.objects.visible_to(request.user), pk=pk)
        form = act.form(request.POST)
        if not form.is_valid():
            return _show(request, pk, refused=(code, form))
        now = timezone.now()
        try:
            act.operation(duty=found, by=request.user, at=now, **form.facts())
        except DomainError as refusal:
            tell_refusal(form, refusal)
            return _show(request, pk, refused=(code, form))
        operations.open_times_of(duty_id=pk, at=now)
        messages.success(request, act.done)
        return redirect("tasks:duty", pk)

    return view


def _show(
    request: org.UserRequest, pk: int, refused: tuple[str, forms.Form] | None = None
) -> HttpResponse:
    duties = RecurringDuty.objects.visible_to(request.user).select_related(
        "issuer_unit", "given_by", "inspector_post__unit", "source_document"
    )
    shown = get_object_or_404(duties, pk=pk)
    now = timezone.now()
    code, form = refused or ("", None)
    context = {
        "duty": shown,
        "rhythm": recurrence_in_words(shown.recurrence),
        "parties": _parties(shown),
        "coming": coming_times(shown, at=now),
        "past": past_times(shown, at=now),
        "history": audit.history(shown),
        "may_change": shown.is_running
        and policies.can_issue_tasks(request.user, shown.issuer_unit, on=timezone.localdate()),
        "refused": code,
        "refused_form": form,
        "ways": form if code == "duty-ways" else forms_of.WaysForm.of(shown),
        "end": form if code == "duty-end" else forms_of.EndForm(),
    }
    status = 422 if refused else 200
    return render_page(request, "tasks/duty.html", context, status=status)


def _parties(duty: RecurringDuty) -> list[tuple[str, str]]:
    """Who leads, who is left out of a group, who cooperates: in words, where there is any."""
    parts = [
        ("Chủ trì", duty.lead_codes),
        ("Trừ", duty.except_codes),
        ("Phối hợp", [part["code"] for part in duty.cooperating]),
    ]
    names = org.names_of_codes({code for _, codes in parts for code in codes})
    return [
        (word, ", ".join(names.get(code, code) for code in codes)) for word, codes in parts if codes
    ]
