"""The first page: what this person has to do, and what they wait for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.utils import timezone

from baro.documents import api as documents
from baro.kernel.ui.filters import number
from baro.org import api as org
from baro.work.models.items import WorkItemQuerySet
from baro.work.queries.inbox_asks import Ask, asks_of
from baro.work.queries.inbox_sections import (
    MOST,
    ActsFor,
    Found,
    acting_units,
    section_lines,
    section_total,
    sections_of,
)
from baro.work.queries.rows import InboxRow, Teller

# Of what nobody has to do today the first few are enough; a link leads to all.
CALM_ROWS = 8


@dataclass(frozen=True)
class Section:
    """Items that ask for the same kind of attention; `rows` are the first of `total`.

    Of more than `MOST` it is only known that they are more.
    """

    code: str
    title: str
    empty_words: str
    total: int
    rows: tuple[InboxRow, ...]
    is_more: bool = False

    @property
    def total_words(self) -> str:
        return f"hơn {number(self.total)}" if self.is_more else number(self.total)


@dataclass(frozen=True)
class Arrivals:
    """Incoming documents that wait for the person; `rows` are the first of `total`."""

    total: int
    rows: tuple[documents.Document, ...]


@dataclass(frozen=True)
class Inbox:
    """All sections in the order in which a person reads them, arrivals, other rooms' asks."""

    sections: tuple[Section, ...]
    arrivals: Arrivals
    asks: tuple[Ask, ...]

    @property
    def is_empty(self) -> bool:
        waiting = self.arrivals.total or self.asks
        return not (waiting or any(section.total for section in self.sections))

    def section(self, code: str) -> Section:
        return next(section for section in self.sections if section.code == code)


TITLES: Mapping[str, tuple[str, str]] = {
    "overdue": ("Việc chủ trì quá hạn", "Không có việc chủ trì nào quá hạn."),
    "today": ("Hết hạn hôm nay", "Không có việc nào hết hạn hôm nay."),
    "week": ("Hết hạn tuần này", "Không còn việc nào hết hạn trong tuần này."),
    "waiting": ("Chờ tôi", "Không có ai chờ ông/bà nhận việc, trả lời hay quyết định."),
    "returned": (
        "Trả lại, sau tuần này",
        "Không có sản phẩm nào bị trả lại mà hạn ở sau tuần này.",
    ),
    "later": ("Hạn sau tuần này", "Không có việc nào hạn sau tuần này."),
    "others": ("Chờ người khác", "Không có việc nào đang chờ người khác."),
}


ARRIVALS = (
    "Văn bản đến chờ tôi",
    "Không có văn bản đến nào chờ ông/bà trình, cho ý kiến, phân công hay xử lý.",
)


def inbox_of(user: org.User, *, at: datetime, limit: int = 20) -> Inbox:
    """The work list of a person at a moment, `limit` rows of what is to be done."""
    acts_for = acting_units(user, at=at)
    found = sections_of(acts_for, at=at, rows=limit, calm=min(limit, CALM_ROWS))
    teller = Teller(user, at)
    return Inbox(
        tuple(_section(teller, code, found.get(code, Found())) for code in TITLES),
        _arrivals(_awaiting(user, acts_for, at), limit),
        asks_of(user, at=at),
    )


def inbox_section(
    user: org.User, code: str, *, at: datetime, page: str | None, size: int
) -> tuple[Section, Page[int]]:
    """One section page by page, as far as `MOST`, with the rows of one page."""
    acts_for = acting_units(user, at=at)
    total = section_total(acts_for, code, at=at)
    places = Paginator(range(1, min(total, MOST) + 1), size).get_page(page)
    lines = section_lines(
        acts_for, code, at=at, first=places.start_index(), last=places.end_index()
    )
    return _section(Teller(user, at), code, Found(total, lines)), places


def inbox_arrivals(
    user: org.User, *, at: datetime, page: str | None, size: int
) -> tuple[Arrivals, Page[int]]:
    """The incoming documents that wait for the person, page by page."""
    keys = _awaiting(user, acting_units(user, at=at), at)
    found = Paginator(keys, size).get_page(page)
    return Arrivals(len(keys), tuple(documents.arrivals_shown(list(found)))), found


def _awaiting(user: org.User, acts_for: ActsFor, at: datetime) -> list[int]:
    on = timezone.localtime(at).date()
    return documents.arrivals_awaiting(user, acts_for.lead, on=on)


def _section(teller: Teller, code: str, found: Found) -> Section:
    rows = tuple(teller.row(line) for line in found.lines)
    return Section(code, *TITLES[code], min(found.total, MOST), rows, found.total > MOST)


def _arrivals(keys: list[int], limit: int) -> Arrivals:
    return Arrivals(len(keys), tuple(documents.arrivals_shown(keys[:limit])))


def for_rows(items: WorkItemQuerySet) -> WorkItemQuerySet:
    """The items with all that a row on screen needs, the nearest deadline first."""
    return (
        items.select_related(
            "issuer_unit", "lead_unit", "assigned_unit", "assignee", "source_document"
        )
        .defer("source_document__text", "source_document__pages")
        .with_children()
        .order_by("due_at", "pk")
    )
