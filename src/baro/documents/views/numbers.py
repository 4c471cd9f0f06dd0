"""The number book: runs, one run, and what is done to its numbers."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from baro.documents import operations, policies, queries
from baro.documents.forms import CancellationForm, FillBackForm, ReleaseForm, ReservationForm
from baro.documents.models import NumberRecord, NumberSeries
from baro.documents.operations.numbers import WHO_NUMBERS
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.ui.pages import render_page
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org

_ROWS = 50


@require_GET
def number_book(request: org.UserRequest) -> HttpResponse:
    """The runs of one unit in one year or term."""
    today = timezone.localdate()
    require(policies.can_register_somewhere(request.user, on=today), WHO_NUMBERS)
    units = queries.registering_units(request.user, on=today)
    unit = next((u for u in units if str(u.pk) == request.GET.get("dv")), units[0])
    periods = queries.number_periods(unit)
    period = request.GET.get("ky", "")
    period = period if period in periods else next(iter(periods), "")
    context = {
        "units": units,
        "unit": unit,
        "periods": periods,
        "period": period,
        "runs": queries.number_runs(unit, period),
    }
    return render_page(request, "documents/number_book.html", context)


@require_GET
def number_run(request: org.UserRequest, pk: int) -> HttpResponse:
    """Every number of one run, with the gaps."""
    run = _kept(request, pk)
    lines = Paginator(queries.run_lines(run), _ROWS)
    context = {
        "run": run,
        "name": queries.run_name(run),
        "page": lines.get_page(request.GET.get("trang")),
        "today": timezone.localdate(),
    }
    return render_page(request, "documents/number_run.html", context)


@require_http_methods(["GET", "POST"])
def number_reservation(request: org.UserRequest) -> HttpResponse:
    today = timezone.localdate()
    require(policies.can_register_somewhere(request.user, on=today), WHO_NUMBERS)
    units = queries.registering_units(request.user, on=today)
    given = request.POST if request.method == "POST" else None
    form = ReservationForm(given, units=units, initial={"owner_unit": request.GET.get("dv")})
    if form.is_valid():
        try:
            record = operations.reserve_number(**form.details(), by=request.user, at=timezone.now())
        except DomainError as refusal:
            tell_refusal(form, refusal)
        else:
            messages.success(
                request, f"Đã giữ số {record.symbol} đến ngày {record.reserved_until:%d/%m/%Y}."
            )
            return redirect("documents:number-run", record.series_id)
    context = {
        "form": form,
        "title": "Giữ số cho văn bản đang trình ký",
        "lead": "Số tiếp theo của dãy được giữ lại; khi văn bản đã ký, ông/bà vào sổ với số này.",
        "button": "Giữ số",
        "back": _book()[1],
        "trail": [_book()],
    }
    status = 422 if form.errors else 200
    return render_page(request, "documents/act.html", context, status=status)


@require_http_methods(["GET", "POST"])
def number_cancellation(request: org.UserRequest, pk: int) -> HttpResponse:
    return _act(
        request,
        _kept(request, pk),
        CancellationForm,
        operations.cancel_number,
        title="Hủy số văn bản",
        lead="Số đã hủy vẫn nằm trong sổ với lý do, và không bao giờ cấp lại.",
        button="Hủy số",
        done="Đã hủy số {}.",
    )


@require_http_methods(["GET", "POST"])
def number_release(request: org.UserRequest, pk: int) -> HttpResponse:
    return _act(
        request,
        _kept(request, pk),
        ReleaseForm,
        _release,
        title="Trả lại số đang giữ",
        lead="Văn bản không ký nữa: số trở thành số trống và có thể cấp lùi cho văn bản khác.",
        button="Trả lại số",
        done="Đã trả lại số {}.",
    )


@require_http_methods(["GET", "POST"])
def number_filling(request: org.UserRequest, pk: int) -> HttpResponse:
    return _act(
        request,
        _kept(request, pk),
        FillBackForm,
        operations.fill_back_number,
        title="Cấp lùi số cho văn bản đã ký",
        lead="Chỉ cấp được số còn trống; ngày phải nằm giữa ngày của số đứng trước và số đứng sau.",
        button="Cấp lùi số",
        done="Đã cấp lùi số {}. Ông/bà vào sổ văn bản với số này.",
    )


def _release(*, run: NumberSeries, number: int, **facts: Any) -> NumberRecord:
    record = get_object_or_404(run.records.filter(suffix=""), number=number)
    return operations.release_number(record=record, **facts)


def _act(
    request: org.UserRequest,
    run: NumberSeries,
    form_class: type[forms.Form],
    operation: Callable[..., NumberRecord],
    *,
    done: str,
    **words: str,
) -> HttpResponse:
    """Ask for the reason, do it, and go back to the run."""
    given = request.POST if request.method == "POST" else None
    form = form_class(given, initial={"number": request.GET.get("so")})
    if form.is_valid():
        try:
            record = operation(run=run, **form.cleaned_data, by=request.user, at=timezone.now())
        except DomainError as refusal:
            tell_refusal(form, refusal)
        else:
            messages.success(request, done.format(record.symbol))
            return redirect("documents:number-run", run.pk)
    back = reverse("documents:number-run", args=[run.pk])
    name = f"{queries.run_name(run)} {run.period}"
    context = {**words, "form": form, "back": back, "trail": [_book(), (name, back)]}
    status = 422 if form.errors else 200
    return render_page(request, "documents/act.html", context, status=status)


def _book() -> tuple[str, str]:
    return "Sổ số", reverse("documents:number-book")


def _kept(request: org.UserRequest, pk: int) -> NumberSeries:
    runs = NumberSeries.objects.kept_by(request.user).select_related("owner_unit")
    return get_object_or_404(runs, pk=pk)
