"""The first page: what this person has to do, and what they wait for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from baro.documents import api as documents
from baro.org import api as org
from baro.work.actions import Action, allowed_actions
from baro.work.behalf import seen_for
from baro.work.cells import Cell, cell_of
from baro.work.models import WorkItem
from baro.work.models.items import WorkItemQuerySet
from baro.work.queries.inbox_asks import Ask, asks_of
from baro.work.queries.inbox_sections import (
    ActsFor,
    acting_units,
    inbox_conditions,
    with_parts,
)


@dataclass(frozen=True)
class InboxRow:
    """One item with what can be done to it now; `days` to the deadline, below zero when late.

    `behalf` names whose item it is, while the reader stands for somebody who is away;
    `owes_part` is told in the inbox alone: others lead, the reader's unit cooperates.
    """

    item: WorkItem
    cell: Cell
    days: int | None
    actions: tuple[Action, ...]
    behalf: str = ""
    owes_part: bool = False


@dataclass(frozen=True)
class Section:
    """Items that ask for the same kind of attention; `rows` are the first of `total`."""

    code: str
    title: str
    empty_words: str
    total: int
    rows: tuple[InboxRow, ...]


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
    "overdue": ("Quá hạn", "Không có việc nào quá hạn."),
    "today": ("Hết hạn hôm nay", "Không có việc nào hết hạn hôm nay."),
    "week": ("Hết hạn tuần này", "Không còn việc nào hết hạn trong tuần này."),
    "waiting": ("Chờ tôi", "Không có ai chờ ông/bà nhận việc, trả lời hay quyết định."),
    "returned": ("Bị trả lại", "Không có sản phẩm nào bị trả lại."),
    "later": ("Hạn sau tuần này", "Không có việc nào hạn sau tuần này."),
    "others": ("Chờ người khác", "Không có việc nào đang chờ người khác."),
}


ARRIVALS = (
    "Văn bản đến chờ tôi",
    "Không có văn bản đến nào chờ ông/bà trình, cho ý kiến, phân công hay xử lý.",
)


def inbox_of(user: org.User, *, at: datetime, limit: int = 20) -> Inbox:
    """The work list of a person at a moment, `limit` rows of each section."""
    acts_for = acting_units(user, at=at)
    conditions = inbox_conditions(user, acts_for, at=at)
    asks = asks_of(user, at=at)
    totals = (
        WorkItem.objects.open()
        .order_by()
        .filter(_any(conditions))
        .aggregate(**{code: Count("pk", filter=wanted) for code, wanted in conditions.items()})
    )
    return Inbox(
        tuple(
            Section(code, *TITLES[code], totals[code], _rows(user, wanted, acts_for, at, limit))
            for code, wanted in conditions.items()
        ),
        _arrivals(documents.arrivals_awaiting(user, acts_for.lead), limit),
        asks,
    )


def inbox_items(user: org.User, code: str, *, at: datetime) -> WorkItemQuerySet:
    """All items of one section, for a page of its own."""
    acts_for = acting_units(user, at=at)
    return _listed(inbox_conditions(user, acts_for, at=at)[code], acts_for)


def inbox_arrivals(user: org.User, *, at: datetime) -> QuerySet[documents.Document]:
    """All incoming documents that wait for the person, for a page of their own."""
    acts_for = acting_units(user, at=at)
    return documents.arrivals_awaiting(user, acts_for.lead)


def _arrivals(found: QuerySet[documents.Document], limit: int) -> Arrivals:
    return Arrivals(found.count(), tuple(found[:limit]))


def _rows(
    user: org.User, wanted: Q, acts_for: ActsFor, at: datetime, limit: int
) -> tuple[InboxRow, ...]:
    return tuple(inbox_row(user, item, at=at) for item in _listed(wanted, acts_for)[:limit])


def inbox_row(user: org.User, item: WorkItem, *, at: datetime) -> InboxRow:
    days = None
    if item.due_at is not None:
        due_on, on = timezone.localtime(item.due_at).date(), timezone.localtime(at).date()
        days = (due_on - on).days
    behalf = seen_for(user, item, on=timezone.localtime(at).date())
    actions = allowed_actions(user, item, at=at)
    if vars(item).get("may_finish_part"):
        code = f"{item.kind}-part"
        actions = (Action(code, "Xong phần phối hợp", f"{item.kind}s:{code}"), *actions)
    owes_part = bool(vars(item).get("owes_part"))
    return InboxRow(item, cell_of(item, at=at), days, actions, str(behalf or ""), owes_part)


def _listed(wanted: Q, acts_for: ActsFor) -> WorkItemQuerySet:
    """Open items with all that a row shows; not narrowed to the visible, as each condition is."""
    return with_parts(for_rows(WorkItem.objects.open().filter(wanted)), acts_for)


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


def _any(conditions: Mapping[str, Q]) -> Q:
    united = Q(pk__in=[])
    for condition in conditions.values():
        united |= condition
    return united
