"""The pages of the story, who opens them, and the rows that they cannot do without."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.urls import reverse
from django.utils import timezone

from baro.documents.api import Document
from baro.org import api as org
from baro.work.api import WorkItem

_ROW = """
    SELECT w.id, w.number, w.title, w.state, w.due_at, l.short_name, i.short_name
    FROM work_workitem w
    JOIN org_unit l ON l.id = w.lead_unit_id JOIN org_unit i ON i.id = w.issuer_unit_id
"""
_COUNTED = "NOT w.is_collective AND w.state NOT IN ('withdrawn', 'replaced')"
_CELLS = """
    SELECT count(*) FILTER (WHERE w.state = 'done' AND w.delivered_at <= w.due_at),
           count(*) FILTER (WHERE w.state = 'done' AND w.delivered_at > w.due_at),
           count(*) FILTER (WHERE w.closed_at IS NULL AND w.due_at >= %(at)s),
           count(*) FILTER (WHERE w.closed_at IS NULL AND w.due_at < %(at)s),
           count(*) FILTER (WHERE w.due_at IS NULL)
"""


@dataclass(frozen=True)
class MeasuredPage:
    name: str
    user: org.User
    address: str
    floor: Callable[[], None]


def measured_pages() -> list[MeasuredPage]:
    """Empty where there is no demo city."""
    specialist = _user("cv.tonghop")
    chair = _user("ct.hoankiem")
    document = Document.objects.exclude(text="").order_by("-pk").first()
    if specialist is None or chair is None or document is None:
        return []
    collective = WorkItem.objects.filter(is_collective=True).order_by("-pk")[0]
    task = WorkItem.objects.filter(lead_unit__code="00070.UBND", state="done").order_by("-pk")[0]
    at = {"at": timezone.now()}
    issued = f"{_ROW} WHERE {_COUNTED} ORDER BY w.due_at, w.id LIMIT 50"
    return [
        MeasuredPage("Việc của tôi (phường)", chair, "/", _sql(_INBOX, {**at, "u": _unit(chair)})),
        MeasuredPage(
            "Việc của tôi (thành phố)",
            specialist,
            "/",
            _sql(_ISSUED, {**at, "u": _unit(specialist)}),
        ),
        MeasuredPage(
            "Danh sách nhiệm vụ",
            specialist,
            reverse("tasks:task-list"),
            _sql([issued, f"{_CELLS} FROM work_workitem w WHERE {_COUNTED}"], at),
        ),
        MeasuredPage(
            "Một nhiệm vụ",
            chair,
            reverse("tasks:task", args=[task.pk]),
            _sql(_TASK, {"pk": task.pk}),
        ),
        MeasuredPage(
            "Bảng 126 đơn vị",
            specialist,
            reverse("tasks:task-board", args=[collective.pk]),
            _sql(f"{_ROW} WHERE w.parent_id = %(pk)s", {"pk": collective.pk}),
        ),
        MeasuredPage(
            "Một văn bản",
            specialist,
            reverse("documents:document", args=[document.pk]),
            _sql(_DOCUMENT, {"pk": document.pk}),
        ),
        MeasuredPage(
            "Điều hành thành phố", specialist, reverse("dashboards:city"), _sql(_CITY, at)
        ),
    ]


_INBOX = f"""{_ROW} WHERE w.lead_unit_id = %(u)s AND w.closed_at IS NULL AND {_COUNTED}
    AND (w.due_at < %(at)s OR w.due_at >= %(at)s) ORDER BY w.due_at LIMIT 140"""
_ISSUED = f"""{_ROW} WHERE w.issuer_unit_id = %(u)s AND w.closed_at IS NULL AND {_COUNTED}
    AND (w.due_at < %(at)s OR w.due_at >= %(at)s) ORDER BY w.due_at LIMIT 140"""
_TASK = [
    "SELECT * FROM tasks_task t JOIN work_workitem w ON w.id = t.item_id WHERE t.item_id = %(pk)s",
    "SELECT * FROM work_workparty WHERE item_id = %(pk)s",
    "SELECT * FROM tasks_delivery WHERE task_id = %(pk)s",
    "SELECT * FROM tasks_progressnote WHERE task_id = %(pk)s",
    "SELECT * FROM kernel_auditevent WHERE target_type = 'tasks.task' AND target_id = %(pk)s",
]
_DOCUMENT = [
    "SELECT * FROM documents_document WHERE id = %(pk)s",
    "SELECT * FROM documents_clause WHERE document_id = %(pk)s ORDER BY start",
]
_BY = f"FROM work_workitem w WHERE {_COUNTED} AND NOT w.is_internal"
_CITY = [
    f"{_CELLS} {_BY}",
    f"{_CELLS}, (SELECT l.commune_id FROM org_unit l WHERE l.id = w.lead_unit_id) {_BY} GROUP BY 6",  # noqa: S608
    f"{_CELLS}, w.source_document_id {_BY} GROUP BY 6",
    f"{_CELLS}, w.accountable_post_id {_BY} GROUP BY 6",
    f"{_CELLS}, date_trunc('week', w.due_at) {_BY} GROUP BY 6",
]


def _sql(statements: str | Sequence[str], params: dict[str, Any]) -> Callable[[], None]:
    """Run the statements as prepared ones on this connection and fetch every row."""
    wanted = [statements] if isinstance(statements, str) else list(statements)

    def run() -> None:
        connection.ensure_connection()
        with connection.connection.cursor() as cursor:
            for statement in wanted:
                cursor.execute(statement, params, prepare=True)
                cursor.fetchall()

    return run


def _user(username: str) -> org.User | None:
    return org.User.objects.filter(username=username).first()


def _unit(user: org.User) -> int:
    scope = org.powers_of(user, on=timezone.localdate()).main_scope
    return scope.pk if scope else 0
