"""The desk of incoming documents, and each step of one of them."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from baro.documents import operations, policies, queries
from baro.documents.forms import (
    AssignmentForm,
    FinishingForm,
    RegisterColumnsForm,
    StepForm,
    SubmissionForm,
)
from baro.documents.models import Document
from baro.documents.operations.handling import WHO_ASSIGNS, WHO_FINISHES, WHO_SUBMITS
from baro.documents.operations.numbers import WHO_REGISTERS
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.ui.pages import render_page
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org

_ROWS = 30


@require_GET
def incoming_desk(request: org.UserRequest) -> HttpResponse:
    """What waits to be submitted, assigned or handled; what was registered late."""
    today = timezone.localdate()
    queue = request.GET.get("hang", "")
    queue = queue if queue in queries.QUEUES else _first_queue(request.user)
    found = queries.desk_documents(request.user, queue, on=today)
    counts = queries.desk_counts(request.user, on=today)
    page = Paginator(found, _ROWS).get_page(request.GET.get("trang"))
    context = {
        "queue": queue,
        "page": page,
        "rows": page.object_list,
        "kept_waiting": queries.kept_waiting(page.object_list, on=today),
        "tabs": [
            {
                "text": name,
                "href": reverse("documents:incoming-desk", query={"hang": key}),
                "current": key == queue,
                "count": counts[key],
                "tone": "overdue" if key == "muon" and counts[key] else "",
            }
            for key, name in queries.QUEUES.items()
        ],
        "today": today,
    }
    return render_page(request, "documents/incoming_desk.html", context)


@require_http_methods(["GET", "POST"])
def document_submission(request: org.UserRequest, pk: int) -> HttpResponse:
    document, today = _arrival(request, pk), timezone.localdate()
    require(
        policies.can_register_document(request.user, document.owner_unit, on=today), WHO_SUBMITS
    )
    form = SubmissionForm(
        _given(request), leaders=queries.leaders_of(document.owner_unit, on=today)
    )
    return _step(
        request,
        document,
        form,
        operations.submit_document,
        title="Trình lãnh đạo",
        button="Trình",
        done="Đã trình văn bản.",
    )


@require_http_methods(["GET", "POST"])
def document_assignment(request: org.UserRequest, pk: int) -> HttpResponse:
    document, today = _arrival(request, pk), timezone.localdate()
    require(policies.can_assign_document(request.user, document, on=today), WHO_ASSIGNS)
    form = AssignmentForm(
        _given(request),
        units=queries.units_inside(document.owner_unit, on=today),
        people=list(org.assignable_people(document.owner_unit, on=today)[:400]),
        initial=queries.assignment_so_far(document),
    )
    return _step(
        request,
        document,
        form,
        operations.assign_document,
        title="Phân công xử lý",
        button="Phân công",
        done="Đã phân công; đơn vị chủ trì và phối hợp đọc được văn bản từ bây giờ.",
    )


@require_http_methods(["GET", "POST"])
def document_finishing(request: org.UserRequest, pk: int) -> HttpResponse:
    document = _arrival(request, pk)
    require(
        policies.can_finish_handling(request.user, document, on=timezone.localdate()),
        WHO_FINISHES,
    )
    return _step(
        request,
        document,
        FinishingForm(_given(request)),
        operations.finish_handling,
        title="Kết thúc xử lý",
        button="Kết thúc xử lý",
        done="Đã kết thúc xử lý văn bản.",
    )


@require_http_methods(["GET", "POST"])
def document_register_columns(request: org.UserRequest, pk: int) -> HttpResponse:
    """What the book says beside the document."""
    document = _visible(request, pk)
    require(
        policies.can_register_document(request.user, document.owner_unit, on=timezone.localdate()),
        WHO_REGISTERS,
    )
    form = RegisterColumnsForm(
        _given(request),
        is_incoming=document.is_incoming,
        initial={name: getattr(document, name) for name in RegisterColumnsForm.base_fields},
    )
    return _step(
        request,
        document,
        form,
        operations.note_in_register,
        title="Ghi thêm vào sổ",
        button="Ghi sổ",
        done="Đã ghi vào sổ.",
    )


def _step(
    request: org.UserRequest,
    document: Document,
    form: StepForm,
    operation: Callable[..., Any],
    *,
    done: str,
    **words: str,
) -> HttpResponse:
    if form.is_valid():
        try:
            operation(document=document, **form.details(), by=request.user, at=timezone.now())
        except DomainError as refusal:
            tell_refusal(form, refusal)
        else:
            messages.success(request, done)
            return redirect("documents:document", document.pk)
    back = reverse("documents:document", args=[document.pk])
    context = {
        **words,
        "form": form,
        "lead": f"{document}: {document.subject}",
        "back": back,
        "trail": [(str(document), back)],
    }
    status = 422 if form.errors else 200
    return render_page(request, "documents/act.html", context, status=status)


def _first_queue(user: org.User) -> str:
    """A clerk begins with what is to be submitted, a leader with what is to be assigned."""
    today = timezone.localdate()
    if policies.can_register_somewhere(user, on=today):
        return "cho-trinh"
    gives = org.powers_of(user, on=today).may_somewhere(org.Permission.ASSIGN_TASK)
    return "cho-phan-cong" if gives else "dang-xu-ly"


def _given(request: org.UserRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _visible(request: org.UserRequest, pk: int) -> Document:
    rows = Document.objects.visible_to(request.user)
    return get_object_or_404(rows.select_related("owner_unit", "handling"), pk=pk)


def _arrival(request: org.UserRequest, pk: int) -> Document:
    document = _visible(request, pk)
    if not document.is_incoming:
        raise Http404
    return document
