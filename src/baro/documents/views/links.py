"""Links of a document, edited by hand."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from baro.documents import operations, policies, queries
from baro.documents.forms import LinkForm, LinkSearchForm
from baro.documents.models import Document, DocumentLink
from baro.documents.operations.links import WHO_LINKS
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.ui.pages import render_page
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org


@require_http_methods(["GET", "POST"])
def document_link(request: org.UserRequest, pk: int) -> HttpResponse:
    """Say what the document is to another one."""
    rows = Document.objects.visible_to(request.user).select_related("owner_unit")
    document = get_object_or_404(rows, pk=pk)
    today = timezone.localdate()
    require(policies.can_share_document(request.user, document, on=today), WHO_LINKS)
    words = request.GET.get("tim", "")
    found = queries.linkable_documents(request.user, document, words)
    form = LinkForm(request.POST if request.method == "POST" else None, found=found)
    if form.is_valid():
        try:
            link = operations.add_link(
                document=document, **form.details(), by=request.user, at=timezone.now()
            )
        except DomainError as refusal:
            tell_refusal(form, refusal)
        else:
            known = "" if link.target_id else " Văn bản kia chưa có trong sổ, sẽ tự nối khi vào sổ."
            messages.success(request, f"Đã nối với {link.cited_symbol}.{known}")
            return redirect("documents:document", pk)
    back = reverse("documents:document", args=[pk])
    context = {
        "document": document,
        "search": LinkSearchForm(request.GET if words else None),
        "words": words,
        "found": found,
        "form": form,
        "back": back,
    }
    status = 422 if form.errors else 200
    return render_page(request, "documents/document_link.html", context, status=status)


@require_POST
def link_removal(request: org.UserRequest, pk: int) -> HttpResponse:
    visible = Document.objects.visible_to(request.user)
    links = DocumentLink.objects.filter(source__in=visible).select_related("source")
    link = operations.remove_link(
        link=get_object_or_404(links, pk=pk), by=request.user, at=timezone.now()
    )
    messages.success(request, f"Đã bỏ liên kết với {link.cited_symbol}.")
    return redirect("documents:document", link.source_id)
