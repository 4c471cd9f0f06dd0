"""The list as a table of numbers: units down, states or cells across, each number its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from baro.org import api as org
from baro.tasks.lists.figures import UNKNOWN, Figures
from baro.tasks.lists.rows import listed
from baro.tasks.lists.wanted import Wanted
from baro.work import api as work

# What stands in the rows: the group, the parameter that narrows to one, and its words.
DOWN: Mapping[str, tuple[str, str, str]] = {
    "xa": ("commune", "xa", "Xã, phường"),
    "donvi": ("lead_unit", "chutri", "Cơ quan chủ trì"),
    "giao": ("issuer", "giao", "Bên giao"),
}
_WITHOUT = "khong"
# Every row is counted; of a list longer than this nobody waits for it.
MOST_CROSSED = 300_000


@dataclass(frozen=True)
class Number:
    """One number with the address of its rows."""

    value: str
    count: int
    href: str


@dataclass(frozen=True)
class MatrixRow:
    label: str
    numbers: tuple[Number, ...]
    total: Number


def matrix_of(
    query: work.ListQuery,
    user: org.User,
    at: datetime,
    wanted: Wanted | None,
    figures: Figures = UNKNOWN,
) -> Mapping[str, Any]:
    """Counted in one statement; rows, columns and the whole are sums of the same numbers."""
    items = listed(user, query, at=at)
    total = figures.total
    if total is None:
        total = items.order_by()[: MOST_CROSSED + 1].count()
    if total > MOST_CROSSED:
        return {"is_cut": True, "most": MOST_CROSSED}
    down = query.one("hang") if query.one("hang") in DOWN else "xa"
    across = query.one("nhom") if query.one("nhom") in work.ACROSS else "o"
    group, param, title = DOWN[down]
    counts = work.crossing(items, group, across, at=at)
    values = [
        (value, label)
        for value, label in work.ACROSS[across][1]
        if across == "o" or any(column == value for _, column in counts)
    ]
    plain = query.but("xem", "hang", "nhom")
    rows = []
    for key, code, label in _groups(down, counts, query, user, at):
        here = plain.with_(**{param: code})
        numbers = tuple(
            Number(value, counts.get((key, value), 0), here.href(**{across: value}))
            for value, _ in values
        )
        row_total = Number("", sum(number.count for number in numbers), here.href())
        rows.append(MatrixRow(label, numbers, row_total))
    return {
        "is_cut": False,
        "title": title,
        "values": values,
        "matrix": rows,
        "totals": [
            Number(value, sum(row.numbers[n].count for row in rows), plain.href(**{across: value}))
            for n, (value, _) in enumerate(values)
        ],
        "whole": Number("", sum(counts.values()), plain.href()),
        "downs": _choices(
            query, "hang", down, {code: words for code, (_, _, words) in DOWN.items()}
        ),
        "acrosses": _choices(
            query, "nhom", across, {"o": "Tình trạng hạn", "trangthai": "Trạng thái"}
        ),
    }


def _groups(
    down: str,
    counts: Mapping[tuple[int | None, str], int],
    query: work.ListQuery,
    user: org.User,
    at: datetime,
) -> Sequence[tuple[int | None, str, str]]:
    """Key, code and name of each row; every commune for who oversees the city, empty ones too."""
    keys = {key for key, _ in counts if key is not None}
    on = timezone.localtime(at).date()
    wanted = org.Unit.objects.filter(pk__in=keys)
    is_narrowed = {"xa", "donvi", "chutri"} & query.conditions.keys()
    oversees = org.powers_of(user, on=on).may_for_the_whole_city(org.Permission.SEE)
    if down == "xa" and oversees and not is_narrowed:
        every = org.Unit.objects.existing(on=on).filter(kind=org.Unit.Kind.COMMUNE)
        wanted = wanted.union(every)
    units = sorted(wanted, key=lambda unit: unit.sort_key)
    rows: list[tuple[int | None, str, str]] = [(u.pk, u.code, u.short_name) for u in units]
    return (
        [(None, _WITHOUT, "Cơ quan thành phố"), *rows]
        if any(key is None for key, _ in counts)
        else rows
    )


def _choices(
    query: work.ListQuery, name: str, here: str, words: Mapping[str, str]
) -> list[dict[str, Any]]:
    return [
        {"text": text, "href": query.href(**{name: code}), "current": code == here}
        for code, text in words.items()
    ]
