"""The ledger as at a day, for other systems; its address stands on the router of the tasks."""

from datetime import date
from typing import Literal

from django.http import StreamingHttpResponse
from django.utils import timezone

from baro.org import api as org
from baro.tasks import queries
from baro.tasks.as_at_files import FORMS
from baro.tasks.rest.callers import READS
from baro.tasks.rest.tasks import router

__all__ = ["router", "tasks_as_at"]


@router.get("/as-at", auth=READS, summary="Nhiệm vụ tại hết một ngày, tệp JSON hoặc CSV")
def tasks_as_at(
    request: org.UserRequest, day: date | None = None, form: Literal["json", "csv"] = "json"
) -> StreamingHttpResponse:
    """Trạng thái, ô và hạn như lúc hết ngày ấy; việc giao sau ngày ấy không có.

    Không ghi ngày thì lấy hôm nay.
    """
    today = timezone.localdate()
    rows = queries.tasks_as_at(request.user, day or today, today=today)
    media, lines = FORMS[form]
    return StreamingHttpResponse(lines(rows, day or today), content_type=media)
