"""One difficult work with everything about it."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from baro.followup.difficult_weeks import weeks_between
from baro.followup.forms import difficult as given
from baro.followup.models import DifficultWork
from baro.followup.operations import difficult as operations
from baro.followup.policies import difficult as policies
from baro.followup.queries.difficult import rows_of_works
from baro.followup.views.difficult_acts import Act, is_done, seen_item, sent_act
from baro.kernel import audit
from baro.kernel.ui.pages import render_page
from baro.org import api as org


@require_http_methods(["GET", "POST"])
def difficult_work(request: org.UserRequest, pk: int) -> HttpResponse:
    """`viec` in what is sent names the act."""
    seen = DifficultWork.objects.visible_to(request.user)
    work = get_object_or_404(seen.select_related("unit", "lead_unit", "leader_post"), pk=pk)
    sent = sent_act(request, _WORK_ACTS)
    shown = {
        "tinh-hinh": given.WeekForm,
        "moc": given.MilestoneForm,
        "vuong-mac": given.ObstacleForm,
        "sua": given.ChangeForm,
        "ket-thuc": given.EndForm,
    }
    bound = {
        code: form(
            request.POST if sent == code else None,
            unit=work.unit,
            auto_id=f"{code}-%s",
            initial=given.ChangeForm.kept(work) if code == "sua" else None,
        )
        for code, form in shown.items()
    }
    if sent and is_done(request, work, bound[sent], _WORK_ACTS[sent]):
        return redirect("followup:difficult-work", pk)
    return render_page(
        request,
        "followup/difficult_work.html",
        {"forms": bound, "sent": sent, **_work_context(request.user, work)},
        status=422 if sent else 200,
    )


def _work_context(user: org.User, work: DifficultWork) -> dict[str, Any]:
    today = timezone.localdate()
    [row] = rows_of_works(DifficultWork.objects.filter(pk=work.pk), on=today)
    said = {week.monday: week for week in work.weeks.select_related("said_by__person")}
    until = timezone.localdate(work.ended_at) if work.ended_at else today
    weeks = weeks_between(timezone.localdate(work.starred_at), until)
    running = not work.is_ended
    return {
        "row": row,
        "work": row.work,
        "milestones": work.milestones.prefetch_related("moves"),
        "obstacles": work.obstacles.select_related(
            "owner_unit", "owner_post__unit", "needs_decision_of__unit"
        ).order_by(F("cleared_at").desc(nulls_first=True), "raised_at"),
        "weeks": [(monday, said.get(monday), monday in row.missing) for monday in weeks],
        "history": list(reversed(audit.history(work))),
        "item": seen_item(user, work.item_id),
        "today": today,
        "can_steer": running and policies.can_steer_work(user, work, on=today),
        "can_report": running and policies.can_report_work(user, work, on=today),
        "can_end": running and policies.can_star_work(user, work.unit, on=today),
        "unit_names": org.addressable_names(on=today),
    }


def _on_work(operation: Callable[..., object]) -> Act:
    def act(work: DifficultWork, form: forms.Form, who: dict[str, Any]) -> None:
        operation(work=work, **form.cleaned_data, **who)

    return act


_WORK_ACTS: Mapping[str, Act] = {
    "tinh-hinh": _on_work(operations.say_week),
    "moc": _on_work(operations.add_milestone),
    "vuong-mac": _on_work(operations.raise_obstacle),
    "sua": _on_work(operations.change_work),
    "ket-thuc": _on_work(operations.end_work),
}
