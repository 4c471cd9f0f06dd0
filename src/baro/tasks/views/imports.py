"""Tasks from a spreadsheet: choose a file, look at what it would do, give its tasks."""

import io

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.sheets.api import Verdict
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org
from baro.tasks import operations
from baro.tasks.forms import TaskFileForm
from baro.tasks.importing.planning import TaskPlan, task_plan_of
from baro.tasks.importing.templates import write_template
from baro.tasks.models import TaskImport

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WHO = "Chỉ lãnh đạo, người đứng đầu đơn vị hoặc chuyên viên tổng hợp mới giao nhiệm vụ được."
_ROWS_SHOWN = 100
# In the order of what asks for attention, in the words of what becomes of the rows.
_WORDS = {
    Verdict.WRONG: "Có lỗi, để lại",
    Verdict.CREATED: "Sẽ giao",
    Verdict.UNCHANGED: "Đã giao từ trước",
}


@require_http_methods(["GET", "POST"])
def task_import(request: org.UserRequest) -> HttpResponse:
    _require_issuer(request)
    is_sent = request.method == "POST"
    form = TaskFileForm(
        request.POST if is_sent else None, request.FILES if is_sent else None, user=request.user
    )
    if is_sent and form.is_valid():
        given = form.cleaned_data["file"]
        try:
            brought = operations.bring_tasks(
                issuer_unit=form.cleaned_data["issuer_unit"],
                inspector_post=form.inspector_post(),
                content=given.read(),
                name=given.name,
                by=request.user,
                at=timezone.now(),
            )
        except DomainError as refusal:
            tell_refusal(form, refusal)
        else:
            return redirect("tasks:task-import-preview", brought.pk)
    recent = TaskImport.objects.visible_to(request.user).select_related("issuer_unit")[:10]
    context = {"form": form, "recent": recent}
    return render(request, "tasks/task_import.html", context, status=422 if form.errors else 200)


@require_GET
def task_import_template(request: org.UserRequest) -> HttpResponse:
    """The empty file, with the names of all units on a sheet of their own."""
    _require_issuer(request)
    kept = io.BytesIO()
    write_template(kept, on=timezone.localdate())
    response = HttpResponse(kept.getvalue(), content_type=_EXCEL)
    name = "mau-giao-nhiem-vu.xlsx"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response


@require_GET
def task_import_preview(request: org.UserRequest, pk: int) -> HttpResponse:
    brought = _brought(request, pk)
    plan = task_plan_of(brought, by=request.user, at=timezone.now())
    shown = request.GET.get("xem", "")
    rows = [row for row in plan.rows if shown not in set(Verdict) or row.verdict == shown]
    context = {
        "brought": brought,
        "plan": plan,
        "counts": plan.counts,
        "words": _words(brought),
        "tabs": _tabs(plan, shown, _words(brought)),
        "query": {"xem": shown},
        "page": Paginator(rows, _ROWS_SHOWN).get_page(request.GET.get("trang")),
        "can_give": bool(plan.lines(Verdict.CREATED)) and not brought.is_applied,
    }
    return render(request, "tasks/task_import_preview.html", context)


@require_POST
def task_import_giving(request: org.UserRequest, pk: int) -> HttpResponse:
    brought = _brought(request, pk)
    plan = operations.give_imported_tasks(brought=brought, by=request.user, at=timezone.now())
    counts = plan.counts
    left = f" Còn {counts[Verdict.WRONG]} dòng lỗi chưa giao." if counts[Verdict.WRONG] else ""
    messages.success(request, f"Đã giao {counts[Verdict.CREATED]} nhiệm vụ từ tệp.{left}")
    return redirect("tasks:task-import-preview", brought.pk)


def _words(brought: TaskImport) -> dict[Verdict, str]:
    return {**_WORDS, Verdict.CREATED: "Đã giao"} if brought.is_applied else _WORDS


def _tabs(plan: TaskPlan, shown: str, words: dict[Verdict, str]) -> list[dict[str, object]]:
    """Every verdict with its count; each opens its rows."""
    tabs: list[dict[str, object]] = [
        {"text": "Tất cả", "href": "?", "count": len(plan.rows), "current": not shown}
    ]
    for verdict, text in words.items():
        tone = "overdue" if verdict == Verdict.WRONG and plan.wrong else None
        here = {"count": plan.counts[verdict], "current": shown == verdict, "tone": tone}
        tabs.append({"text": text, "href": f"?xem={verdict}", **here})
    return tabs


def _require_issuer(request: org.UserRequest) -> None:
    powers = org.powers_of(request.user, on=timezone.localdate())
    require(powers.may_somewhere(org.Permission.ISSUE_TASK), _WHO)


def _brought(request: org.UserRequest, pk: int) -> TaskImport:
    _require_issuer(request)
    visible = TaskImport.objects.visible_to(request.user)
    rows = visible.select_related("file", "issuer_unit", "inspector_post__unit")
    return get_object_or_404(rows, pk=pk)
