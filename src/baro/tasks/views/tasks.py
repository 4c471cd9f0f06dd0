"""One task, the board of a collective task, and giving one without a document."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from baro.kernel.errors import DomainError
from baro.kernel.files import api as files
from baro.kernel.policies import require
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org
from baro.tasks import lists, operations, queries
from baro.tasks.forms import NewTaskForm
from baro.tasks.models import Delivery, Task
from baro.tasks.views.task_page import show_task

_WHO_ISSUES = (
    "Chỉ lãnh đạo, người đứng đầu đơn vị hoặc chuyên viên tổng hợp mới giao nhiệm vụ được."
)


@require_GET
def task(request: org.UserRequest, pk: int) -> HttpResponse:
    return show_task(request, pk)


@require_GET
def task_board(request: org.UserRequest, pk: int) -> HttpResponse:
    """All units of a collective task by state."""
    now = timezone.now()
    parent = get_object_or_404(Task.objects.visible_to(request.user).select_related("item"), pk=pk)
    rows = queries.board_of(parent, at=now)
    context = {
        "task": parent,
        "item": parent.item,
        "rows": rows,
        "tally": queries.tally_of_board(rows),
        "states": lists.states_of(rows),
    }
    return render(request, "tasks/task_board.html", context)


@require_http_methods(["GET", "POST"])
def task_creation(request: org.UserRequest) -> HttpResponse:
    """A task on a leader's word, without a document behind it."""
    powers = org.powers_of(request.user, on=timezone.localdate())
    require(powers.may_somewhere(org.Permission.ISSUE_TASK), _WHO_ISSUES)
    form = NewTaskForm(
        request.POST if request.method == "POST" else None,
        user=request.user,
        initial={"recurrence_every": request.GET.get("lap", "")},
    )
    asked = _still_to_agree(form) if request.method == "POST" and form.is_valid() else None
    if request.method == "POST" and form.is_valid() and asked is None:
        try:
            issued = operations.issue_tasks(specs=[form.spec()], by=request.user, at=timezone.now())
        except DomainError as refusal:
            tell_refusal(form, refusal)
        else:
            messages.success(request, f"Đã giao nhiệm vụ {issued[0].item.number}.")
            return redirect("tasks:task", issued[0].pk)
    context = {
        "form": form,
        "asked": asked,
        "unit_names": org.addressable_names(on=timezone.localdate()),
    }
    status = 422 if form.errors else 200
    return render(request, "tasks/task_creation.html", context, status=status)


def _still_to_agree(form: NewTaskForm) -> queries.Asked | None:
    """What is asked of many units, as long as the user has not seen what that costs them.

    A task that the gate would refuse is not asked about: it is refused.
    """
    now, spec = timezone.now(), form.spec()
    on = timezone.localdate(now)
    minutes = spec.minutes_per_unit or 0
    asked = queries.asked_of(spec.lead_codes, spec.except_codes, minutes=minutes, on=on)
    if not asked.is_many or form.cleaned_data["agreed_units"] == asked.codes:
        return None
    codes = {*spec.lead_codes, *spec.except_codes, *(part.code for part in spec.cooperating)}
    lacks = queries.missing_clarities(spec, queries.addressees_of(codes, on=on), at=now)
    return None if lacks else asked


@require_GET
def delivery_file(request: org.UserRequest, pk: int) -> HttpResponseBase:
    tasks = Task.objects.visible_to(request.user)
    found = Delivery.objects.filter(task__in=tasks, file__isnull=False)
    delivery = get_object_or_404(found.select_related("file", "task"), pk=pk)
    stored = operations.take_delivery_file(delivery=delivery, by=request.user, at=timezone.now())
    return files.file_response(stored, name=delivery.file_name)
