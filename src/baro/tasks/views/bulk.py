"""One act on many tasks: looked at first, then done one by one, with what was refused."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from baro.kernel.policies import require
from baro.org import api as org
from baro.tasks import lists, operations
from baro.tasks.forms import MANY_FORMS
from baro.tasks.models import Task
from baro.work import api as work


def _withdraw(*, task: Task, **facts: Any) -> None:
    operations.withdraw_tasks(tasks=[task], **facts)


_OPERATIONS: Mapping[str, Callable[..., Any]] = {
    "doi-han": operations.reschedule_task,
    "phan-cong": operations.assign_task,
    "theo-doi": operations.add_task_watcher,
    "thu-hoi": _withdraw,
}


@require_POST
def task_bulk(request: org.UserRequest, act: str) -> HttpResponse:
    """The preview of the chosen rows; with `buoc` the act itself on what the preview showed."""
    if act not in lists.MANY:
        raise Http404
    many, now, on = lists.MANY[act], timezone.now(), timezone.localdate()
    powers = org.powers_of(request.user, on=on)
    require(
        powers.may_somewhere(many.permission),
        f"Chỉ người giao việc, phân công việc mới {many.deed} hàng loạt được.",
    )
    chosen = lists.chosen_items(request.user, request.POST, at=now)
    is_sent = bool(request.POST.get("buoc"))
    form = MANY_FORMS[act](request.POST if is_sent else None, user=request.user)
    context: dict[str, Any] = {
        "act": act,
        "many": many,
        "back": reverse("tasks:task-list") + chosen.asked.href(),
        "loc": chosen.asked.canonical,
    }
    if is_sent and form.is_valid():
        outcomes = _outcomes(act, chosen, form.facts(), request.user, now)
        context["refused"] = [outcome for outcome in outcomes if not outcome.is_done]
        context["done"] = [outcome for outcome in outcomes if outcome.is_done]
        return render(request, "tasks/task_bulk_done.html", context)
    context["form"] = form
    context["rows"] = _rows(act, chosen, request.user, on)
    context["free"] = sum(1 for _, why in context["rows"] if not why)
    context["unit_names"] = org.addressable_names(on=on) if act == "theo-doi" else []
    return render(request, "tasks/task_bulk.html", context, status=422 if form.errors else 200)


def _rows(
    act: str, chosen: lists.Chosen, user: org.User, on: date
) -> list[tuple[work.WorkItem, str]]:
    items = work.ordered(work.for_rows(chosen.items), chosen.asked.one("sapxep"))
    return [(item, lists.why_not(act, user, item, on=on)) for item in items]


def _outcomes(
    act: str, chosen: lists.Chosen, facts: Mapping[str, Any], user: org.User, at: Any
) -> list[operations.Outcome]:
    items = work.ordered(work.for_rows(chosen.items), chosen.asked.one("sapxep"))
    tasks = Task.objects.select_related("item__inspector_post__unit", "item__issuer_unit")
    found = tasks.in_bulk([item.pk for item in items])
    ranked = [found[item.pk] for item in items if item.pk in found]
    return operations.do_in_turn(
        ranked, lambda task: _OPERATIONS[act](task=task, **facts, by=user, at=at)
    )
