"""Which page of a list an address asks for, and how its pages are called and found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from baro.org import api as org
from baro.tasks.lists.finding import found_page, is_search
from baro.tasks.lists.rows import listed
from baro.work import api as work

ROWS = 50
# Without sums that tell the whole, nobody counts further than this to show a page.
MOST_COUNTED = 1_000
# What is no longer than this is found first and put in order after.
_SHORT = 20_000
_NARROWING = frozenset(
    {"donvi", "chutri", "xa", "nguoi", "nguon", "cha", "laanhdao", "phoihop", "q"}
)


@dataclass(frozen=True)
class Wanted:
    """The page that an address asks for: by its number, and by the row before or after it."""

    number: int = 1
    after: str = ""
    before: str = ""

    @classmethod
    def by(cls, params: Mapping[str, Any]) -> "Wanted":
        text = str(params.get("trang", ""))
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 1
        return cls(max(1, number), str(params.get("sau", "")), str(params.get("truoc", "")))


@dataclass(frozen=True)
class ListPage:
    """One page: its rows by key, where they stand, and the addresses of the pages around.

    `total` is exact, or, with `is_more`, the least that there are.
    """

    number: int
    keys: tuple[int, ...]
    first: int
    total: int
    is_more: bool
    is_moved: bool
    following: str
    preceding: str
    beginning: str
    links: tuple[tuple[int | None, str], ...]

    @property
    def last(self) -> int:
        return self.first + len(self.keys) - 1

    @property
    def pages(self) -> int:
        return -(-self.total // ROWS)

    @property
    def has_others(self) -> bool:
        return bool(self.following or self.preceding)


def page_of(
    query: work.ListQuery, user: org.User, at: datetime, wanted: Wanted, total: int | None
) -> ListPage:
    """A page of the list; `total` is how many rows it has, where that is known anyway."""
    if is_search(query):
        return _page_of_found(query, user, at, wanted)
    walk = work.Walk(
        lambda is_open: listed(user, query, at=at, is_open=is_open),
        query.one("sapxep"),
        work.known_of(query),
        is_narrow=_is_narrow(query, user, at, total),
    )
    number = min(wanted.number, max(1, -(-total // ROWS))) if total is not None else wanted.number
    if wanted.after:
        found = walk.after(wanted.after, ROWS)
    elif wanted.before:
        found = walk.before(wanted.before, ROWS)
    else:
        found = walk.at((number - 1) * ROWS, ROWS)
    number = number if found.before or not found.keys else 1
    known, is_more = _total(query, user, at, found, total)
    return ListPage(
        number,
        found.keys,
        found.before + 1,
        known,
        is_more,
        found.is_moved,
        _href(query, number + 1, sau=found.next_place) if found.next_place else "",
        _href(query, number - 1, truoc=found.previous_place) if found.previous_place else "",
        query.href(),
        tuple((page, _href(query, page) if page else "") for page in _numbers(number, known)),
    )


def _page_of_found(query: work.ListQuery, user: org.User, at: datetime, wanted: Wanted) -> ListPage:
    """Its pages are called by number alone: a search is not read to its end."""
    found = found_page(query, user, at, number=wanted.number, size=ROWS)
    first = (found.number - 1) * ROWS + 1
    return ListPage(
        found.number,
        found.keys,
        first,
        found.total,
        found.is_more,
        is_moved=False,
        following=_href(query, found.number + 1) if found.has_next else "",
        preceding=_href(query, found.number - 1) if found.number > 1 else "",
        beginning=query.href(),
        links=tuple(
            (page, _href(query, page) if page else "")
            for page in _numbers(found.number, found.total)
        ),
    )


def _is_narrow(query: work.ListQuery, user: org.User, at: datetime, total: int | None) -> bool:
    if total is not None and total > _SHORT:
        return False
    powers = org.powers_of(user, on=at.date())
    sees_all = powers.may_for_the_whole_city(org.Permission.SEE)
    return not sees_all or bool(_NARROWING & query.conditions.keys())


def _total(
    query: work.ListQuery, user: org.User, at: datetime, found: work.Stretch, total: int | None
) -> tuple[int, bool]:
    """How many rows the list has, and whether it may have more than that."""
    here = found.before + len(found.keys)
    if total is not None:
        # The sums were read a moment before the rows.
        return (max(total, here), False) if found.next_place else (here, False)
    if not found.next_place:
        return here, False
    counted = listed(user, query, at=at).order_by()[: MOST_COUNTED + 1].count()
    return max(min(counted, MOST_COUNTED), here), counted > MOST_COUNTED


def _numbers(number: int, total: int) -> Sequence[int | None]:
    """The first page, those around this one and the last; nothing for each gap."""
    last = max(number, -(-total // ROWS))
    shown = sorted({1, number - 1, number, number + 1, last} & set(range(1, last + 1)))
    found = list[int | None]()
    for page in shown:
        if found and (before := found[-1]) is not None and page - before > 1:
            found.append(None)
        found.append(page)
    return found


def _href(query: work.ListQuery, number: int, **place: str) -> str:
    asked = {"trang": str(number), **place} if number > 1 else place
    return f"{query.href()}&{urlencode(asked)}" if asked else query.href()
