"""The list on paper and as a file: the same rows, with its conditions and its moment above them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import BinaryIO

from django.utils import timezone

from baro.kernel.errors import DomainError
from baro.kernel.sheets import api as sheets
from baro.kernel.ui.filters import moment, number
from baro.org import api as org
from baro.tasks.lists.columns import (
    COLUMNS,
    USUAL_ON_PAPER,
    Column,
    ListRow,
    columns_of,
    row_of,
    with_columns,
)
from baro.tasks.lists.file_rows import file_rows
from baro.tasks.lists.rows import listed, walk_of
from baro.tasks.lists.words import conditions_in_words
from baro.work import api as work

TITLE = "Danh sách nhiệm vụ"
MOST_IN_FILE, MOST_ON_PAPER = 50_000, 1_000


class ListTooLongForFile(DomainError):
    pass


@dataclass(frozen=True)
class Signers:
    """Who stands below a list on paper: the body, the place, its head."""

    unit: org.Unit | None
    above: str
    place: str
    head: str
    head_name: str

    @property
    def is_party(self) -> bool:
        return self.unit is not None and self.unit.branch == org.Unit.Branch.PARTY


@dataclass(frozen=True)
class ListPaper:
    """A list as it is printed; `is_cut` when not all of its rows are on it."""

    columns: tuple[Column, ...]
    rows: tuple[ListRow, ...]
    is_cut: bool
    conditions: tuple[tuple[str, str], ...]
    signers: Signers


def paper_of(query: work.ListQuery, user: org.User, *, at: datetime) -> ListPaper:
    columns = columns_of(query, usual=USUAL_ON_PAPER)
    stretch = walk_of(user, query, at=at).at(0, MOST_ON_PAPER)
    found = with_columns(work.WorkItem.objects.filter(pk__in=stretch.keys), columns)
    items = {item.pk: item for item in found}
    return ListPaper(
        columns,
        tuple(row_of(items[key], at=at) for key in stretch.keys if key in items),
        bool(stretch.next_place),
        tuple(conditions_in_words(query)),
        _signers(user, timezone.localtime(at).date()),
    )


def write_excel(query: work.ListQuery, user: org.User, file: BinaryIO, *, at: datetime) -> int:
    """The whole list as a workbook, read and written row by row; returns how many there were."""
    columns = columns_of(query, usual=tuple(COLUMNS))
    items = listed(user, query, at=at)
    count = items.order_by().count()
    if count > MOST_IN_FILE:
        raise ListTooLongForFile(
            f"Danh sách có {number(count)} nhiệm vụ; mỗi tệp chứa được {number(MOST_IN_FILE)}. "
            "Hãy lọc hẹp hơn rồi xuất từng phần."
        )
    rows = work.ordered(items, query.one("sapxep"))
    sheet = sheets.Sheet(
        "Nhiệm vụ",
        ["TT", *(column.title for column in columns)],
        _lines(rows, columns, at),
        [12, *(column.width for column in columns)],
        _above(query, user, count, at),
        is_filtered=True,
    )
    sheets.write_workbook([sheet], file)
    return count


def _lines(
    rows: work.WorkItemQuerySet, columns: Sequence[Column], at: datetime
) -> Iterator[list[sheets.Value]]:
    with_parts = any(column.code == "phoihop" for column in columns)
    found = file_rows(rows, at=at, with_parts=with_parts)
    for place, row in enumerate(found, start=1):
        yield [place, *(column.read(row) for column in columns)]


def _above(query: work.ListQuery, user: org.User, count: int, at: datetime) -> list[str]:
    unit = org.powers_of(user, on=timezone.localtime(at).date()).main_scope
    conditions = [f"{label}: {value}" for label, value in conditions_in_words(query)]
    return [
        TITLE.upper(),
        str(unit or ""),
        f"Điều kiện: {'; '.join(conditions) or 'mọi nhiệm vụ được xem'}.",
        f"{number(count)} nhiệm vụ, tính đến {moment(at)}; {user} xuất.",
    ]


def _signers(user: org.User, on: date) -> Signers:
    unit = org.powers_of(user, on=on).main_scope
    if unit is None:
        return Signers(None, "", "", "", "")
    head = org.head_post_of(unit)
    holder = org.holders_of([head], on=on).get(head.pk) if head else None
    above = unit.parent
    is_place = above is None or above.branch == org.Unit.Branch.TERRITORY
    place = unit.commune or org.Unit.objects.filter(kind=org.Unit.Kind.CITY).first()
    return Signers(
        unit,
        "" if is_place or above is None else above.name,
        place.short_name if place else "",
        head.title if head else "",
        str(holder or ""),
    )
