"""From what reading proposes to issued tasks: review, preview, issue."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.org import api as org
from baro.tasks import operations, policies, review, review_keys
from baro.tasks.forms import IssuanceForm
from baro.tasks.models import TaskDraft
from baro.tasks.views.draft_pages import (
    cards_of,
    may_issue,
    picked_in,
    review_context,
    visible_document,
    way_back,
)
from baro.work import api as work

_WHO_REVIEWS = "Chỉ người của đơn vị giữ văn bản mới xem được nhiệm vụ dự thảo của văn bản đó."
_WHO_ISSUES = "Chỉ lãnh đạo hoặc chuyên viên tổng hợp của đơn vị giữ văn bản mới giao việc được."


@require_GET
def document_drafts(request: org.UserRequest, pk: int) -> HttpResponse:
    """The right column of a document's page: what became of its clauses."""
    document = visible_document(request, pk)
    issued = work.WorkItem.objects.visible_to(request.user).filter(source_document=document)
    drafts = TaskDraft.objects.visible_to(request.user).filter(document=document)
    states = list(drafts.values_list("status", flat=True))
    context = {
        "document": document,
        "has_drafts": bool(states),
        "waiting": states.count(TaskDraft.Status.OPEN),
        "tally": work.tally(issued.counted(), at=timezone.now()),
        # A receiver sees its own task without the collective one above it.
        "items": issued.exclude(parent__in=issued).select_related("lead_unit")[:30],
        "can_issue": may_issue(request, document),
    }
    return render(request, "tasks/_document_drafts.html", context)


@require_POST
def document_drafting(request: org.UserRequest, pk: int) -> HttpResponse:
    document = visible_document(request, pk)
    operations.draft_tasks(document=document, by=request.user, at=timezone.now())
    return redirect("tasks:document-review", pk)


@require_GET
def document_review(request: org.UserRequest, pk: int) -> HttpResponse:
    document = visible_document(request, pk)
    today = timezone.localdate()
    require(policies.can_review_drafts(request.user, document, on=today), _WHO_REVIEWS)
    context = review_context(request, document)
    context |= {
        "unit_names": org.addressable_names(on=today) if context["can_issue"] else [],
        "page_keys": review_keys.KEYS,
    }
    return render(request, "tasks/document_review.html", context)


@require_http_methods(["GET", "POST"])
def document_issuance(request: org.UserRequest, pk: int) -> HttpResponse:
    """Show what issuing the chosen drafts will ask of whom; then, on POST, issue them."""
    document = visible_document(request, pk)
    require(may_issue(request, document), _WHO_ISSUES)
    ready = review.drafts_of(document).filter(status=TaskDraft.Status.OPEN, follows=None)
    chosen = ready.filter(pk__in=picked_in(request) or ())
    if not chosen:
        messages.warning(request, "Hãy chọn ít nhất một nhiệm vụ dự thảo để giao.")
        return redirect("tasks:document-review", pk)
    form = IssuanceForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            issued = operations.issue_drafts(
                drafts=list(chosen),
                issuer_unit=document.owner_unit,
                inspector_post=form.inspector_post(),
                by=request.user,
                at=timezone.now(),
            )
        except DomainError as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, f"Đã giao {len(issued)} nhiệm vụ từ {document}.")
            return redirect("documents:document", pk)
    preview = review.Preview(cards_of(request, document, list(chosen)))
    left_out = ready.count() - len(chosen)
    context = {
        "document": document,
        "preview": preview,
        "form": form,
        "left_out": left_out,
        "back": way_back(request, document),
    }
    status = 422 if form.errors else 200
    return render(request, "tasks/document_issuance.html", context, status=status)
