"""Who calls, what they may see, and for whom they answer."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from baro.documents import api as documents
from baro.org import api as org
from baro.org.api import TokenAuth, TokenScope
from baro.tasks.models import Task, TaskDraft

READS = TokenAuth(TokenScope.READ)
WRITES = TokenAuth(TokenScope.TASKS)


def visible_tasks(request: org.UserRequest) -> QuerySet[Task]:
    """With everything that an answer tells of a task, in one query."""
    shown = Task.objects.visible_to(request.user)
    return shown.select_related("item__lead_unit", "item__issuer_unit", "item__assignee")


def visible_task(request: org.UserRequest, pk: int) -> Task:
    return get_object_or_404(visible_tasks(request), pk=pk)


def as_shown(request: org.UserRequest, issued: Sequence[Task]) -> list[Task]:
    keys = [task.pk for task in issued]
    return list(visible_tasks(request).filter(pk__in=keys).order_by("pk"))


def visible_draft(request: org.UserRequest, pk: int) -> TaskDraft:
    return get_object_or_404(TaskDraft.objects.visible_to(request.user), pk=pk)


def visible_document(request: org.UserRequest, pk: int) -> documents.Document:
    visible = documents.Document.objects.visible_to(request.user)
    return get_object_or_404(visible.select_related("owner_unit"), pk=pk)


def own_post(request: org.UserRequest) -> org.Post | None:
    """Whoever gives a task through the API follows it, as on the screen unless they choose."""
    return org.powers_of(request.user, on=timezone.localdate()).main_post
