"""What became of each letter, for the administrator."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from baro.kernel.policies import can_manage_system, require
from baro.notices import operations, queries
from baro.notices.models import Letter
from baro.org import api as org

_ROWS = 50


@never_cache
@require_GET
def letter_list(request: org.UserRequest) -> HttpResponse:
    """The latest first; with `trangthai` those of one state."""
    require(can_manage_system(request.user), "Chỉ quản trị hệ thống xem được thư báo đã gửi.")
    state = request.GET.get("trangthai", "")
    letters = Letter.objects.select_related("person")
    if state in Letter.State.values:
        letters = letters.filter(state=state)
    context = {
        "page": Paginator(letters, _ROWS).get_page(request.GET.get("trang")),
        "counts": queries.letter_counts(),
        "states": list(Letter.State),
        "state": state,
        "params": request.GET,
        "is_mail_set_up": settings.MAIL_IS_SET_UP,
    }
    return render(request, "notices/letter_list.html", context)


@require_POST
def letter_retry(request: org.UserRequest, pk: int) -> HttpResponse:
    letter = get_object_or_404(Letter, pk=pk)
    operations.retry_letter(letter=letter, by=request.user, at=timezone.now())
    messages.success(request, "Thư sẽ được gửi lại trong phút tới.")
    return redirect("notices:letter-list")
