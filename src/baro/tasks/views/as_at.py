"""The ledger as at a day, taken out as a file."""

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from baro.kernel.errors import DomainError
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org
from baro.tasks import queries
from baro.tasks.as_at_files import FORMS
from baro.tasks.forms import AsAtForm


@require_GET
def task_list_as_at(request: org.UserRequest) -> HttpResponse | StreamingHttpResponse:
    """Asks for the day and the kind of file; with both, sends it."""
    today = timezone.localdate()
    form = AsAtForm(request.GET if "dang" in request.GET else None, initial={"ngay": today})
    if form.is_bound and form.is_valid():
        day, kind = form.cleaned_data["ngay"], form.cleaned_data["dang"]
        try:
            rows = queries.tasks_as_at(request.user, day, today=today)
        except DomainError as refusal:
            tell_refusal(form, refusal)
        else:
            media, lines = FORMS[kind]
            name = f"nhiem-vu-tai-{day.isoformat()}.{kind}"
            kept = {"Content-Disposition": str(content_disposition_header(True, name))}  # noqa: FBT003
            return StreamingHttpResponse(lines(rows, day), content_type=media, headers=kept)
    status = 422 if form.errors else 200
    return render(request, "tasks/task_list_as_at.html", {"form": form}, status=status)
