"""What is done to a document that is already registered."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from baro.documents import operations, policies, queries
from baro.documents.forms import SharingForm
from baro.documents.models import Clause, Document
from baro.documents.operations.sharing import WHO_SHARES
from baro.kernel.policies import require
from baro.kernel.ui.filters import number
from baro.kernel.ui.pages import render_page
from baro.org import api as org


@require_POST
def document_reading(request: org.UserRequest, pk: int) -> HttpResponse:
    document = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    operations.read_document(document=document, by=request.user, at=timezone.now())
    tasks = document.clauses.filter(kind=Clause.Kind.TASK).count()
    messages.success(
        request,
        f"Đã bóc tách lại văn bản: {number(document.clauses.count())} điểm, trong đó "
        f"{number(tasks)} điểm giao nhiệm vụ. Dự thảo chưa ai sửa sẽ theo bản đọc mới khi mở phần "
        "rà soát từ trang này.",
    )
    return redirect("documents:document", pk=pk)


@require_http_methods(["GET", "POST"])
def document_sharing(request: org.UserRequest, pk: int) -> HttpResponse:
    """Choose who gets the document, and send it."""
    rows = Document.objects.visible_to(request.user).select_related("owner_unit")
    document = get_object_or_404(rows, pk=pk)
    today = timezone.localdate()
    require(policies.can_share_document(request.user, document, on=today), WHO_SHARES)
    addressees = queries.addressees_of(document, on=today)
    form = SharingForm(
        request.POST if request.method == "POST" else None, addressees=addressees, on=today
    )
    if form.is_valid():
        sent = operations.share_document(
            document=document, units=form.chosen_units(), by=request.user, at=timezone.now()
        )
        _tell(request, len(sent))
        return redirect("documents:document", pk=pk)
    context = {
        "document": document,
        "addressees": addressees,
        "form": form,
        "chosen": form.chosen_codes(),
    }
    status = 422 if form.errors else 200
    return render_page(request, "documents/document_sharing.html", context, status=status)


def _tell(request: org.UserRequest, sent: int) -> None:
    if sent:
        messages.success(request, f"Đã gửi văn bản cho {number(sent)} đơn vị.")
    else:
        messages.info(request, "Các đơn vị được chọn đã có văn bản này từ trước.")
