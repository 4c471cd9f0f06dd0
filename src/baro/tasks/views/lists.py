"""Lists of tasks: one question to the ledger, shown in the way that the address names."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from baro.kernel.ui.pages import render_page
from baro.org import api as org
from baro.tasks import lists
from baro.work import api as work

_ROWS = 50


@require_GET
def task_list(request: org.UserRequest) -> HttpResponse:
    now = timezone.now()
    asked = work.read_query(request.GET)
    items = work.for_rows(lists.listed(request.user, asked, at=now))
    page = Paginator(work.ordered(items, asked.one("sapxep")), _ROWS).get_page(
        request.GET.get("trang")
    )
    powers = org.powers_of(request.user, on=timezone.localdate())
    can_create = powers.may_somewhere(org.Permission.ISSUE_TASK)
    context = {
        "asked": asked,
        "kept": asked.but("q", "trangthai").pairs,
        "cell_query": dict(asked.but("o").pairs),
        "page_params": dict(asked.pairs),
        "page": page,
        "rows": [work.inbox_row(request.user, item, at=now) for item in page.object_list],
        "tally": work.tally(lists.listed(request.user, asked, at=now, but="o"), at=now),
        "chips": lists.filter_chips(asked),
        "unknown": lists.unknown_words(asked),
        "states": work.State.choices,
        "can_create": can_create,
        "bulk_acts": lists.bulk_acts() if can_create else [],
    }
    return render_page(request, "tasks/task_list.html", context, fragment="tasks/_task_rows.html")
