"""Which rows an address asks for, and which of them were chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.http import QueryDict

from baro.kernel.errors import DomainError
from baro.org import api as org
from baro.work import api as work

# What one act on many rows takes at a time: somebody waits for it.
MOST_CHOSEN = 500
_ENDED = {work.State.WITHDRAWN.value, work.State.REPLACED.value}


class NothingChosen(DomainError):
    pass


class TooManyChosen(DomainError):
    pass


@dataclass(frozen=True)
class Chosen:
    """Rows of one list that somebody ticked, or all that its address asks for."""

    asked: work.ListQuery
    items: work.WorkItemQuerySet
    is_all: bool


def listed(
    user: org.User,
    params: Mapping[str, Any] | work.ListQuery,
    *,
    at: datetime,
    but: str = "",
) -> work.WorkItemQuerySet:
    """What a list with these parameters shows; `but` leaves one parameter out.

    A list holds what the tallies count, so that a number and its rows agree; what was withdrawn
    or replaced is shown when its state is asked for.
    """
    asked = params if isinstance(params, work.ListQuery) else work.read_query(params)
    asked = asked.but(but) if but else asked
    visible = work.WorkItem.objects.visible_to(user)
    return work.filtered(_ground(visible, asked), asked, at=at, by=user)


def chosen_items(user: org.User, form: QueryDict, *, at: datetime) -> Chosen:
    """What the form around a list sends: `viec` for each ticked row, or `tat-ca` for all.

    `loc` is the query string of the list. Rows that the user may not see are not there.
    """
    asked = work.query_of(form.get("loc", ""))
    is_all = bool(form.get("tat-ca"))
    if is_all:
        items = listed(user, asked, at=at)
    else:
        keys = [int(key) for key in form.getlist("viec") if key.isascii() and key.isdigit()]
        items = work.WorkItem.objects.visible_to(user).filter(pk__in=keys[: MOST_CHOSEN + 1])
    count = items.count()
    if not count:
        raise NothingChosen("Chưa chọn nhiệm vụ nào. Hãy đánh dấu các dòng cần làm.")
    if count > MOST_CHOSEN:
        raise TooManyChosen(
            f"Mỗi lần làm được nhiều nhất {MOST_CHOSEN} nhiệm vụ, ở đây có {count}. "
            "Hãy lọc hẹp hơn rồi làm từng phần."
        )
    return Chosen(asked, items, is_all)


def _ground(visible: work.WorkItemQuerySet, asked: work.ListQuery) -> work.WorkItemQuerySet:
    states = set(asked.conditions.get("trangthai", ()))
    if states & _ENDED:
        return visible.filter(is_collective=False) if states - _ENDED else visible
    if "phoihop" in asked.conditions:
        # One cooperates in the whole of a collective task, not in the part of each unit.
        return visible.exclude(Q(state__in=_ENDED))
    return visible.counted()
