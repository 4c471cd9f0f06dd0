"""Which rows an address asks for, and which of them were chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from baro.kernel.errors import DomainError
from baro.org import api as org
from baro.work import api as work

# What one act on many rows takes at a time: somebody waits for it.
MOST_CHOSEN = 500
# Conditions that compare with something else than the moment or its day.
_MOVES_ON = frozenset({"capnhat"})


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
    is_open: bool | None = None,
    mark: datetime | None = None,
) -> work.WorkItemQuerySet:
    """What a list with these parameters shows; with `is_open` only the open or closed ones of it.

    A list holds what the tallies count, so that a number and its rows agree; what was withdrawn
    or replaced is shown when its state is asked for.
    """
    asked = params if isinstance(params, work.ListQuery) else work.read_query(params)
    wanted = work.known_of(asked).is_open if is_open is None else is_open
    visible = work.visible_in(user, asked, at=at, is_open=wanted)
    ground = work.ground_of(visible, asked, are_open=bool(wanted))
    parted = wanted is not None
    return work.filtered(ground, asked, at=at, by=user, is_parted=parted, mark=mark)


def walk_of(
    user: org.User,
    query: work.ListQuery,
    *,
    at: datetime,
    order: str | None = None,
    is_narrow: bool = False,
) -> work.Walk:
    """The rows of a list one after the other, in its own order or in another."""
    return work.Walk(
        lambda is_open, mark: listed(user, query, at=at, is_open=is_open, mark=mark),
        query.one("sapxep") if order is None else order,
        work.known_of(query),
        at,
        is_narrow=is_narrow,
        key=None if _MOVES_ON & query.conditions.keys() else _key(user, query, at),
    )


def _key(user: org.User, query: work.ListQuery, at: datetime) -> tuple[int, date, str]:
    return user.person_id, timezone.localdate(at), query.asked


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
    count = items.order_by()[: MOST_CHOSEN + 1].count()
    if not count:
        raise NothingChosen("Chưa chọn nhiệm vụ nào. Hãy đánh dấu các dòng cần làm.")
    if count > MOST_CHOSEN:
        raise TooManyChosen(
            f"Mỗi lần làm được nhiều nhất {MOST_CHOSEN} nhiệm vụ, ở đây có nhiều hơn thế. "
            "Hãy lọc hẹp hơn rồi làm từng phần."
        )
    return Chosen(asked, items, is_all)
