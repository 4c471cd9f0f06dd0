"""Whole page or fragment: one address, decided in one place."""

from collections.abc import Mapping
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers


def render_page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    fragment: str | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page, or only its fragment when htmx asks for a part of it.

    A fragment also carries the waiting messages, which htmx puts into the message region.
    """
    if fragment is None or not wants_fragment(request):
        response = render(request, template, dict(context or {}), status=status)
    else:
        body = render_to_string(fragment, dict(context or {}), request)
        if get_messages(request):
            body += render_to_string("ui/_messages.html", {}, request)
        response = HttpResponse(body, status=status)
    if fragment is not None:
        patch_vary_headers(response, ["HX-Request"])
    return response


def wants_fragment(request: HttpRequest) -> bool:
    """True for a partial htmx request; going back in history needs the whole page."""
    htmx = getattr(request, "htmx", None)
    return htmx is not None and bool(htmx) and not (htmx.boosted or htmx.history_restore_request)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was sent without a valid key: usually the page stood open across a sign-in."""
    message = (
        "Trang này đã mở quá lâu hoặc phiên đăng nhập đã đổi. "
        "Mời ông/bà tải lại trang rồi gửi lại; nội dung đã nhập vẫn được giữ trên máy này."
    )
    template = "ui/_refusal.html" if wants_fragment(request) else "refusal.html"
    return render(request, template, {"message": message, "status": 403}, status=403)
