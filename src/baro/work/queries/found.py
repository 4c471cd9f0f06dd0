"""Items by words, the last entered first: as many as are wanted, never all that match."""

from datetime import datetime

from django.utils import timezone

from baro.kernel.search import api as search
from baro.org import api as org
from baro.work.models import WorkItem
from baro.work.models.items import WorkItemQuerySet
from baro.work.queries.sight import marks_read_by

_WIDER = 8
_MOST_AT_ONCE = 4000


def newest_found(
    items: WorkItemQuerySet,
    words: str,
    *,
    user: org.User,
    at: datetime,
    limit: int,
    after: search.Place | None = None,
) -> list[search.Place]:
    """Where the last entered of these items stand in which all words occur; exact.

    `items` are visible to the user and narrowed by whatever else is asked, but not by the words.
    Few items are looked for among those with the words, many the other way round; each look
    behind takes in more than the one before.
    """
    marks = marks_read_by(user, on=timezone.localdate(at))
    found, size, looked = list[search.Place](), limit, 0
    while True:
        places = search.newest(WorkItem, words, limit=size, marks=marks, after=after)
        if not places:
            return found
        fitting = _fitting(items, places)
        found += [place for place in places if place.key in fitting]
        looked += len(places)
        if len(found) >= limit or len(places) < size:
            return found[:limit]
        after = places[-1]
        size = min(size * _WIDER, _MOST_AT_ONCE)


def _fitting(items: WorkItemQuerySet, places: list[search.Place]) -> set[int]:
    keys = [place.key for place in places]
    return set(items.order_by().filter(pk__in=keys).values_list("pk", flat=True))
