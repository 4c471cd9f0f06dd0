"""The table of how long documents are kept, and the class of one document."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from baro.documents import policies
from baro.documents.forms.retention import ClassificationForm, RetentionForm, as_initial
from baro.documents.models import Document, RetentionClass
from baro.documents.operations import retention as operations
from baro.documents.queries.retention import UNDETERMINED, retention_lines
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.ui.pages import render_page
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org


@require_http_methods(["GET", "POST"])
def retention_classes(request: org.UserRequest) -> HttpResponse:
    """All classes; `sua` in the address names the one whose line is open for a change."""
    may_change = policies.can_manage_retention(request.user, on=timezone.localdate())
    if request.method == "POST":
        require(may_change, operations.WHO_CLASSES)
    changed = _changed(request)
    form = RetentionForm(
        request.POST if request.method == "POST" else None,
        initial=as_initial(changed) if changed else {},
    )
    if form.is_valid() and _set(request, form, changed):
        return redirect("documents:retention-classes")
    lines, undetermined = retention_lines(request.user)
    context = {
        "lines": lines,
        "undetermined": undetermined,
        "undetermined_key": UNDETERMINED,
        "form": form if may_change else None,
        "changed": changed,
    }
    status = 422 if form.errors else 200
    return render_page(request, "documents/retention_classes.html", context, status=status)


@require_POST
def document_retention(request: org.UserRequest, pk: int) -> HttpResponse:
    document = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    form = ClassificationForm(request.POST)
    if form.is_valid():
        operations.classify_document(
            document=document,
            retention=form.cleaned_data["retention"],
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, "Đã ghi thời hạn bảo quản của văn bản.")
    return redirect("documents:document", pk=pk)


def _changed(request: org.UserRequest) -> RetentionClass | None:
    given = request.GET.get("sua", "")
    return get_object_or_404(RetentionClass, pk=given) if given.isdecimal() else None


def _set(request: org.UserRequest, form: RetentionForm, changed: RetentionClass | None) -> bool:
    try:
        operations.set_retention_class(
            retention=changed, details=form.details(), by=request.user, at=timezone.now()
        )
    except DomainError as refusal:
        tell_refusal(form, refusal)
        return False
    messages.success(request, "Đã ghi vào bảng thời hạn bảo quản.")
    return True
