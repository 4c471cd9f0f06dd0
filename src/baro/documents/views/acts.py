"""What is done to a document that is already registered."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from baro.documents import operations
from baro.documents.forms import SharingForm
from baro.documents.models import Clause, Document
from baro.documents.views.document_page import document_page
from baro.kernel.ui.filters import number
from baro.org import api as org


@require_POST
def document_reading(request: org.UserRequest, pk: int) -> HttpResponse:
    document = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    operations.read_document(document=document, by=request.user, at=timezone.now())
    tasks = document.clauses.filter(kind=Clause.Kind.TASK).count()
    messages.success(
        request,
        f"Đã bóc tách lại văn bản: {number(document.clauses.count())} điểm, trong đó "
        f"{number(tasks)} điểm giao nhiệm vụ.",
    )
    return redirect("documents:document", pk=pk)


@require_POST
def document_sharing(request: org.UserRequest, pk: int) -> HttpResponse:
    rows = Document.objects.visible_to(request.user).select_related("owner_unit", "file")
    document = get_object_or_404(rows.select_related("registered_by__person"), pk=pk)
    form = SharingForm(request.POST, on=timezone.localdate(), home=document.owner_unit)
    if not form.is_valid():
        return document_page(request, document, sharing=form, status=422)
    sent = operations.share_document(
        document=document, units=form.chosen_units(), by=request.user, at=timezone.now()
    )
    if sent:
        messages.success(request, f"Đã gửi văn bản cho {number(len(sent))} đơn vị.")
    else:
        messages.info(request, "Các đơn vị được chọn đã có văn bản này từ trước.")
    return redirect("documents:document", pk=pk)
