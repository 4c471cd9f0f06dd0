"""The tool that checks a Word file against the layout rules; nothing of the file is kept."""

import io

from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from baro.documents import operations
from baro.documents.forms import LayoutCheckForm
from baro.documents.official.checking import branch_of, check_layout
from baro.kernel.errors import DomainError
from baro.kernel.files import api as files
from baro.kernel.ui.pages import render_page
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org

_ONLY_WORD = (
    "Công cụ này chỉ kiểm tra tệp Word (.docx). Ông/bà mở văn bản bằng Word, lưu với kiểu .docx "
    "rồi thử lại."
)


class NotWord(DomainError):
    is_about_file = True


@require_http_methods(["GET", "POST"])
def layout_check(request: org.UserRequest) -> HttpResponse:
    """What is off in an uploaded paper, from top to bottom, each with its legal basis."""
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = LayoutCheckForm(*given)
    context = {"form": form, "limit_bytes": settings.FILE_SIZE_LIMIT, "found": None}
    if form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            content = _word_of(upload.read(), upload.name)
            context |= {"found": check_layout(content), "branch": branch_of(content)}
            context["name"] = files.safe_name(upload.name)
        except DomainError as refusal:
            tell_refusal(form, refusal)
    status = 422 if form.errors else 200
    return render_page(request, "documents/layout_check.html", context, status=status)


def _word_of(content: bytes, name: str) -> bytes:
    """The bytes of a Word file that is safe to open and carries no secrecy mark."""
    if not content:
        raise files.FileIsEmpty("Tệp rỗng (0 byte). Ông/bà kiểm tra lại tệp gốc rồi gửi lại.")
    if files.sniff(io.BytesIO(content), name=name) != files.DOCX:
        raise NotWord(_ONLY_WORD)
    operations.refuse_secret_file(content)
    return content
