"""One document: its head, its text, its tasks, its file."""

from datetime import date

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_GET

from baro.documents import operations, policies, queries
from baro.documents.comparison import compared
from baro.documents.forms.retention import ClassificationForm
from baro.documents.models import Document, DocumentLink, Handling
from baro.documents.views.addresses import is_at_review
from baro.kernel.files import api as files
from baro.kernel.ui.pages import render_page
from baro.org import api as org


@require_GET
def document(request: org.UserRequest, pk: int) -> HttpResponse:
    found = _visible(request, pk)
    today = timezone.localdate()
    context = {
        "document": found,
        "read": queries.read_text(found),
        "steps": queries.handling_steps(found, on=today) if found.is_incoming else [],
        **_acts(request.user, found, today),
        "chain": queries.document_chain(found, request.user),
        "links": queries.links_shown(found, request.user),
        "replaced_by": _if_visible(request, queries.corrected_by(found)),
        "corrects": _if_visible(request, queries.corrects(found)),
        "recipients": list(queries.recipients_of(found)),
        "is_at_review": is_at_review(request),
        "is_written_here": queries.is_written_here(found),
        "classification": ClassificationForm(initial={"retention": found.retention_id}),
        "history": queries.document_history(found, request.user),
        "can_share": policies.can_share_document(request.user, found, on=today),
        "can_read": policies.can_read_document(request.user, found, on=today),
    }
    return render_page(request, "documents/document.html", context)


@require_GET
def document_file(request: org.UserRequest, pk: int) -> FileResponse:
    found = _visible(request, pk)
    stored = operations.take_document_file(document=found, by=request.user, at=timezone.now())
    return files.file_response(stored, name=found.file_name)


@require_GET
def document_comparison(request: org.UserRequest, pk: int) -> HttpResponse:
    """A correction beside the document that it took the place of."""
    found = _visible(request, pk)
    first = _if_visible(request, queries.corrects(found))
    if first is None:
        raise Http404
    link = found.links.get(kind=DocumentLink.Kind.CORRECTS, target=first, start__isnull=True)
    context = {
        "document": found,
        "first": first,
        "reason": link.note,
        "rows": compared(first.text, found.text),
    }
    return render_page(request, "documents/document_comparison.html", context)


def _acts(user: org.User, document: Document, today: date) -> dict[str, bool]:
    """Which steps this user may take now."""
    keeps = policies.can_register_document(user, document.owner_unit, on=today)
    if not document.is_incoming or Handling.of(document).is_finished:
        return {
            "keeps_register": keeps,
            "can_submit": False,
            "can_assign": False,
            "can_finish": False,
        }
    return {
        "keeps_register": keeps,
        "can_submit": keeps and Handling.of(document).may_become(Handling.State.SUBMITTED),
        "can_assign": policies.can_assign_document(user, document, on=today),
        "can_finish": policies.can_finish_handling(user, document, on=today),
    }


def _if_visible(request: org.UserRequest, document: Document | None) -> Document | None:
    if document is None:
        return None
    return Document.objects.visible_to(request.user).filter(pk=document.pk).first()


def _visible(request: org.UserRequest, pk: int) -> Document:
    rows = Document.objects.visible_to(request.user)
    return get_object_or_404(
        rows.select_related(
            "owner_unit",
            "issuer_unit",
            "file",
            "registered_by__person",
            "handling__lead_unit",
            "retention",
        ),
        pk=pk,
    )
