"""Pages of the receivers of events, for whoever looks after the system."""

from collections.abc import Callable
from typing import cast

from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from baro.kernel.errors import DomainError
from baro.kernel.policies import can_manage_system, require
from baro.kernel.ui.pages import render_page
from baro.kernel.ui.refused_forms import tell_refusal
from baro.kernel.webhooks import operations, queries
from baro.kernel.webhooks.forms import WebhookForm
from baro.kernel.webhooks.models import Webhook

_WHO = "Chỉ quản trị hệ thống xem được trang này."
_FRESH_SECRET = "webhook-secret"  # noqa: S105 - the name of a place in the session


@require_http_methods(["GET", "POST"])
def webhook_list(request: HttpRequest) -> HttpResponse:
    require(can_manage_system(request.user), _WHO)
    form = WebhookForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            added = operations.add_webhook(
                **form.cleaned_data, by=_user(request), at=timezone.now()
            )
        except DomainError as refusal:
            tell_refusal(form, refusal)
        else:
            request.session[_FRESH_SECRET] = added.pk
            return redirect("kernel:webhook", added.pk)
    context = {"rows": queries.webhook_rows(), "form": form, "chosen": form["events"].value() or []}
    status = 422 if form.errors else 200
    return render_page(request, "kernel/webhook_list.html", context, status=status)


@never_cache
@require_http_methods(["GET", "POST"])
def webhook(request: HttpRequest, pk: int) -> HttpResponse:
    require(can_manage_system(request.user), _WHO)
    shown = get_object_or_404(queries.webhook_rows(), pk=pk)
    initial = {"name": shown.name, "url": shown.url, "events": shown.events}
    form = WebhookForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        try:
            operations.change_webhook(
                webhook=shown, **form.cleaned_data, by=_user(request), at=timezone.now()
            )
        except DomainError as refusal:
            tell_refusal(form, refusal)
        else:
            messages.success(request, "Đã ghi lại.")
            return redirect("kernel:webhook", pk)
    context = {
        "webhook": shown,
        "form": form,
        "chosen": form["events"].value() or [],
        "deliveries": queries.latest_deliveries(shown),
        "secret": shown.secret if request.session.pop(_FRESH_SECRET, None) == pk else "",
    }
    status = 422 if form.errors else 200
    return render_page(request, "kernel/webhook.html", context, status=status)


def _act(act: Callable[[HttpRequest, Webhook], str]) -> Callable[[HttpRequest, int], HttpResponse]:
    """One act posted to a receiver; what it answers is said on the page."""

    @require_POST
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        require(can_manage_system(request.user), _WHO)
        messages.info(request, act(request, get_object_or_404(Webhook, pk=pk)))
        return redirect("kernel:webhook", pk)

    return view


@_act
def webhook_trial(request: HttpRequest, webhook: Webhook) -> str:
    answer = operations.try_webhook(webhook=webhook, by=_user(request), at=timezone.now())
    if answer.is_taken:
        return f"Hệ thống nhận đã trả lời mã {answer.status}."
    return f"Chưa gửi được. {answer.error}."


@_act
def webhook_secret(request: HttpRequest, webhook: Webhook) -> str:
    operations.renew_secret(webhook=webhook, by=_user(request), at=timezone.now())
    request.session[_FRESH_SECRET] = webhook.pk
    return "Đã cấp khóa ký mới; khóa cũ không dùng được nữa."


@_act
def webhook_switch(request: HttpRequest, webhook: Webhook) -> str:
    now = timezone.now()
    turned = not webhook.is_active
    operations.switch_webhook(webhook=webhook, on=turned, by=_user(request), at=now)
    return "Đã gửi trở lại." if turned else "Đã tạm dừng; sự kiện trong lúc dừng không được báo."


@_act
def webhook_resending(request: HttpRequest, webhook: Webhook) -> str:
    count = operations.send_again(webhook=webhook, by=_user(request), at=timezone.now())
    return f"Sẽ gửi lại {count} lần báo, theo thứ tự."


def _user(request: HttpRequest) -> models.Model:
    return cast(models.Model, request.user)
