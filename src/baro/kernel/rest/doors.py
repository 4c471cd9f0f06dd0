"""How the REST door is hung: outside the login wall, repeatable, with problems in one form."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import SuspiciousOperation
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern
from django.utils.datastructures import MultiValueDict

from baro.kernel.errors import DomainError
from baro.kernel.rest.operations import Asking, answer_once, is_refusal, keep_refusal
from baro.kernel.transactions import as_operation, require_not_lost, whole_or_again

View = Callable[..., HttpResponse]
CallerOf = Callable[[HttpRequest], str | None]
MALFORMED, REFUSED = "Yêu cầu sai khuôn dạng", "Không thực hiện được"
_REPEATABLE = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_KEY_LENGTH = 200


def problem(status: int, title: str, detail: str = "", **more: Any) -> JsonResponse:
    """A refusal as problem details (RFC 9457); `detail` is the sentence a page would show."""
    content = {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
    return JsonResponse(
        content,
        status=status,
        content_type="application/problem+json",
        json_dumps_params={"ensure_ascii": False},
    )


def hang(patterns: list[Any], *, caller_of: CallerOf) -> list[Any]:
    """Prepare the addresses of an API: callers bring a token, not a session.

    `caller_of` names the one whose kept answers may be given again; whoever it does not know is
    never answered from what is kept, nor is anything kept for them.
    """
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            callback = pattern.callback
            view = _csrf_free(callback, _repeatable(callback, caller_of))
            pattern.callback = login_not_required(view)
    return patterns


def _csrf_free(original: View, view: View) -> View:
    view.csrf_exempt = getattr(original, "csrf_exempt", False)  # type: ignore[attr-defined]
    return view


def _repeatable(view: View, caller_of: CallerOf) -> View:
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        key = request.headers.get("Idempotency-Key", "")
        caller = caller_of(request) if key and request.method in _REPEATABLE else None
        if "%00" in request.get_full_path():
            return problem(400, MALFORMED, "Địa chỉ có ký tự NUL (U+0000).")
        if request.method not in _REPEATABLE:
            return view(request, *args, **kwargs)

        def answer() -> HttpResponse:
            return view(request, *args, **kwargs)

        if caller is None:
            return whole_or_again(lambda: _undone_if_refused(request, answer))
        return _kept(request, caller, key, answer=answer)

    return wrapped


def _undone_if_refused(request: HttpRequest, answer: Callable[[], HttpResponse]) -> HttpResponse:
    _rewind(request)
    response = as_operation(answer)
    if response.status_code < 500:
        require_not_lost()
    if is_refusal(response):
        transaction.set_rollback(True)
    return response


def _rewind(request: HttpRequest) -> None:
    """Files were read by the try before; the rest of a request can be read any number of times."""
    sent: Any = getattr(request, "_files", MultiValueDict())
    for _, files in sent.lists():
        for file in files:
            file.seek(0)


def _kept(
    request: HttpRequest, caller: str, key: str, *, answer: Callable[[], HttpResponse]
) -> HttpResponse:
    if len(key) > _KEY_LENGTH:
        return problem(400, MALFORMED, f"Idempotency-Key dài quá {_KEY_LENGTH} ký tự.")
    try:
        asking = Asking(caller, key, _fingerprint(request))
        response, is_new = whole_or_again(
            lambda: answer_once(asking, answer=lambda: _undone_if_refused(request, answer))
        )
        if not is_new or not is_refusal(response) or response.status_code >= 500:
            return response
        return whole_or_again(lambda: keep_refusal(asking, response))
    except DomainError as refusal:
        return problem(422, REFUSED, refusal.message)
    except SuspiciousOperation:
        return problem(400, MALFORMED, "Yêu cầu quá lớn hoặc không đọc được.")


def _fingerprint(request: HttpRequest) -> str:
    """The request's meaning: method, address, fields and the bytes of its files."""
    parts = [request.method or "", request.get_full_path()]
    if request.content_type == "multipart/form-data":
        parts += sorted(f"{name}={value}" for name, value in request.POST.items())
        parts += [_file_sha256(file) for _, file in sorted(request.FILES.items())]
    else:
        parts.append(_sha256(request.body))
    return _sha256("\n".join(parts))


def _file_sha256(file: Any) -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def _sha256(of: str | bytes) -> str:
    return hashlib.sha256(of if isinstance(of, bytes) else of.encode()).hexdigest()
