"""One's own notices: what waits, and what is done with."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from baro.kernel.ui.pages import render_page, wants_fragment
from baro.notices import operations, queries
from baro.notices.kinds import notice_kinds
from baro.notices.models import Notice
from baro.org import api as org

_ROWS = 50


@require_GET
def notice_list(request: org.UserRequest) -> HttpResponse:
    """Open ones, or with `xong=1` those done with; narrowed to a reason by `ly-do`."""
    return _page(request)


@require_POST
def notice_done(request: org.UserRequest, pk: int) -> HttpResponse:
    notice = get_object_or_404(Notice, pk=pk, person=request.user.person_id)
    operations.finish_notices(notices=[notice.pk], by=request.user, at=timezone.now())
    return _page(request) if wants_fragment(request) else redirect("notices:notice-list")


@require_POST
def notices_done(request: org.UserRequest) -> HttpResponse:
    """All that are open now."""
    count = operations.finish_notices(by=request.user, at=timezone.now())
    messages.success(request, f"Đã đánh dấu xong {count} thông báo.")
    return redirect("notices:notice-list")


def _page(request: org.UserRequest) -> HttpResponse:
    mine = Notice.objects.filter(person=request.user.person_id)
    is_done = request.GET.get("xong") == "1"
    listed = mine.filter(done_at__isnull=False) if is_done else mine.open()
    reason = notice_kinds().get(request.GET.get("ly-do", ""))
    if reason:
        listed = listed.filter(kind=reason.code)
    page = Paginator(listed, _ROWS).get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "rows": queries.shown_notices(request.user, list(page.object_list)),
        "is_done": is_done,
        "reason": reason,
        "params": request.GET,
    }
    return render_page(
        request, "notices/notice_list.html", context, fragment="notices/_notices.html"
    )
