"""Which items of a list to press for."""

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baro.followup.operations import pressing as operations
from baro.followup.queries import pressing as queries
from baro.followup.queries.pressing_choice import MOST_ITEMS, pressing_choice
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.ui.pages import render_page
from baro.org import api as org
from baro.tasks import api as tasks
from baro.work import api as work

_ROUNDS = 50


@require_GET
def pressing_list(request: org.UserRequest) -> HttpResponse:
    """The rounds so far, the latest first."""
    context = {"rounds": queries.rounds_of(request.user)[:_ROUNDS]}
    return render_page(request, "followup/pressing_list.html", context)


@require_http_methods(["GET", "POST"])
def pressing(request: org.UserRequest) -> HttpResponse:
    """What is owed, by unit: of the list that the address asks for, or of the rows ticked in it."""
    _require_right(request.user)
    if request.method == "POST":
        chosen = tasks.chosen_items(request.user, request.POST, at=timezone.now())
        return _choices(request, chosen.asked, items=chosen.items)
    return _choices(request, work.read_query(_without_issuer(request.GET)))


@require_POST
def pressing_beginning(request: org.UserRequest) -> HttpResponse:
    """Begin a round with what is ticked."""
    _require_right(request.user)
    unit = get_object_or_404(org.Unit, code=request.POST.get("noi-giao", ""))
    asked = work.read_query(QueryDict(request.POST.get("loc", "")))
    keys = [int(key) for key in request.POST.getlist("viec") if key.isascii() and key.isdigit()]
    try:
        begun = operations.begin_pressing(
            item_ids=keys,
            unit=unit,
            listed_as=asked.canonical,
            by=request.user,
            at=timezone.now(),
        )
    except DomainError as refusal:
        return _choices(request, asked, refusal=refusal.message)
    messages.success(
        request, "Đã gom nhiệm vụ theo đơn vị. Ông/bà soát lời công văn rồi phát hành."
    )
    return redirect("followup:pressing-round", pk=begun.pk)


def _choices(
    request: org.UserRequest,
    asked: work.ListQuery,
    *,
    items: work.WorkItemQuerySet | None = None,
    refusal: str = "",
) -> HttpResponse:
    now = timezone.now()
    found = tasks.listed(request.user, asked, at=now) if items is None else items
    issuer_code = request.GET.get("noi-giao") or request.POST.get("noi-giao", "")
    context = {
        "choice": pressing_choice(request.user, found, issuer_code=issuer_code, at=now),
        "chips": tasks.filter_chips(asked),
        "asked": asked,
        "most": MOST_ITEMS,
        "refusal": refusal,
    }
    status = 422 if refusal else 200
    return render_page(request, "followup/pressing_choice.html", context, status=status)


def _require_right(user: org.User) -> None:
    powers = org.powers_of(user, on=timezone.localdate())
    require(powers.may_somewhere(org.Permission.ISSUE_TASK), operations.WHO_PRESSES)


def _without_issuer(params: QueryDict) -> QueryDict:
    rest = params.copy()
    rest.pop("noi-giao", None)
    return rest
