"""The REST door: the modules' routers under one roof, refusals as problem details."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.renderers import JSONRenderer
from pydantic import ValidationError as MalformedAnswer

from baro.documents.rest import router as documents
from baro.followup.rest import (
    committee_router,
    difficult_router,
    leaders_router,
    pressing_router,
)
from baro.kernel.errors import DomainError
from baro.kernel.rest.doors import MALFORMED, REFUSED, problem
from baro.kernel.transactions import require_not_lost
from baro.notices.rest import router as notices
from baro.org.rest import me, substitutions, units
from baro.tasks.rest import draft_router, duty_router, task_router
from baro.work.rest import saved_lists, talk


class ReadableJSON(JSONRenderer):
    """Vietnamese as it is written, not as a row of escapes."""

    json_dumps_params: Mapping[str, Any] = {"ensure_ascii": False}


api = NinjaAPI(
    title="Ba Rõ",
    version="1",
    description="Cùng những thao tác, cùng những lời từ chối như trên màn hình.",
    docs_url=None,
    urls_namespace="api-1",
    renderer=ReadableJSON(),
)
api.add_router("/documents", documents)
api.add_router("/drafts", draft_router)
api.add_router("/duties", duty_router)
api.add_router("/tasks", task_router)
api.add_router("/units", units)
api.add_router("/notices", notices)
api.add_router("/me", me)
api.add_router("/substitutions", substitutions)
api.add_router("/items", talk)
api.add_router("/saved-lists", saved_lists)
api.add_router("/leaders-list", leaders_router)
api.add_router("/pressings", pressing_router)
api.add_router("/committees", committee_router)
api.add_router("/difficult-works", difficult_router)


@api.exception_handler(DomainError)
def _refused(request: HttpRequest, error: DomainError) -> HttpResponse:
    more = {"field": error.field} if error.field else {}
    return problem(422, REFUSED, error.message, **more)


@api.exception_handler(PermissionDenied)
def _not_allowed(request: HttpRequest, error: PermissionDenied) -> HttpResponse:
    return problem(403, "Không được giao quyền", str(error))


@api.exception_handler(Http404)
def _not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    return problem(404, "Không tìm thấy", "Không có mục này, hoặc tài khoản không được xem.")


@api.exception_handler(AuthenticationError)
def _unknown_caller(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    response = problem(401, "Chưa xác thực", "Cần mã truy cập còn hiệu lực ở đầu Authorization.")
    response["WWW-Authenticate"] = "Bearer"
    return response


@api.exception_handler(ValidationError)
def _malformed(request: HttpRequest, error: ValidationError) -> HttpResponse:
    errors = [{"loc": e["loc"], "msg": e["msg"], "type": e["type"]} for e in error.errors]
    return problem(400, MALFORMED, "Mục sai được nêu ở errors.", errors=errors)


@api.exception_handler(MalformedAnswer)
def _unreadable_answer(request: HttpRequest, error: MalformedAnswer) -> HttpResponse:
    """Ours to mend, unless it is the database that went away while rows were fetched for it."""
    require_not_lost()
    raise error


@api.exception_handler(SuspiciousOperation)
def _too_much(request: HttpRequest, error: SuspiciousOperation) -> HttpResponse:
    return problem(400, MALFORMED, "Yêu cầu quá lớn hoặc không đọc được.")


@api.exception_handler(HttpError)
def _unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(error.status_code, MALFORMED, "Nội dung gửi lên không phải JSON hợp lệ.")


@login_not_required
@csrf_exempt
def unknown_address(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Below the API's address a program is talking, and a page would tell it nothing."""
    return problem(404, "Không tìm thấy", "API không có địa chỉ này; xem /giao-dien-api/.")


@login_not_required
@require_GET
def api_guide(request: HttpRequest) -> HttpResponse:
    """The OpenAPI description as a page, without scripts."""
    return render(request, "config/api_guide.html", {"groups": _groups(), "version": api.version})


def _groups() -> list[dict[str, Any]]:
    """Operations by tag, in the order of the routers."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for path, methods in api.get_openapi_schema()["paths"].items():
        for method, operation in methods.items():
            tag = operation.get("tags", ["Khác"])[0]
            groups.setdefault(tag, []).append(
                {
                    "method": method.upper(),
                    "path": path,
                    "summary": operation.get("summary", ""),
                    "description": operation.get("description", ""),
                    "parameters": operation.get("parameters", []),
                }
            )
    return [{"name": name, "operations": operations} for name, operations in groups.items()]
