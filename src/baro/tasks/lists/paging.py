"""How the pages of a list are called and found."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlencode

from baro.org import api as org
from baro.tasks.lists.finding import FoundPage, found_page, is_search
from baro.tasks.lists.joints import joined, parted
from baro.tasks.lists.rows import listed, walk_of
from baro.tasks.lists.wanted import Wanted
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
    # What of the address was not understood, in a sentence.
    told: str = ""

    @property
    def last(self) -> int:
        return self.first + len(self.keys) - 1

    @property
    def pages(self) -> int:
        return -(-self.total // ROWS)

    @property
    def has_others(self) -> bool:
        return bool(self.following or self.preceding)

    @property
    def is_long(self) -> bool:
        """Whether its numbers do not lead to each page, so that one goes there by its number."""
        return self.is_more or any(number is None for number, _ in self.links)


def page_of(
    query: work.ListQuery, user: org.User, at: datetime, wanted: Wanted, total: int | None
) -> ListPage:
    """A page of the list; `total` is how many rows it has, where that is known anyway."""
    if is_search(query):
        return _page_of_found(query, user, at, wanted)
    walk = walk_of(user, query, at=at, is_narrow=_is_narrow(query, user, at, total))
    found, number, told = _stretch(walk, query, user, wanted, total)
    known, is_more = _total(query, user, at, found, total)
    following, preceding = (
        joined(place, query, user) if place else ""
        for place in (found.next_place, found.previous_place)
    )
    return ListPage(
        number,
        found.keys,
        found.before + 1,
        known,
        is_more,
        found.is_moved,
        _href(query, number + 1, sau=following) if following else "",
        _href(query, number - 1, truoc=preceding) if preceding else "",
        query.href(),
        tuple((page, _href(query, page) if page else "") for page in _numbers(number, known)),
        told,
    )


def _stretch(
    walk: work.Walk, query: work.ListQuery, user: org.User, wanted: Wanted, total: int | None
) -> tuple[work.Stretch, int, str]:
    """The rows that are wanted, the number of their page, and what of it could not be done."""
    if not (wanted.after or wanted.before):
        return _numbered(walk, wanted, total)
    place, is_own = parted(wanted.after or wanted.before, query, user)
    try:
        found = walk.after(place, ROWS) if wanted.after else walk.before(place, ROWS)
    except work.PlaceNotUnderstood:
        return walk.at(0, ROWS), 1, _NO_PLACE
    if not is_own:
        return replace(found, is_moved=False), found.before // ROWS + 1, ""
    return found, wanted.number if found.before or not found.keys else 1, wanted.told


def _numbered(walk: work.Walk, wanted: Wanted, total: int | None) -> tuple[work.Stretch, int, str]:
    """The page of that number, or the last one."""
    number = wanted.number if total is None else min(wanted.number, max(1, -(-total // ROWS)))
    found = walk.at((number - 1) * ROWS, ROWS)
    if not found.keys and number > 1:
        number = max(1, -(-found.before // ROWS))
        found = walk.at((number - 1) * ROWS, ROWS) if found.before else found
    is_beyond = number < wanted.number and found.keys
    return found, number, _last_page(number) if is_beyond else wanted.told


_NO_PLACE = "Đường dẫn không khớp với thứ tự đang xem của danh sách. Đây là trang 1."


def _last_page(number: int) -> str:
    return f"Danh sách chỉ có {number} trang. Đây là trang cuối."


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
        told=_told_of_found(found, wanted),
    )


def _told_of_found(found: FoundPage, wanted: Wanted) -> str:
    """A search that matches nothing tells that already."""
    if found.number == wanted.number or not found.keys:
        return wanted.told
    if found.is_more:
        return f"Kết quả tìm mở được đến trang {found.number}. Hãy thêm từ hoặc lọc hẹp hơn."
    return _last_page(found.number)


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
