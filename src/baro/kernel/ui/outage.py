"""What is said when something of ours failed: an outage by its name, all else as a failure.

Nothing here may ask the database, the session or the signed-in account: they may be what is gone.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

import psycopg
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from baro.kernel.rest.doors import problem

_API = "/api/"
_SECONDS = 3
# SQLSTATE: deadlock, serialization, lock not had in time.
_CROSSED = ("40P01", "40001", "55P03")
# Connection lost, shutting down or starting up, no place left, a standby that takes no writes.
_AWAY = ("08", "57P", "53", "25006")
# What psycopg raises when the server said nothing any more; mistakes of the caller have own kinds.
_SILENT = (psycopg.OperationalError, psycopg.InterfaceError, psycopg.InternalError)


@dataclass(frozen=True)
class Outage:
    """A failure that goes away by itself: what it is called, and what to do."""

    title: str
    text: str
    reloads: bool


_BACK_SOON = "Cơ sở dữ liệu đang khởi động lại, thường xong trong chưa đầy một phút."
_PAGE_AWAY = Outage(
    "Hệ thống đang khởi động lại", f"{_BACK_SOON} Trang này tự mở lại sau vài giây.", reloads=True
)
_FORM_AWAY = Outage(
    "Hệ thống đang khởi động lại",
    f"{_BACK_SOON} Chưa chắc việc vừa gửi đã được ghi: ít phút nữa mời ông/bà quay lại trang "
    "trước, xem việc ấy đã có chưa rồi hãy gửi lại.",
    reloads=False,
)
_FORM_CROSSED = Outage(
    "Chưa thực hiện được",
    "Có người khác đang ghi vào cùng chỗ nên việc vừa gửi chưa được ghi. Mời ông/bà gửi lại.",
    reloads=False,
)


def failed(request: HttpRequest) -> HttpResponse:
    """The site's `handler500`: called while the error is being handled."""
    outage = _outage(sys.exc_info()[1], is_read=request.method in {"GET", "HEAD"})
    if request.path.startswith(_API):
        response: HttpResponse = _as_problem(outage)
    else:
        response = _as_page(outage)
    if outage:
        response["Retry-After"] = str(_SECONDS)
        if outage.reloads:
            response["Refresh"] = str(_SECONDS)
    return response


def _as_problem(outage: Outage | None) -> HttpResponse:
    if outage is None:
        detail = "Yêu cầu chưa được thực hiện; sự cố đã được ghi lại."
        return problem(500, "Hệ thống gặp sự cố", detail)
    detail = "Hãy gửi lại sau vài giây với cùng Idempotency-Key; việc chỉ được làm một lần."
    return problem(503, outage.title, detail)


def _as_page(outage: Outage | None) -> HttpResponse:
    if outage is None:
        return HttpResponse(render_to_string("500.html"), status=500)
    return HttpResponse(render_to_string("503.html", {"outage": outage}), status=503)


def _outage(error: BaseException | None, *, is_read: bool) -> Outage | None:
    """None for what is a mistake of ours and does not go away by waiting."""
    for link in _chain(error):
        state = getattr(link, "sqlstate", None) or ""
        if state in _CROSSED and not is_read:
            return _FORM_CROSSED
        if state.startswith((*_AWAY, *_CROSSED)) or (not state and _is_silence(link)):
            return _PAGE_AWAY if is_read else _FORM_AWAY
    return None


def _is_silence(link: BaseException) -> bool:
    """Whether this is how a connection ends when nobody says why."""
    if isinstance(link, OperationalError | InterfaceError):
        return not isinstance(link.__cause__, psycopg.Error)  # else that is the one to look at
    return isinstance(link, _SILENT) or type(link) is psycopg.DatabaseError


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error and what it arose from: a lost connection often shows as what came after it."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
