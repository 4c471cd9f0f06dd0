"""A list of tasks for other systems, a stretch at a time, each from where the last one ended."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from ninja import Field, Schema

from baro.org import api as org
from baro.tasks import lists
from baro.tasks.rest.callers import visible_tasks
from baro.work import api as work

# As this door has always put them, whatever the pages do.
_USUAL = "han"


class PageIn(Schema):
    limit: int = Field(100, ge=1, le=1000)
    offset: int = Field(0, ge=0, le=10_000_000)
    after: str = Field("", max_length=500)


def page_of_tasks(request: org.UserRequest, asked: PageIn) -> dict[str, Any]:
    """The rows of the list that `limit`, `offset` and `after` name, with what follows."""
    now = timezone.now()
    query = work.read_query(request.GET)
    walk = lists.walk_of(request.user, query, at=now, order=query.one("sapxep") or _USUAL)
    if asked.after:
        stretch = walk.after(asked.after, asked.limit)
    else:
        stretch = walk.at(asked.offset, asked.limit)
    found = {task.pk: task for task in visible_tasks(request).filter(pk__in=stretch.keys)}
    return {
        "items": [found[key] for key in stretch.keys if key in found],
        "count": _count(query, request.user, now, stretch),
        "next": stretch.next_place,
        "is_moved": stretch.is_moved,
    }


def _count(query: work.ListQuery, user: org.User, at: datetime, here: work.Stretch) -> int | None:
    """Of the whole list: from its end, or from the sums; nobody counts its rows for it."""
    if here.keys and not here.next_place:
        return here.before + len(here.keys)
    return lists.figures_of(query, user, at=at).total
