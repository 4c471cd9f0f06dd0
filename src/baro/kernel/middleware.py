"""Refusals become messages: 422 for a rule, 403 for a right, never a traceback."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from baro.kernel.errors import DomainError

_NOT_ALLOWED = "Ông/bà không được giao quyền làm việc này."


class RefusalMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, DomainError):
            return _refusal(request, error.message, status=422)
        if isinstance(error, PermissionDenied):
            return _refusal(request, str(error) or _NOT_ALLOWED, status=403)
        return None


def _refusal(request: HttpRequest, message: str, *, status: int) -> HttpResponse:
    template = "ui/_refusal.html" if getattr(request, "htmx", False) else "refusal.html"
    response = render(request, template, {"message": message, "status": status}, status=status)
    if getattr(request, "htmx", False):
        response["HX-Retarget"] = "#messages"
        response["HX-Reswap"] = "innerHTML"
    return response
