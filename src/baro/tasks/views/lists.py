"""Lists of tasks: one question to the ledger, shown in the way that the address names."""

from typing import Any
from urllib.parse import parse_qsl

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET

from baro.kernel.ui.addresses import address_of
from baro.kernel.ui.pages import render_page, wants_fragment
from baro.org import api as org
from baro.tasks import lists
from baro.tasks.forms import reaches_of
from baro.work import api as work


@require_GET
def task_list(request: org.UserRequest) -> HttpResponse:
    """The rows that the address asks for; what cannot be asked comes back with all conditions."""
    try:
        return _list(request)
    except work.FilterNotUnderstood as refusal:
        if wants_fragment(request):
            raise
        return _filters(request, work.read_query(request.GET), refusal=refusal)


def _list(request: org.UserRequest) -> HttpResponse:
    query, now = work.read_query(request.GET), timezone.now()
    saved = work.saved_lists_of(request.user, on=timezone.localdate(now))
    if address := _address_of_saved(request, query, saved):
        return redirect(address)
    look = lists.LOOKS[lists.look_of(query)]
    figures = lists.figures_of(query, request.user, at=now)
    wanted = lists.Wanted.by(request.GET)
    shown = look.context(query, request.user, now, wanted, figures)
    page = shown.get("page")
    told = [*lists.unknown_words(query, on=timezone.localdate(now)), page.told if page else ""]
    is_empty = page is not None and not page.keys and page.number == 1
    context = {
        **shown,
        **_frame(request, query, saved),
        "told": [words for words in (_told_of_saved(query, saved), *told) if words],
        "is_search": page is not None and bool(page.keys) and lists.is_search(query),
        "meant": lists.people_meant(query, on=timezone.localdate(now), is_empty=is_empty),
        "is_empty": is_empty,
        "borne": lists.borne_elsewhere(
            query, request.user, at=now, shown=page.keys if page else ()
        ),
        "is_number": bool(work.numbers_meant(query.one("q"))),
        "tally": figures.tally,
        "body": look.template,
        "at": now,
    }
    return render_page(request, "tasks/task_list.html", context, fragment=look.template)


@require_GET
def task_list_cells(request: org.UserRequest) -> HttpResponse:
    """How the rows of a list stand, counted one by one; loaded after the rows."""
    query, now = work.read_query(request.GET), timezone.now()
    can_count = lists.is_countable(query, request.user, now)
    tally = work.tally_of(request.user, query.but("o"), at=now) if can_count else None
    context: dict[str, Any] = {
        "tally": tally,
        "cell_query": dict(query.but("o", "ky").pairs),
        "query": query,
    }
    # Asked for by a page that could not tell how many rows there are before they were counted.
    if tally and "tong" in request.GET and wants_fragment(request):
        context["list_total"] = lists.total_in(tally, query)
    return render_page(
        request, "tasks/task_list_cells.html", context, fragment="tasks/_task_list_cells.html"
    )


@require_GET
def task_filters(request: org.UserRequest) -> HttpResponse:
    """All conditions that a list can have, those that hold now chosen; loaded when asked for."""
    return _filters(request, work.read_query(request.GET))


def _filters(request: org.UserRequest, query: work.ListQuery, **refused: Any) -> HttpResponse:
    context = {
        **refused,
        "query": query,
        "choices": lists.filter_choices(request.user, query, on=timezone.localdate()),
        "kept": [pair for pair in query.pairs if pair[0] not in lists.IN_PANEL],
    }
    return render_page(
        request,
        "tasks/task_filters.html",
        context,
        fragment="tasks/_task_filters.html",
        status=422 if refused else 200,
    )


def _address_of_saved(
    request: org.UserRequest, query: work.ListQuery, saved: work.SavedLists
) -> str:
    """Where to go when the address names a saved list and nothing else, or nothing at all."""
    if query.is_everything or query.canonical or request.GET.keys() - {"ds"}:
        return ""
    found = saved.found(query.saved or str(saved.opening_key or ""))
    if found is None or not found.query:
        return ""
    return f"{address_of('tasks:task-list')}?{found.query}&ds={found.pk}"


def _told_of_saved(query: work.ListQuery, saved: work.SavedLists) -> str:
    if not query.saved or saved.found(query.saved):
        return ""
    return "Danh sách đã lưu này không còn, hoặc không dành cho ông/bà."


def _frame(
    request: org.UserRequest, query: work.ListQuery, saved: work.SavedLists
) -> dict[str, Any]:
    """What stands around the rows, whichever way they are shown."""
    on = timezone.localdate()
    powers = org.powers_of(request.user, on=on)
    can_create = powers.may_somewhere(org.Permission.ISSUE_TASK)
    opened = saved.found(query.saved) or saved.asking(query.canonical)
    return {
        "query": query,
        "saved": saved,
        "opened": opened,
        "is_changed": opened is not None and opened.query != query.canonical,
        "may_change": opened is not None and work.can_change_list(request.user, opened, on=on),
        "tabs": _tabs(saved, opened),
        "looks": lists.look_links(query),
        "look": lists.look_of(query),
        "orders": lists.order_links(query),
        "kept": [pair for pair in query.pairs if pair[0] != "q"],
        "page_kept": parse_qsl(query.href().removeprefix("?")),
        "cell_query": dict(query.but("o", "ky").pairs),
        "chips": lists.filter_chips(query),
        "can_create": can_create,
        "bulk_acts": lists.bulk_acts(request.user, on=on),
        "list_acts": _acts(query, can_create=can_create),
        "save_choices": reaches_of(request.user, on=on),
    }


def _acts(query: work.ListQuery, *, can_create: bool) -> list[lists.BulkAct]:
    """What can be done with the list as a whole."""
    asked = query.href()
    giving = lists.BulkAct("Giao nhiệm vụ từ Excel", "upload", address_of("tasks:task-import"))
    return [
        lists.BulkAct(
            "Xuất Excel",
            "file-spreadsheet",
            address_of("tasks:task-list-excel") + asked,
            making="Đang lập tệp Excel…",
        ),
        lists.BulkAct("Số liệu tại ngày", "calendar-stats", address_of("tasks:task-list-as-at")),
        lists.BulkAct("In danh sách", "printer", address_of("tasks:task-list-print") + asked),
        *([giving] if can_create else []),
    ]


_MOST_TABS = 6


def _tabs(saved: work.SavedLists, opened: work.SavedList | None) -> list[dict[str, Any]]:
    """Everything, then saved lists; the one that is open is among them, wherever it stands."""
    shown = list(saved.lists[:_MOST_TABS])
    if opened and opened not in shown:
        shown = [*shown[: _MOST_TABS - 1], opened]
    everything = {"text": "Tất cả", "href": "?ds=tat-ca", "current": opened is None}
    return [
        everything,
        *({"text": one.name, "href": f"?ds={one.pk}", "current": one == opened} for one in shown),
    ]
