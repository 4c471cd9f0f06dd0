"""What becomes of a paper that was written here: put away, taken as Word."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from baro.documents import operations, queries
from baro.documents.models import Document, PaperDraft
from baro.documents.operations.drafts import print_document
from baro.documents.views.attachments import attachment
from baro.kernel.files import api as files
from baro.org import api as org


@require_POST
def paper_draft_discard(request: org.UserRequest, pk: int) -> HttpResponse:
    draft = get_object_or_404(PaperDraft.objects.visible_to(request.user), pk=pk)
    operations.discard_paper(draft=draft, by=request.user, at=timezone.now())
    messages.success(request, f"Đã bỏ {draft}, không dùng số nào.")
    return redirect("documents:paper-writing")


@require_GET
def document_word(request: org.UserRequest, pk: int) -> HttpResponseBase:
    """An own document in the official layout: as it was issued here, else printed from its text.

    `?dang=pdf` asks for PDF where there is no issued one.
    """
    rows = Document.objects.visible_to(request.user).select_related(
        "owner_unit__commune", "owner_unit__parent"
    )
    document = get_object_or_404(rows, pk=pk)
    now, name = timezone.now(), f"{document.symbol} {document.get_type_display()}"
    if queries.is_written_here(document):
        stored = operations.take_issued_word(document=document, by=request.user, at=now)
        return files.file_response(stored, name=f"{name.replace('/', '-')}.docx")
    form = "pdf" if request.GET.get("dang") == "pdf" else "docx"
    content = print_document(document=document, form=form, by=request.user, at=now)
    return attachment(content, name=f"{name.replace('/', '-')}.{form}")
