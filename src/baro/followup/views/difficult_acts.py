"""What the pages of a difficult work and of its parts share: one form of several is sent."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.utils import timezone

from baro.kernel.errors import DomainError
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org
from baro.work import api as work_api

Act = Callable[[Any, forms.Form, dict[str, Any]], object]


def seen_item(user: org.User, key: int | None) -> work_api.WorkItem | None:
    """A link is shown only to whoever may open it."""
    return work_api.WorkItem.objects.visible_to(user).filter(pk=key).first() if key else None


def sent_act(request: org.UserRequest, acts: Mapping[str, Act]) -> str:
    sent = request.POST.get("viec", "") if request.method == "POST" else ""
    return sent if sent in acts else ""


def is_done(request: org.UserRequest, thing: Any, form: forms.Form, act: Act) -> bool:
    if not form.is_valid():
        return False
    try:
        act(thing, form, {"by": request.user, "at": timezone.now()})
    except DomainError as refusal:
        tell_refusal(form, refusal)
        return False
    messages.success(request, "Đã ghi.")
    return True
