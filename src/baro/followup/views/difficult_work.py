"""One difficult work with everything about it, and each step and obstacle of it."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from baro.followup.difficult_weeks import weeks_between
from baro.followup.forms import difficult as given
from baro.followup.models import DifficultMilestone, DifficultObstacle, DifficultWork
from baro.followup.operations import difficult as operations
from baro.followup.policies import difficult as policies
from baro.followup.queries.difficult import rows_of_works, visible_milestones, visible_obstacles
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.ui.pages import render_page
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org
from baro.work import api as work_api

Act = Callable[[Any, forms.Form, dict[str, Any]], object]
_SAID = "Đã ghi."


@require_http_methods(["GET", "POST"])
def difficult_work(request: org.UserRequest, pk: int) -> HttpResponse:
    """`viec` in what is sent names the act."""
    seen = DifficultWork.objects.visible_to(request.user)
    work = get_object_or_404(seen.select_related("unit", "lead_unit", "leader_post"), pk=pk)
    sent = _sent(request, _WORK_ACTS)
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
    if sent and _done(request, work, bound[sent], _WORK_ACTS[sent]):
        return redirect("followup:difficult-work", pk)
    return render_page(
        request,
        "followup/difficult_work.html",
        {"forms": bound, "sent": sent, **_work_context(request.user, work)},
        status=422 if sent else 200,
    )


@require_http_methods(["GET", "POST"])
def difficult_milestone(request: org.UserRequest, pk: int) -> HttpResponse:
    milestone = get_object_or_404(visible_milestones(request.user), pk=pk)
    sent = _sent(request, _MILESTONE_ACTS)
    today = timezone.localdate()
    bound: dict[str, forms.Form] = {
        "dat": given.DoneForm(
            request.POST if sent == "dat" else None, auto_id="dat-%s", initial={"done_on": today}
        ),
        "doi": given.MoveForm(request.POST if sent == "doi" else None, auto_id="doi-%s"),
    }
    if sent and _done(request, milestone, bound[sent], _MILESTONE_ACTS[sent]):
        return redirect("followup:difficult-work", milestone.work_id)
    is_open = not (milestone.is_done or milestone.work.is_ended)
    context = {
        "milestone": milestone,
        "work": milestone.work,
        "moves": milestone.moves.select_related("moved_by__person"),
        "forms": bound,
        "today": today,
        "can_finish": is_open and policies.can_report_work(request.user, milestone.work, on=today),
        "can_move": is_open and policies.can_steer_work(request.user, milestone.work, on=today),
    }
    status = 422 if sent else 200
    return render_page(request, "followup/difficult_milestone.html", context, status=status)


@require_http_methods(["GET", "POST"])
def difficult_obstacle(request: org.UserRequest, pk: int) -> HttpResponse:
    obstacle = get_object_or_404(visible_obstacles(request.user), pk=pk)
    sent = _sent(request, _OBSTACLE_ACTS)
    today = timezone.localdate()
    bound: dict[str, forms.Form] = {
        "quyet-dinh": given.DecisionForm(
            request.POST if sent == "quyet-dinh" else None,
            auto_id="quyet-dinh-%s",
            initial=given.DecisionForm.kept(obstacle),
        ),
        "go": given.ClearForm(request.POST if sent == "go" else None, auto_id="go-%s"),
    }
    if sent and _done(request, obstacle, bound[sent], _OBSTACLE_ACTS[sent]):
        return redirect("followup:difficult-work", obstacle.work_id)
    is_open = not (obstacle.is_cleared or obstacle.work.is_ended)
    waits = obstacle.awaits_decision
    context = {
        "obstacle": obstacle,
        "work": obstacle.work,
        "forms": bound,
        "today": today,
        "can_decide": is_open
        and waits
        and policies.can_decide_obstacle(request.user, obstacle, on=today),
        "can_clear": is_open
        and not waits
        and policies.can_clear_obstacle(request.user, obstacle, on=today),
        **_people(obstacle, request.user),
    }
    status = 422 if sent else 200
    return render_page(request, "followup/difficult_obstacle.html", context, status=status)


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
        "item": _seen_item(user, work.item_id),
        "today": today,
        "can_steer": running and policies.can_steer_work(user, work, on=today),
        "can_report": running and policies.can_report_work(user, work, on=today),
        "can_end": running and policies.can_star_work(user, work.unit, on=today),
        "unit_names": org.addressable_names(on=today),
    }


def _people(obstacle: DifficultObstacle, user: org.User) -> dict[str, Any]:
    posts = [post for post in (obstacle.owner_post, obstacle.needs_decision_of) if post]
    holders = org.holders_of(posts, on=timezone.localdate())
    return {
        "owner": holders.get(obstacle.owner_post_id or 0),
        "decider": holders.get(obstacle.needs_decision_of_id or 0),
        "item": _seen_item(user, obstacle.decision_item_id),
    }


def _seen_item(user: org.User, key: int | None) -> work_api.WorkItem | None:
    """A link is shown only to whoever may open it."""
    return work_api.WorkItem.objects.visible_to(user).filter(pk=key).first() if key else None


def _sent(request: org.UserRequest, acts: Mapping[str, Act]) -> str:
    sent = request.POST.get("viec", "") if request.method == "POST" else ""
    return sent if sent in acts else ""


def _done(request: org.UserRequest, thing: Any, form: forms.Form, act: Act) -> bool:
    if not form.is_valid():
        return False
    try:
        act(thing, form, {"by": request.user, "at": timezone.now()})
    except DomainError as refusal:
        tell_refusal(form, refusal)
        return False
    messages.success(request, _SAID)
    return True


def _decide(obstacle: DifficultObstacle, form: forms.Form, who: dict[str, Any]) -> None:
    assert isinstance(form, given.DecisionForm)  # noqa: S101 - the form of this act
    words = form.cleaned_data["decision"]
    operations.decide_obstacle(obstacle=obstacle, decision=words, task=form.task(), **who)


def _on_work(operation: Callable[..., object]) -> Act:
    def act(work: DifficultWork, form: forms.Form, who: dict[str, Any]) -> None:
        operation(work=work, **form.cleaned_data, **who)

    return act


def _on_milestone(operation: Callable[..., object]) -> Act:
    def act(milestone: DifficultMilestone, form: forms.Form, who: dict[str, Any]) -> None:
        operation(milestone=milestone, **form.cleaned_data, **who)

    return act


def _clear(obstacle: DifficultObstacle, form: forms.Form, who: dict[str, Any]) -> None:
    operations.clear_obstacle(obstacle=obstacle, **form.cleaned_data, **who)


_WORK_ACTS: Mapping[str, Act] = {
    "tinh-hinh": _on_work(operations.say_week),
    "moc": _on_work(operations.add_milestone),
    "vuong-mac": _on_work(operations.raise_obstacle),
    "sua": _on_work(operations.change_work),
    "ket-thuc": _on_work(operations.end_work),
}
_MILESTONE_ACTS: Mapping[str, Act] = {
    "dat": _on_milestone(operations.finish_milestone),
    "doi": _on_milestone(operations.move_milestone),
}
_OBSTACLE_ACTS: Mapping[str, Act] = {"quyet-dinh": _decide, "go": _clear}
