"""Refusals become messages: 422 for a rule, 403 for a right, never a traceback."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.http import urlencode

from baro.kernel.errors import DomainError
from baro.kernel.ui.pages import wants_fragment

_NOT_TEXT = "Địa chỉ có ký tự không phải chữ, nên không tìm được gì theo địa chỉ ấy."
_NOT_ALLOWED = "Ông/bà không được giao quyền làm việc này."


class RefusalMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if wants_fragment(request) and _asks_to_sign_in(response):
            return _whole_page_to_sign_in(request)
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, DomainError):
            return _refusal(request, error.message, status=422)
        if isinstance(error, PermissionDenied):
            return _refusal(request, str(error) or _NOT_ALLOWED, status=403)
        if isinstance(error, DataError) and "NUL (0x00)" in str(error):  # PostgreSQL knows none
            return _refusal(request, _NOT_TEXT, status=422)
        return None


def _refusal(request: HttpRequest, message: str, *, status: int) -> HttpResponse:
    fragment = wants_fragment(request)
    template = "ui/_refusal.html" if fragment else "refusal.html"
    response = render(request, template, {"message": message, "status": status}, status=status)
    if fragment:
        response["HX-Retarget"] = "#messages"
        response["HX-Reswap"] = "innerHTML"
    return response


def _asks_to_sign_in(response: HttpResponse) -> bool:
    location = response.get("Location", "").partition("?")[0]
    return response.status_code == 302 and location == resolve_url(settings.LOGIN_URL)


def _whole_page_to_sign_in(request: HttpRequest) -> HttpResponse:
    """A session that ended must not put the sign-in page inside a fragment's place."""
    here = request.htmx.current_url_abs_path or "/"  # type: ignore[attr-defined]
    target = f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': here})}"
    return HttpResponse(status=204, headers={"HX-Redirect": target})
