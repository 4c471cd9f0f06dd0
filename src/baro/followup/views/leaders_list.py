"""The leaders' list: looked at, printed, taken as Excel, ticked off after a briefing."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_POST

from baro.followup.excel import excel_of
from baro.followup.forms.leaders_list import BriefingForm
from baro.followup.operations import leaders_list as operations
from baro.followup.queries.leaders_list import LIMIT_RULE, Part
from baro.followup.queries.leaders_rows import LeadersPage, leaders_page, rows_of
from baro.kernel.rules import api as rules
from baro.kernel.ui.pages import render_page
from baro.org import api as org
from baro.work import api as work

_ROWS = 30
_MOST = 2000
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def leaders_list(request: org.UserRequest) -> HttpResponse:
    now, today = timezone.now(), timezone.localdate()
    shown = _asked(request)
    page = Paginator(shown.found, _ROWS).get_page(request.GET.get("trang"))
    chosen = shown.chosen
    context = {
        "shown": shown,
        "page": page,
        "rows": rows_of(list(page.object_list), at=now),
        "tabs": _tabs(request, shown),
        "query": _query(request, shown),
        "limit": rules.rule_at(LIMIT_RULE, as_at=today),
        "can_remark": chosen is not None
        and org.powers_of(request.user, on=today).may(org.Permission.ISSUE_TASK, chosen.unit),
        "briefing": BriefingForm(initial={"day": today}),
    }
    return render_page(request, "followup/leaders_list.html", context)


@require_GET
def leaders_list_print(request: org.UserRequest) -> HttpResponse:
    shown = _asked(request)
    context = {
        "shown": shown,
        "rows": rows_of(list(shown.found[:_MOST]), at=timezone.now()),
        "query": _query(request, shown),
        "today": timezone.localdate(),
    }
    return render_page(request, "followup/leaders_list_print.html", context)


@require_GET
def leaders_list_excel(request: org.UserRequest) -> HttpResponse:
    shown = _asked(request)
    today = timezone.localdate()
    unit = shown.chosen.unit.name if shown.chosen else ""
    body = excel_of(rows_of(list(shown.found[:_MOST]), at=timezone.now()), unit=unit, on=today)
    name = f"danh-sach-trinh-lanh-dao-{today:%Y-%m-%d}.xlsx"
    headers = {"Content-Disposition": str(content_disposition_header(True, name))}  # noqa: FBT003
    return HttpResponse(body, content_type=_EXCEL, headers=headers)


@require_POST
def leaders_list_briefing(request: org.UserRequest) -> HttpResponse:
    """The ticked rows were raised at the briefing of a day."""
    keys = [int(key) for key in request.POST.getlist("viec") if key.isascii() and key.isdigit()]
    seen = work.WorkItem.objects.visible_to(request.user).select_related("issuer_unit")
    items = list(seen.filter(pk__in=keys))
    form = BriefingForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Hãy ghi ngày giao ban, ví dụ 25/12/2026.")
        return redirect("followup:leaders-list")
    operations.raise_items(
        items=items,
        raised_on=form.cleaned_data["day"],
        words=form.cleaned_data["words"],
        by=request.user,
        at=timezone.now(),
    )
    messages.success(request, f"Đã ghi {len(items)} việc được nêu tại giao ban.")
    return redirect(reverse("followup:leaders-list", query={"giao": items[0].issuer_unit.code}))


def _asked(request: org.UserRequest) -> LeadersPage:
    part = request.GET.get("muc", "")
    return leaders_page(
        request.user,
        issuer=request.GET.get("giao", ""),
        under=request.GET.get("donvi", ""),
        part=Part(part) if part in Part.values else Part.PENDING,
        at=timezone.now(),
    )


def _query(request: org.UserRequest, shown: LeadersPage) -> dict[str, str]:
    asked = {
        "giao": shown.chosen.unit.code if shown.chosen else "",
        "donvi": request.GET.get("donvi", ""),
        "muc": shown.part.value if shown.part != Part.PENDING else "",
    }
    return {name: value for name, value in asked.items() if value}


def _tabs(request: org.UserRequest, shown: LeadersPage) -> list[dict[str, object]]:
    query = _query(request, shown)
    return [
        {
            "text": part.label,
            "href": reverse("followup:leaders-list", query={**query, "muc": part.value}),
            "current": part == shown.part,
            "count": shown.counts[part.value],
        }
        for part in Part
    ]
