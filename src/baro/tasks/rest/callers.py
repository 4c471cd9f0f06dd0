"""Who calls, what they may see, and for whom they answer."""

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from baro.documents import api as documents
from baro.kernel.prepared import prepared
from baro.org import api as org
from baro.org.api import TokenAuth, TokenScope
from baro.tasks.models import Task, TaskDraft
from baro.work import api as work

READS = TokenAuth(TokenScope.READ)
WRITES = TokenAuth(TokenScope.TASKS)
_NO_KEY = 2**63


def visible_tasks(request: org.UserRequest) -> QuerySet[Task]:
    """With everything that an answer tells of a task, in one query."""
    return _told(Task.objects.visible_to(request.user))


def visible_task(request: org.UserRequest, pk: int) -> Task:
    """One task, found by its key; whether it is seen is then a question about one row."""
    found = _task(pk=pk) if pk < _NO_KEY else []
    if not found or not work.is_visible(request.user, found[0].item):
        raise Http404
    return found[0]


@prepared(pk=int)
def _task(*, pk: int) -> QuerySet[Task]:
    return _told(Task.objects.filter(pk=pk))


def _told(tasks: QuerySet[Task]) -> QuerySet[Task]:
    return tasks.select_related(
        "item__lead_unit", "item__issuer_unit", "item__assigned_unit", "item__assignee"
    )


def visible_draft(request: org.UserRequest, pk: int) -> TaskDraft:
    return get_object_or_404(TaskDraft.objects.visible_to(request.user), pk=pk)


def visible_document(request: org.UserRequest, pk: int) -> documents.Document:
    visible = documents.Document.objects.visible_to(request.user)
    return get_object_or_404(visible.select_related("owner_unit"), pk=pk)


def own_post(request: org.UserRequest) -> org.Post | None:
    """Whoever gives a task through the API follows it, as on the screen unless they choose."""
    return org.powers_of(request.user, on=timezone.localdate()).main_post
