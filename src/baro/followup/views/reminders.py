"""The part of a task's page that the ladder serves."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from baro.followup.queries.task_reminders import reminders_of
from baro.org import api as org
from baro.work import api as work


@require_GET
def task_reminders(request: org.UserRequest, pk: int) -> HttpResponse:
    item = get_object_or_404(work.WorkItem.objects.visible_to(request.user), pk=pk)
    context = {"item": item, "reminders": reminders_of(item, at=timezone.now())}
    return render(request, "followup/_task_reminders.html", context)
