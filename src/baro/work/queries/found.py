"""Items by words, the last given first: as many as are wanted, never all that match."""

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
    items: WorkItemQuerySet, words: str, *, user: org.User, at: datetime, limit: int
) -> list[WorkItem]:
    """The last given of these items in which all words occur.

    `items` are visible to the user and narrowed by whatever else is asked, but not by the words.
    The search hands over what it finds in ever larger portions, and here those are kept that are
    among the items; so neither all that match nor all items are ever looked at, unless hardly
    any of the one are among the other.
    """
    marks = marks_read_by(user, on=timezone.localdate(at))
    found, size = list[WorkItem](), limit
    after: search.Place | None = None
    while len(found) < limit:
        places = search.newest(WorkItem, words, limit=size, marks=marks, after=after)
        if places:
            fitting = items.in_bulk([place.key for place in places])
            found += [fitting[place.key] for place in places if place.key in fitting]
        if len(places) < size:
            break
        after, size = places[-1], min(size * _WIDER, _MOST_AT_ONCE)
    return found[:limit]
