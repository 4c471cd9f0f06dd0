"""Bringing a list: choose a file, look at what it would do, apply it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.sheets.api import Verdict
from baro.kernel.ui.pages import render_page
from baro.org import operations, policies
from baro.org.forms import ListForm
from baro.org.importing.planning import AnyPlan, plan_of
from baro.org.importing.workbooks import list_as_it_stands, template_of
from baro.org.models import ListImport
from baro.org.requests import UserRequest

_STAFF = "Chỉ người làm công tác tổ chức mới nhập được danh sách."
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ROWS_SHOWN = 100


@require_http_methods(["GET", "POST"])
def list_import(request: UserRequest) -> HttpResponse:
    _require_staff(request)
    form = ListForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["file"]
        try:
            brought = operations.bring_list(
                kind=ListImport.Kind(form.cleaned_data["kind"]),
                content=given.read(),
                name=given.name,
                by=request.user,
                at=timezone.now(),
            )
            return redirect("org:import-preview", brought.pk)
        except DomainError as refusal:
            form.add_error("file", refusal.message)
    recent = ListImport.objects.visible_to(request.user).select_related("uploaded_by__person")
    context = {"form": form, "kinds": ListImport.Kind, "recent": recent[:10]}
    status = 422 if form.errors else 200
    return render_page(request, "org/import.html", context, status=status)


@require_GET
def import_preview(request: UserRequest, pk: int) -> HttpResponse:
    _require_staff(request)
    brought = _brought(request, pk)
    plan = plan_of(brought, by=request.user, on=timezone.localdate())
    shown = request.GET.get("xem", "")
    rows = plan.rows if shown not in set(Verdict) else [r for r in plan.rows if r.verdict == shown]
    context = {
        "brought": brought,
        "plan": plan,
        "counts": plan.counts,
        "tabs": _tabs(plan, shown),
        "query": {"xem": shown},
        "page": Paginator(list(rows), _ROWS_SHOWN).get_page(request.GET.get("trang")),
        "can_apply": plan.is_clean and plan.changes_something and not brought.is_applied,
    }
    return render_page(request, "org/import_preview.html", context)


@require_POST
def import_application(request: UserRequest, pk: int) -> HttpResponse:
    brought = _brought(request, pk)
    plan = operations.apply_import(brought=brought, by=request.user, at=timezone.now())
    counts = plan.counts
    messages.success(
        request,
        f"Đã ghi danh sách: thêm {counts[Verdict.CREATED]}, "
        f"thay đổi {counts[Verdict.CHANGED]}, giữ nguyên {counts[Verdict.UNCHANGED]}.",
    )
    return redirect("org:import-preview", brought.pk)


@require_GET
def import_template(request: UserRequest, kind: str) -> HttpResponse:
    """The empty sheet; with `du-lieu` the list as it stands today."""
    _require_staff(request)
    if kind not in ListImport.Kind:
        raise Http404
    chosen = ListImport.Kind(kind)
    filled = "du-lieu" in request.GET
    today = timezone.localdate()
    content = list_as_it_stands(chosen, on=today) if filled else template_of(chosen)
    name = f"{'danh-sach' if filled else 'mau'}-{kind}.xlsx"
    response = HttpResponse(content, content_type=_EXCEL)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response


def _tabs(plan: AnyPlan, shown: str) -> list[dict[str, object]]:
    """Every verdict with its count; each opens its rows."""
    tabs: list[dict[str, object]] = [
        {"text": "Tất cả", "href": "?", "count": len(plan.rows), "current": not shown}
    ]
    for verdict, count in plan.counts.items():
        current = shown == verdict
        tone = "overdue" if verdict == Verdict.WRONG and count else None
        tabs.append(
            {
                "text": verdict.label,
                "href": f"?xem={verdict}",
                "count": count,
                "current": current,
                "tone": tone,
            }
        )
    return tabs


def _require_staff(request: UserRequest) -> None:
    today = timezone.localdate()
    require(policies.can_manage_org_somewhere(request.user, on=today), _STAFF)


def _brought(request: UserRequest, pk: int) -> ListImport:
    visible = ListImport.objects.visible_to(request.user).select_related("file")
    return get_object_or_404(visible, pk=pk)
