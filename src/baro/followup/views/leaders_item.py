"""One row of the leaders' list, with everything that may be said to it."""

from collections.abc import Callable, Mapping

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from baro.followup.forms.leaders_list import BriefingForm, DirectiveForm, PutOffForm
from baro.followup.operations import leaders_list as operations
from baro.followup.policies.ladder import can_remark_on_item
from baro.followup.queries.leaders_list import listed_items
from baro.followup.queries.leaders_rows import rows_of
from baro.kernel.errors import DomainError
from baro.kernel.ui.pages import render_page
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org
from baro.work import api as work

_FORMS: Mapping[str, type[forms.Form]] = {
    "chi-dao": DirectiveForm,
    "tam-rut": PutOffForm,
    "giao-ban": BriefingForm,
}


@require_http_methods(["GET", "POST"])
def leaders_item(request: org.UserRequest, pk: int) -> HttpResponse:
    """`viec` in what is sent names the act."""
    seen = work.WorkItem.objects.visible_to(request.user)
    item = get_object_or_404(work.for_rows(seen), pk=pk)
    sent = request.POST.get("viec", "") if request.method == "POST" else ""
    given = {
        code: form(request.POST if sent == code else None, auto_id=f"{code}-%s")
        for code, form in _FORMS.items()
    }
    back = reverse("followup:leaders-list", query={"giao": item.issuer_unit.code})
    if sent in given and given[sent].is_valid() and _said(request, item, sent, given[sent]):
        return redirect(back)
    now = timezone.now()
    listed = list(listed_items(work.WorkItem.objects.filter(pk=pk), at=now))
    context = {
        "item": item,
        "row": next(iter(rows_of(listed, at=now)), None),
        "forms": given,
        "can_remark": can_remark_on_item(request.user, item, on=timezone.localdate()),
        "back": back,
    }
    status = 422 if any(form.errors for form in given.values()) else 200
    return render_page(request, "followup/leaders_item.html", context, status=status)


def _said(request: org.UserRequest, item: work.WorkItem, code: str, form: forms.Form) -> bool:
    try:
        _ACTS[code](request.user, item, form)
    except DomainError as refusal:
        tell_refusal(form, refusal)
        return False
    messages.success(request, f"Đã ghi vào diễn biến của {item.number}.")
    return True


def _direct(user: org.User, item: work.WorkItem, form: forms.Form) -> None:
    words = form.cleaned_data["words"]
    operations.direct_item(item=item, words=words, by=user, at=timezone.now())


def _put_off(user: org.User, item: work.WorkItem, form: forms.Form) -> None:
    given = form.cleaned_data
    operations.put_off_item(
        item=item, until=given["day"], words=given["words"], by=user, at=timezone.now()
    )


def _raise(user: org.User, item: work.WorkItem, form: forms.Form) -> None:
    given = form.cleaned_data
    operations.raise_items(
        items=[item], raised_on=given["day"], words=given["words"], by=user, at=timezone.now()
    )


_ACTS: Mapping[str, Callable[[org.User, work.WorkItem, forms.Form], None]] = {
    "chi-dao": _direct,
    "tam-rut": _put_off,
    "giao-ban": _raise,
}
