"""What was given out of a document, day by day, as the history of the document tells it."""

from collections.abc import Sequence

from django.db.models import Count, Max, Q
from django.db.models.functions import TruncDate
from django.urls import reverse

from baro.documents import api as documents
from baro.kernel.calendar.api import CITY
from baro.kernel.ui.filters import number
from baro.org import api as org
from baro.work import api as work

_TAKEN_BACK = Q(state__in=work.TAKEN_BACK)


def issued_from(user: org.User, document: documents.Document) -> Sequence[documents.HistoryEntry]:
    """One entry for each day and each body that gave; it leads to the very rows that it counts.

    How receivers split their own work is their affair, and would drown the rest. The ledger
    keeps who gave what and when, so nothing is noted a second time for it.
    """
    given = work.WorkItem.objects.visible_to(user).filter(
        source_document=document, is_collective=False, is_internal=False
    )
    days = (
        given.annotate(day=TruncDate("issued_at", tzinfo=CITY))
        .order_by()
        .values_list("day", "issuer_unit__code", "issuer_unit__short_name")
        .annotate(
            standing=Count("pk", filter=~_TAKEN_BACK),
            taken_back=Count("pk", filter=_TAKEN_BACK),
            last=Max("issued_at"),
        )
    )
    return [
        documents.HistoryEntry(
            _told(issuer, standing, taken_back),
            last,
            "send",
            f"{reverse('tasks:task-list')}"
            f"{_list_of(document.pk, f'{day:%Y-%m-%d}', code, are_standing=bool(standing)).href()}",
        )
        for day, code, issuer, standing, taken_back, last in days
    ]


def _told(issuer: str, standing: int, taken_back: int) -> str:
    if not standing:
        words = f"{number(taken_back)} nhiệm vụ, nay đã thu hồi hoặc được thay thế"
    elif taken_back:
        words = (
            f"{number(standing)} nhiệm vụ, không kể {number(taken_back)} nhiệm vụ đã thu hồi "
            "hoặc được thay thế"
        )
    else:
        words = f"{number(standing)} nhiệm vụ"
    return f"{issuer} giao {words}, theo văn bản này."


def _list_of(document: int, day: str, issuer: str, *, are_standing: bool) -> work.ListQuery:
    asked = {"nguon": str(document), "giao": issuer, "ngaygiao": day, "cap": "tren"}
    if not are_standing:
        asked["trangthai"] = ",".join(sorted(work.TAKEN_BACK))
    return work.read_query(asked)
