"""A page of what was searched for: the last given first, without a look at all that match."""

from dataclasses import dataclass
from datetime import datetime

from baro.org import api as org
from baro.work import api as work

# So far ahead a search looks, to say how many pages follow.
_AHEAD = 4
_MOST_PAGES = 200


@dataclass(frozen=True)
class FoundPage:
    """The rows of one page by key; `total` is exact, or, with `is_more`, the least there are."""

    number: int
    keys: tuple[int, ...]
    total: int
    is_more: bool
    has_next: bool


def is_search(query: work.ListQuery) -> bool:
    """Whether the list is one of things found; in an order of its own it is a list like others."""
    return bool(query.one("q")) and not query.one("sapxep")


def found_page(
    query: work.ListQuery, user: org.User, at: datetime, *, number: int, size: int
) -> FoundPage:
    asked = query.but("q")
    ground = work.ground_of(work.WorkItem.objects.all(), asked)
    items = work.filtered(ground, asked, at=at, by=user)
    number = min(number, _MOST_PAGES)
    limit = max(number + 1, _AHEAD) * size + 1
    found = _found(items, query.one("q"), user, at, limit)
    is_more = len(found) == limit
    number = max(1, min(number, -(-len(found) // size)))
    keys = found[(number - 1) * size : number * size]
    has_next = number < min(_MOST_PAGES, -(-len(found) // size))
    return FoundPage(number, tuple(keys), len(found) - is_more, is_more, has_next)


def _found(
    items: work.WorkItemQuerySet, words: str, user: org.User, at: datetime, limit: int
) -> list[int]:
    """What bears the number that was typed, be it only its end, stands before all other."""
    numbered = work.items_numbered(work.numbers_meant(words), user=user, among=items)
    newest = work.newest_found(items, words, user=user, at=at, limit=limit)
    return list(dict.fromkeys([*numbered, *newest]))[:limit]


def is_countable(query: work.ListQuery, user: org.User, at: datetime) -> bool:
    """Whether what is searched for is little enough to be counted while somebody waits."""
    return not query.one("q") or work.are_few(query.one("q"), user=user, at=at)
