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
from baro.tasks.views.terms import terms_of

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
    is_sent = request.method == "POST"
    form = NewTaskForm(
        request.POST if is_sent else None,
        user=request.user,
        initial={"recurrence_every": request.GET.get("lap", "")},
    )
    is_valid = is_sent and form.is_valid()
    terms = terms_of(form) if is_sent else None
    is_asking = is_valid and terms is not None and _is_to_agree(form, terms.asked)
    if is_valid and not is_asking:
        try:
            issued = operations.issue_tasks(specs=[form.spec()], by=request.user, at=timezone.now())
        except DomainError as refusal:
            tell_refusal(form, refusal)
        else:
            messages.success(request, f"Đã giao nhiệm vụ {issued[0].item.number}.")
            return redirect("tasks:task", issued[0].pk)
    context = {
        "form": form,
        "terms": terms,
        "is_asking": is_asking,
        "unit_names": org.addressable_names(on=timezone.localdate()),
    }
    status = 422 if form.errors else 200
    return render(request, "tasks/task_creation.html", context, status=status)


def _is_to_agree(form: NewTaskForm, asked: queries.Asked) -> bool:
    """Whether the user has still to see what the task costs the many units that get it.

    A task that the gate would refuse is not asked about: it is refused.
    """
    if not asked.is_many or form.cleaned_data["agreed"] == asked.agreement:
        return False
    now, spec = timezone.now(), form.spec()
    codes = {*spec.lead_codes, *spec.except_codes, *(part.code for part in spec.cooperating)}
    addressees = queries.addressees_of(codes, on=timezone.localdate(now))
    return not queries.missing_clarities(spec, addressees, at=now)


@require_GET
def delivery_file(request: org.UserRequest, pk: int) -> HttpResponseBase:
    tasks = Task.objects.visible_to(request.user)
    found = Delivery.objects.filter(task__in=tasks, file__isnull=False)
    delivery = get_object_or_404(found.select_related("file", "task"), pk=pk)
    stored = operations.take_delivery_file(delivery=delivery, by=request.user, at=timezone.now())
    return files.file_response(stored, name=delivery.file_name)
