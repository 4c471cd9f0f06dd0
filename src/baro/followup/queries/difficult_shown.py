"""How a difficult work is called in notices, and what waits in the inbox of who must decide."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from baro.followup.models import DifficultWork
from baro.followup.queries.difficult import asked_of
from baro.notices import api as notices
from baro.org import api as org
from baro.work import api as work


def shown_works(user: org.User, keys: Iterable[int]) -> dict[int, notices.Shown]:
    found = DifficultWork.objects.visible_to(user).filter(pk__in=list(keys))
    return {
        one.pk: notices.Shown(
            title=f"Việc khó: {one.name}", href=reverse("followup:difficult-work", args=[one.pk])
        )
        for one in found
    }


def asked_in_inbox(user: org.User, at: datetime) -> list[work.Ask]:
    """Obstacles that wait for the user's decision, the first to be cleared first."""
    return [
        work.Ask(
            title=one.what,
            href=reverse("followup:difficult-obstacle", args=[one.pk]),
            due_on=one.clear_by,
            due_words="gỡ",
            kind="Vướng mắc",
            facts=(one.work.name, str(one.owner_unit.short_name)),
            act="Quyết định",
        )
        for one in asked_of(user, on=timezone.localdate(at))
    ]
