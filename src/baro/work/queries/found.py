"""Items by words, the last given first: as many as are wanted, never all that match."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from django.utils import timezone

from baro.kernel.search import api as search
from baro.org import api as org
from baro.work.models import WorkItem
from baro.work.models.items import WorkItemQuerySet
from baro.work.queries.sight import sight_of

_NUMBER = re.compile(r"(?:nv)?[\s./-]*(?:(?P<year>20\d\d)[\s./-]+)?0*(?P<number>\d{1,6})", re.I)
_YEARS_BACK = 3


def newest_found(
    items: WorkItemQuerySet, words: str, *, user: org.User, at: datetime, limit: int
) -> list[int]:
    """The keys of the last given of these items in which all words occur, if the user may see them.

    `items` are narrowed by whatever else is asked, but neither by the words nor to what is
    visible: both are seen to here.
    """
    sight = sight_of(user, on=timezone.localdate(at))
    return search.newest_among(items.filter(sight.condition), words, limit=limit, marks=sight.marks)


def items_numbered(
    numbers: Sequence[str], *, user: org.User, among: WorkItemQuerySet | None = None
) -> list[int]:
    """The keys of the items with one of these numbers that the user may see, the latest first."""
    if not numbers:
        return []
    items = WorkItem.objects.all() if among is None else among
    items = items.filter(sight_of(user).condition, number__in=numbers)
    return list(items.order_by("-number").values_list("pk", flat=True))


def numbers_meant(words: str) -> list[str]:
    """`126`, `nv 126` and `2026-126` mean that number of this year, and of the years before."""
    meant = _NUMBER.fullmatch(words)
    if meant is None:
        return []
    return [f"NV-{year}-{int(meant['number']):06d}" for year in _years(meant["year"])]


def _years(given: str | None) -> Iterator[int]:
    if given:
        yield int(given)
        return
    this_year = timezone.localdate().year
    yield from range(this_year, this_year - _YEARS_BACK, -1)


def are_few(words: str, *, user: org.User, at: datetime) -> bool:
    """Whether all that the words find for the user can be looked at while somebody waits."""
    sight = sight_of(user, on=timezone.localdate(at))
    return search.all_keys(WorkItem, words, marks=sight.marks) is not None
