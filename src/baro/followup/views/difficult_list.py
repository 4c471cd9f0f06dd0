"""The portfolio of difficult works: looked at by the leadership, printed, taken as Excel, begun."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods

from baro.followup.difficult_excel import excel_of
from baro.followup.forms.difficult import StarForm
from baro.followup.operations import difficult as operations
from baro.followup.queries.difficult import Part, Portfolio, portfolio, starring_units
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.ui.pages import render_page
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TONES = {
    Part.STUCK: "overdue",
    Part.AT_RISK: "unclear",
    Part.SILENT: "paused",
    Part.GOING: "done",
    Part.UNDECIDED: "waiting",
    Part.NOT_CLEARED: "overdue",
    Part.LATE_STEP: "overdue",
    Part.UNSAID: "paused",
}


@require_GET
def difficult_list(request: org.UserRequest) -> HttpResponse:
    shown, today = _asked(request), timezone.localdate()
    context = {
        "shown": shown,
        "figures": _figures(shown),
        "query": _query(shown),
        "can_star": starring_units(request.user, on=today).exists(),
    }
    return render_page(request, "followup/difficult_list.html", context)


@require_GET
def difficult_print(request: org.UserRequest) -> HttpResponse:
    shown = _asked(request)
    context = {"shown": shown, "query": _query(shown), "today": timezone.localdate()}
    return render_page(request, "followup/difficult_print.html", context)


@require_GET
def difficult_excel(request: org.UserRequest) -> HttpResponse:
    today = timezone.localdate()
    body = excel_of(_asked(request), on=today)
    name = f"viec-kho-{today:%Y-%m-%d}.xlsx"
    headers = {"Content-Disposition": str(content_disposition_header(True, name))}  # noqa: FBT003
    return HttpResponse(body, content_type=_EXCEL, headers=headers)


@require_http_methods(["GET", "POST"])
def difficult_starring(request: org.UserRequest) -> HttpResponse:
    """Put a work on the list of the body that the user works for; `danh-muc` names another."""
    today = timezone.localdate()
    units = list(starring_units(request.user, on=today))
    require(bool(units), "Chỉ lãnh đạo hoặc chuyên viên tổng hợp mới đưa việc vào danh mục được.")
    wanted = request.POST.get("danh-muc") or request.GET.get("danh-muc", "")
    own = org.powers_of(request.user, on=today).main_scope
    by_code = {unit.code: unit for unit in units}
    unit = by_code.get(wanted) or by_code.get(own.code if own else "") or units[0]
    form = StarForm(
        request.POST if request.method == "POST" else None,
        unit=unit,
        user=request.user,
        initial={"item": request.GET.get("so", "")},
    )
    if request.method == "POST" and form.is_valid():
        try:
            work = operations.star_work(
                unit=unit, **form.cleaned_data, by=request.user, at=timezone.now()
            )
        except DomainError as refusal:
            tell_refusal(form, refusal)
        else:
            messages.success(request, "Đã đưa việc vào danh mục.")
            return redirect("followup:difficult-work", work.pk)
    context = {
        "form": form,
        "unit": unit,
        "units": units,
        "unit_names": org.addressable_names(on=today),
    }
    status = 422 if form.errors else 200
    return render_page(request, "followup/difficult_starring.html", context, status=status)


def _asked(request: org.UserRequest) -> Portfolio:
    part = request.GET.get("muc", "")
    return portfolio(
        request.user,
        unit=request.GET.get("danh-muc", ""),
        part=Part(part) if part in Part.values else Part.ALL,
        on=timezone.localdate(),
    )


def _query(shown: Portfolio, part: Part | None = None) -> dict[str, str]:
    asked = {
        "danh-muc": shown.unit.code if shown.unit else "",
        "muc": (shown.part if part is None else part).value,
    }
    return {name: value for name, value in asked.items() if value}


def _figures(shown: Portfolio) -> list[dict[str, object]]:
    return [
        {
            "part": part,
            "count": shown.counts[part],
            "href": reverse("followup:difficult-list", query=_query(shown, part)),
            "tone": _TONES.get(part) if shown.counts[part] else None,
        }
        for part in Part
    ]
