"""From what reading proposes to issued tasks: review, correct, drop, preview, issue."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baro.documents import api as documents
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org
from baro.tasks import operations, policies, review
from baro.tasks.forms import DraftForm, IssuanceForm
from baro.tasks.models import TaskDraft
from baro.work import api as work

_WHO_REVIEWS = "Chỉ người của đơn vị giữ văn bản mới xem được nhiệm vụ dự thảo của văn bản đó."
_WHO_ISSUES = "Chỉ lãnh đạo hoặc chuyên viên tổng hợp của đơn vị giữ văn bản mới giao việc được."


@require_GET
def document_drafts(request: org.UserRequest, pk: int) -> HttpResponse:
    """The right column of a document's page: what became of its clauses."""
    document = _document(request, pk)
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
        "can_issue": _can_issue(request, document),
    }
    return render(request, "tasks/_document_drafts.html", context)


@require_POST
def document_drafting(request: org.UserRequest, pk: int) -> HttpResponse:
    document = _document(request, pk)
    operations.draft_tasks(document=document, by=request.user, at=timezone.now())
    return redirect("tasks:document-review", pk)


@require_GET
def document_review(request: org.UserRequest, pk: int) -> HttpResponse:
    document = _document(request, pk)
    today = timezone.localdate()
    require(policies.can_review_drafts(request.user, document, on=today), _WHO_REVIEWS)
    drafts = list(review.drafts_of(document))
    context = {
        "document": document,
        "cards": _cards(request, document, drafts),
        "open_cards": any(draft.status == TaskDraft.Status.OPEN for draft in drafts),
        "segments": documents.marked_text(
            document.text, document.clauses.all(), review.quotes_of(drafts)
        ),
        "clause_counts": review.clause_counts(document),
        "can_issue": _can_issue(request, document),
    }
    return render(request, "tasks/document_review.html", context)


@require_http_methods(["GET", "POST"])
def draft(request: org.UserRequest, pk: int) -> HttpResponse:
    """One draft: its form, or, after saving, its card."""
    draft = _draft(request, pk)
    if request.method == "GET":
        return _draft_form(request, draft, DraftForm(initial=review.initial_of(draft)))
    form = DraftForm(request.POST)
    if not form.is_valid():
        return _draft_form(request, draft, form)
    try:
        changes = operations.DraftChanges(**form.changes())
        operations.edit_draft(draft=draft, changes=changes, by=request.user, at=timezone.now())
    except DomainError as refusal:
        tell_refusal(form, refusal)
        return _draft_form(request, draft, form)
    return _draft_card(request, pk)


@require_POST
def draft_drop(request: org.UserRequest, pk: int) -> HttpResponse:
    operations.drop_draft(draft=_draft(request, pk), by=request.user, at=timezone.now())
    return _draft_card(request, pk)


@require_POST
def draft_restoration(request: org.UserRequest, pk: int) -> HttpResponse:
    operations.restore_draft(draft=_draft(request, pk), by=request.user, at=timezone.now())
    return _draft_card(request, pk)


@require_http_methods(["GET", "POST"])
def document_issuance(request: org.UserRequest, pk: int) -> HttpResponse:
    """Show what issuing the chosen drafts will ask of whom; then, on POST, issue them."""
    document = _document(request, pk)
    require(_can_issue(request, document), _WHO_ISSUES)
    chosen = _chosen(request, document)
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
    preview = review.Preview(_cards(request, document, list(chosen)))
    left_out = review.drafts_of(document).filter(status=TaskDraft.Status.OPEN).count() - len(chosen)
    context = {"document": document, "preview": preview, "form": form, "left_out": left_out}
    status = 422 if form.errors else 200
    return render(request, "tasks/document_issuance.html", context, status=status)


def _document(request: org.UserRequest, pk: int) -> documents.Document:
    visible = documents.Document.objects.visible_to(request.user)
    return get_object_or_404(visible.select_related("owner_unit"), pk=pk)


def _draft(request: org.UserRequest, pk: int) -> TaskDraft:
    visible = TaskDraft.objects.visible_to(request.user)
    return get_object_or_404(visible.select_related("document__owner_unit", "item"), pk=pk)


def _chosen(request: HttpRequest, document: documents.Document) -> QuerySet[TaskDraft]:
    keys = (request.POST if request.method == "POST" else request.GET).getlist("ban")
    picked = [int(key) for key in keys if key.isdecimal()]
    return review.drafts_of(document).filter(pk__in=picked, status=TaskDraft.Status.OPEN)


def _can_issue(request: org.UserRequest, document: documents.Document) -> bool:
    return policies.can_issue_tasks(request.user, document.owner_unit, on=timezone.localdate())


def _cards(
    request: org.UserRequest, document: documents.Document, drafts: list[TaskDraft]
) -> tuple[review.Card, ...]:
    return review.cards_of(
        drafts,
        issuer_unit=document.owner_unit,
        at=timezone.now(),
        inspector_post=org.powers_of(request.user, on=timezone.localdate()).main_post,
    )


def _draft_form(request: org.UserRequest, draft: TaskDraft, form: DraftForm) -> HttpResponse:
    context = {
        "draft": draft,
        "form": form,
        "unit_names": org.addressable_names(on=timezone.localdate()),
    }
    template = "tasks/_draft_form.html" if request.htmx else "tasks/draft.html"
    return render(request, template, context, status=422 if form.errors else 200)


def _draft_card(request: org.UserRequest, pk: int) -> HttpResponse:
    draft = _draft(request, pk)
    if not request.htmx:
        address = reverse("tasks:document-review", args=[draft.document_id])
        return redirect(f"{address}#draft-{draft.pk}")
    (card,) = _cards(request, draft.document, [draft])
    can_issue = _can_issue(request, draft.document)
    return render(request, "tasks/_draft_card.html", {"card": card, "can_issue": can_issue})
