"""Items by words, the last given first: as many as are wanted, never all that match."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from baro.kernel.search import api as search
from baro.org import api as org
from baro.work.models import WorkItem
from baro.work.models.items import WorkItemQuerySet
from baro.work.queries.sight import sight_of


def newest_found(
    items: WorkItemQuerySet, words: str, *, user: org.User, at: datetime, limit: int
) -> list[int]:
    """The keys of the last given of these items in which all words occur, if the user may see them.

    `items` are narrowed by whatever else is asked, but neither by the words nor to what is
    visible: both are seen to here.
    """
    sight = sight_of(user, on=timezone.localdate(at))
    return search.newest_among(items.filter(sight.condition), words, limit=limit, marks=sight.marks)


def items_numbered(numbers: Sequence[str], *, user: org.User) -> list[int]:
    """The keys of the items with one of these numbers that the user may see, the latest first."""
    if not numbers:
        return []
    items = WorkItem.objects.filter(sight_of(user).condition, number__in=numbers)
    return list(items.order_by("-number").values_list("pk", flat=True))


def are_few(words: str, *, user: org.User, at: datetime) -> bool:
    """Whether all that the words find for the user can be looked at while somebody waits."""
    sight = sight_of(user, on=timezone.localdate(at))
    return search.all_keys(WorkItem, words, marks=sight.marks) is not None
