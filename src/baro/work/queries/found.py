"""Items by words, the last given first: as many as are wanted, never all that match."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from baro.kernel.search import api as search
from baro.org import api as org
from baro.work.models import WorkItem
from baro.work.models.items import WorkItemQuerySet
from baro.work.queries.sight import sight_of

# Some of what is found is no item of the list: one more look behind costs more than a few keys.
_SPARE = 16
_WIDER = 8
_MOST_AT_ONCE = 4000


def newest_found(
    items: WorkItemQuerySet, words: str, *, user: org.User, at: datetime, limit: int
) -> list[int]:
    """The keys of the last given of these items in which all words occur, if the user may see them.

    `items` are narrowed by whatever else is asked, but neither by the words nor to what is
    visible: both are seen to here. The search hands over what it finds in ever larger portions,
    and those are kept that are among the items; so neither all that match nor all items are ever
    looked at, unless hardly any of the one are among the other.
    """
    sight = sight_of(user, on=timezone.localdate(at))
    items, marks = items.order_by().filter(sight.condition), sight.marks
    found, size = list[int](), limit + _SPARE
    after: search.Place | None = None
    while len(found) < limit:
        places = search.newest(WorkItem, words, limit=size, marks=marks, after=after)
        if places:
            keys = [place.key for place in places]
            fitting = set(items.filter(pk__in=keys).values_list("pk", flat=True))
            found += [key for key in keys if key in fitting]
        if len(places) < size:
            break
        after, size = places[-1], min(size * _WIDER, _MOST_AT_ONCE)
    return found[:limit]


def items_numbered(numbers: Sequence[str], *, user: org.User) -> list[int]:
    """The keys of the items with one of these numbers that the user may see, the latest first."""
    if not numbers:
        return []
    items = WorkItem.objects.filter(sight_of(user).condition, number__in=numbers)
    return list(items.order_by("-number").values_list("pk", flat=True))
