"""Saved lists: all of them, one of them, and how many rows each has now."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baro.kernel.errors import DomainError
from baro.kernel.ui.filters import number
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org
from baro.tasks import lists
from baro.tasks.forms import SavedListForm
from baro.work import api as work

# The home page tells how long the first lists are, and counts no further than this.
_COUNTED_LISTS, _COUNTED_ROWS = 8, 1000


@require_http_methods(["GET", "POST"])
def saved_lists(request: org.UserRequest) -> HttpResponse:
    """All lists that the user may open; posted to, one more."""
    form = SavedListForm(request.POST if request.method == "POST" else None, user=request.user)
    if request.method == "POST" and form.is_valid():
        query = form.cleaned_data["query"]
        try:
            saved = work.save_list(**form.facts(), query=query, by=request.user, at=timezone.now())
        except DomainError as refusal:
            tell_refusal(form, refusal)
        else:
            messages.success(request, f"Đã lưu danh sách “{saved.name}”.")
            return redirect(_address(saved))
    return render(request, "tasks/saved_lists.html", _all(request, form), status=_status(form))


@require_http_methods(["GET", "POST"])
def saved_list(request: org.UserRequest, pk: int) -> HttpResponse:
    """One list with its name, readers and conditions, to be changed by who may."""
    saved = _visible(request, pk)
    now = timezone.now()
    if request.method == "POST" and "chi-dieu-kien" in request.POST:
        work.change_list(saved=saved, query=request.POST.get("query", ""), by=request.user, at=now)
        messages.success(request, f"Đã ghi điều kiện mới vào danh sách “{saved.name}”.")
        return redirect(f"{reverse('tasks:task-list')}?ds={saved.pk}")
    given = {"name": saved.name, "reach": saved.reach, "query": saved.query}
    data = request.POST if request.method == "POST" else None
    form = SavedListForm(data, user=request.user, initial=given)
    if request.method == "POST" and form.is_valid():
        try:
            work.change_list(saved=saved, **form.facts(), by=request.user, at=now)
        except DomainError as refusal:
            tell_refusal(form, refusal)
        else:
            messages.success(request, "Đã sửa danh sách.")
            return redirect("tasks:saved-lists")
    context = {
        "saved": saved,
        "form": form,
        "words": lists.conditions_in_words(work.query_of(saved.query)),
        "may_change": work.can_change_list(request.user, saved, on=timezone.localdate(now)),
    }
    return render(request, "tasks/saved_list.html", context, status=_status(form))


@require_POST
def saved_list_removal(request: org.UserRequest, pk: int) -> HttpResponse:
    saved = _visible(request, pk)
    work.remove_list(saved=saved, by=request.user, at=timezone.now())
    messages.success(request, f"Đã bỏ danh sách “{saved.name}”. Các nhiệm vụ không thay đổi.")
    return redirect("tasks:saved-lists")


@require_POST
def saved_list_opening(request: org.UserRequest, pk: int) -> HttpResponse:
    """Open the page of tasks with this list from now on; pressed again, with everything."""
    saved = _visible(request, pk)
    is_it = work.opening_key_of(request.user) == saved.pk
    work.open_with(saved=None if is_it else saved, by=request.user, at=timezone.now())
    words = "Trang Nhiệm vụ lại mở với mọi nhiệm vụ."
    if not is_it:
        words = f"Từ nay trang Nhiệm vụ mở với danh sách “{saved.name}”."
    messages.success(request, words)
    return redirect("tasks:saved-lists")


@require_GET
def saved_list_counts(request: org.UserRequest) -> HttpResponse:
    """The first saved lists with how many rows each has now, for the home page."""
    now = timezone.now()
    found = work.saved_lists_of(request.user, on=timezone.localdate(now)).lists
    return render(
        request,
        "tasks/_saved_list_counts.html",
        {"counts": [(one, _count(request, one, now)) for one in found[:_COUNTED_LISTS]]},
    )


def _count(request: org.UserRequest, saved: work.SavedList, at: Any) -> str:
    try:
        items = lists.listed(request.user, work.query_of(saved.query), at=at)
    except DomainError:
        return "–"
    count = items.order_by()[: _COUNTED_ROWS + 1].count()
    return "1.000+" if count > _COUNTED_ROWS else number(count)


def _all(request: org.UserRequest, form: SavedListForm) -> dict[str, Any]:
    on = timezone.localdate()
    found = work.saved_lists_of(request.user, on=on)
    return {
        "form": form,
        "opening_key": found.opening_key,
        "rows": [
            {
                "saved": one,
                "words": lists.conditions_in_words(work.query_of(one.query)),
                "may_change": work.can_change_list(request.user, one, on=on),
            }
            for one in found.lists
        ],
    }


def _visible(request: org.UserRequest, pk: int) -> work.SavedList:
    return get_object_or_404(work.SavedList.objects.visible_to(request.user), pk=pk)


def _address(saved: work.SavedList) -> str:
    return f"{reverse('tasks:task-list')}?{saved.query}&ds={saved.pk}"


def _status(form: SavedListForm) -> int:
    return 422 if form.errors else 200
