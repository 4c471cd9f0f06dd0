"""One's own notices through the API."""

from datetime import datetime
from typing import Any, Literal

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Router, Schema
from ninja.pagination import LimitOffsetPagination, paginate

from baro.kernel.rest.schemas import Given
from baro.notices import operations, queries
from baro.notices.models import Notice
from baro.org import api as org
from baro.org.api import TokenAuth, TokenScope

router = Router(tags=["Thông báo"], auth=TokenAuth(TokenScope.READ))
_WRITES = TokenAuth(TokenScope.TASKS)


class NoticeOut(Schema):
    """`subject` and `href` are null, and the words empty, when it may not be seen any more."""

    id: int
    kind: str
    reason: str
    is_urgent: bool
    title: str
    body: str
    subject: str | None
    href: str | None
    told_at: datetime
    done_at: datetime | None


class DoneIn(Given):
    notices: list[int] | None = None


class DoneOut(Schema):
    count: int


class AsSeen(LimitOffsetPagination):
    """A part of the notices, each with its subject as the caller may see it now."""

    def paginate_queryset(
        self, queryset: QuerySet[Notice], pagination: Any, request: Any, **params: Any
    ) -> dict[str, Any]:
        part: dict[str, Any] = super().paginate_queryset(queryset, pagination, request, **params)
        shown = queries.shown_notices(request.user, list(part["items"]))
        return {**part, "items": [_told(one) for one in shown]}


@router.get("", response=list[NoticeOut], summary="Thông báo của tài khoản, mới nhất trước")
@paginate(AsSeen)
def notice_list(
    request: org.UserRequest, state: Literal["open", "done"] = "open", kind: str = ""
) -> QuerySet[Notice]:
    """Mặc định là thông báo chưa xong; `state=done` để lấy thông báo đã xong."""
    mine = Notice.objects.filter(person=request.user.person_id, done_at__isnull=state == "open")
    return mine.filter(kind=kind) if kind else mine


@router.post("/done", response=DoneOut, auth=_WRITES, summary="Đánh dấu xong nhiều thông báo")
def notices_done(request: org.UserRequest, which: DoneIn) -> dict[str, int]:
    """Những thông báo nêu ở `notices`, hoặc tất cả nếu để trống. Trả về số thông báo vừa xong."""
    count = operations.finish_notices(notices=which.notices, by=request.user, at=timezone.now())
    return {"count": count}


@router.post("/{int:pk}/done", response=DoneOut, auth=_WRITES, summary="Đánh dấu xong một")
def notice_done(request: org.UserRequest, pk: int) -> dict[str, int]:
    notice = get_object_or_404(Notice, pk=pk, person=request.user.person_id)
    at = timezone.now()
    return {"count": operations.finish_notices(notices=[notice.pk], by=request.user, at=at)}


def _told(one: queries.NoticeShown) -> dict[str, Any]:
    notice, kind = one.notice, one.notice.reason
    return {
        "id": notice.pk,
        "kind": kind.code,
        "reason": kind.label,
        "is_urgent": kind.is_urgent,
        "title": "" if one.is_hidden else notice.title,
        "body": "" if one.is_hidden else notice.body,
        "subject": one.subject.title if one.subject else None,
        "href": one.subject.href if one.subject else None,
        "told_at": notice.told_at,
        "done_at": notice.done_at,
    }
