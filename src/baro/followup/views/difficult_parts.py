"""One milestone or one obstacle of a difficult work, and what may be done to it."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from baro.followup.forms import difficult_parts as given
from baro.followup.models import DifficultMilestone, DifficultObstacle
from baro.followup.operations import difficult as operations
from baro.followup.policies import difficult as policies
from baro.followup.queries.difficult import visible_milestones, visible_obstacles
from baro.followup.views.difficult_acts import Act, is_done, seen_item, sent_act
from baro.kernel.ui.pages import render_page
from baro.org import api as org


@require_http_methods(["GET", "POST"])
def difficult_milestone(request: org.UserRequest, pk: int) -> HttpResponse:
    milestone = get_object_or_404(visible_milestones(request.user), pk=pk)
    sent = sent_act(request, _MILESTONE_ACTS)
    today = timezone.localdate()
    bound: dict[str, forms.Form] = {
        "dat": given.DoneForm(
            request.POST if sent == "dat" else None, auto_id="dat-%s", initial={"done_on": today}
        ),
        "doi": given.MoveForm(request.POST if sent == "doi" else None, auto_id="doi-%s"),
    }
    if sent and is_done(request, milestone, bound[sent], _MILESTONE_ACTS[sent]):
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
    sent = sent_act(request, _OBSTACLE_ACTS)
    today = timezone.localdate()
    bound: dict[str, forms.Form] = {
        "quyet-dinh": given.DecisionForm(
            request.POST if sent == "quyet-dinh" else None,
            auto_id="quyet-dinh-%s",
            initial=given.DecisionForm.kept(obstacle),
        ),
        "go": given.ClearForm(request.POST if sent == "go" else None, auto_id="go-%s"),
    }
    if sent and is_done(request, obstacle, bound[sent], _OBSTACLE_ACTS[sent]):
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


def _people(obstacle: DifficultObstacle, user: org.User) -> dict[str, Any]:
    posts = [post for post in (obstacle.owner_post, obstacle.needs_decision_of) if post]
    holders = org.holders_of(posts, on=timezone.localdate())
    return {
        "owner": holders.get(obstacle.owner_post_id or 0),
        "decider": holders.get(obstacle.needs_decision_of_id or 0),
        "item": seen_item(user, obstacle.decision_item_id),
    }


def _decide(obstacle: DifficultObstacle, form: forms.Form, who: dict[str, Any]) -> None:
    assert isinstance(form, given.DecisionForm)  # noqa: S101 - the form of this act
    words = form.cleaned_data["decision"]
    operations.decide_obstacle(obstacle=obstacle, decision=words, task=form.task(), **who)


def _on_milestone(operation: Callable[..., object]) -> Act:
    def act(milestone: DifficultMilestone, form: forms.Form, who: dict[str, Any]) -> None:
        operation(milestone=milestone, **form.cleaned_data, **who)

    return act


def _clear(obstacle: DifficultObstacle, form: forms.Form, who: dict[str, Any]) -> None:
    operations.clear_obstacle(obstacle=obstacle, **form.cleaned_data, **who)


_MILESTONE_ACTS: Mapping[str, Act] = {
    "dat": _on_milestone(operations.finish_milestone),
    "doi": _on_milestone(operations.move_milestone),
}
_OBSTACLE_ACTS: Mapping[str, Act] = {"quyet-dinh": _decide, "go": _clear}
