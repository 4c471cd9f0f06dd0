"""A list taken out of the house: as an Excel file, or printed in the official form."""

import tempfile

from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from baro.org import api as org
from baro.tasks import operations
from baro.work import api as work

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def task_list_excel(request: org.UserRequest) -> FileResponse:
    """Every row of the list; the file grows on disk, not in memory."""
    now = timezone.now()
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it when it is sent
    try:
        operations.take_list_file(
            query=work.read_query(request.GET), file=file, by=request.user, at=now
        )
    except BaseException:
        file.close()
        raise
    file.seek(0)
    name = f"nhiem-vu-{timezone.localtime(now):%Y%m%d-%H%M}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=_EXCEL)


@require_GET
def task_list_print(request: org.UserRequest) -> HttpResponse:
    now = timezone.now()
    query = work.read_query(request.GET)
    context = {
        "paper": operations.take_list_print(query=query, by=request.user, at=now),
        "at": now,
        "back": reverse("tasks:task-list") + query.href(),
    }
    return render(request, "tasks/task_list_print.html", context)
