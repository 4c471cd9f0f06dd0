"""Every act on a task is an address: its form is read there and posted there; one table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from baro.kernel.errors import DomainError
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org
from baro.tasks import forms, operations
from baro.tasks.models import Task
from baro.tasks.views.task_page import Refused, form_of, show_act_form, show_refused_act, show_task


@dataclass(frozen=True)
class Act:
    """The last part of the address, the operation, and what is said afterwards."""

    path: str
    operation: Callable[..., Any]
    done: str


def _withdraw(*, task: Task, **facts: Any) -> None:
    operations.withdraw_tasks(tasks=[task], **facts)


ACTS: Mapping[str, Act] = {
    "task-receipt": Act("nhan-viec", operations.receive_task, "Đã nhận việc."),
    "task-query": Act(
        "hoi-lai",
        operations.ask_about_task,
        "Đã nhận việc và hỏi lại đơn vị giao. Thời hạn tạm dừng đến khi có trả lời.",
    ),
    "task-answer": Act(
        "tra-loi",
        operations.answer_about_task,
        "Đã trả lời. Thời hạn tiếp tục được tính từ bây giờ.",
    ),
    "task-assignment": Act("phan-cong", operations.assign_task, "Đã phân công."),
    "task-progress": Act("tien-do", operations.note_progress, "Đã ghi tiến độ."),
    "task-delivery": Act(
        "nop-san-pham",
        operations.deliver_task,
        "Đã nộp sản phẩm. Đơn vị giao việc sẽ nghiệm thu hoặc trả lại.",
    ),
    "task-recall": Act(
        "rut-lai",
        operations.recall_task,
        "Đã rút lại sản phẩm. Việc đang thực hiện, chưa có sản phẩm nộp.",
    ),
    "task-acceptance": Act(
        "nghiem-thu",
        operations.accept_task,
        "Đã nghiệm thu. Nhiệm vụ hoàn thành.",
    ),
    "task-return": Act("tra-lai", operations.return_task, "Đã trả lại sản phẩm kèm lý do."),
    "task-extension": Act("xin-gia-han", operations.ask_task_extension, "Đã gửi đề nghị gia hạn."),
    "task-extension-decision": Act(
        "quyet-dinh-gia-han",
        operations.decide_task_extension,
        "Đã quyết định về đề nghị gia hạn.",
    ),
    "task-part": Act("phan-viec", operations.finish_task_part, "Đã hoàn thành phần việc phối hợp."),
    "task-confirmation": Act("xac-nhan", operations.confirm_order, "Đã xác nhận lời chỉ đạo."),
    "task-split": Act("viec-con", operations.split_task, "Đã giao việc con."),
    "task-deadline": Act("doi-han", operations.reschedule_task, "Đã đổi hạn."),
    "task-withdrawal": Act("thu-hoi", _withdraw, "Đã thu hồi nhiệm vụ."),
    "task-replacement": Act("thay-the", operations.replace_task, "Đã thay bằng nhiệm vụ mới."),
}


def act_view(code: str) -> Callable[[org.UserRequest, int], HttpResponse]:
    """The view of one act: load, parse, one call, show.

    A refusal shows the form again (422) with all that was typed in it.
    """
    act = ACTS[code]

    @require_http_methods(["GET", "POST"])
    def view(request: org.UserRequest, pk: int) -> HttpResponse:
        if request.method == "GET":
            return show_act_form(request, pk, code)
        task = get_object_or_404(Task.objects.visible_to(request.user), pk=pk)
        form = form_of(code, request.POST, request.FILES, task=task, user=request.user)
        if not form.is_valid():
            return show_refused_act(request, pk, Refused(code, form))
        try:
            act.operation(task=task, by=request.user, at=timezone.now(), **form.facts())
        except DomainError as refusal:
            return _show_refusal(request, pk, Refused(code, form), refusal)
        messages.success(request, act.done)
        if request.htmx:
            return show_task(request, pk)
        return redirect(_way_back(request) or reverse("tasks:task", args=[pk]))

    return view


def _show_refusal(
    request: org.UserRequest, pk: int, refused: Refused, refusal: DomainError
) -> HttpResponse:
    form = refused.form
    tell_refusal(form, refusal)
    if isinstance(refusal, operations.AnotherProductWaits) and isinstance(form, forms.JudgingForm):
        # The whole task: what the form is about from now on has to stand beside it.
        form.look_at(refusal.delivery)
        return show_task(request, pk, refused)
    return show_refused_act(request, pk, refused)


def _way_back(request: org.UserRequest) -> str:
    """The list from which a card was moved, where the form names one of this house."""
    back = request.POST.get("tro-lai", "")
    return back if url_has_allowed_host_and_scheme(back, allowed_hosts=None) else ""
