"""The rows of a file: read in chunks as plain values, however many there are.

An item becomes no model: of its fields only those that columns read are fetched, units are looked
up in one table of names, papers and cooperating units come once for each chunk.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple, cast

from baro.documents import api as documents
from baro.kernel.calendar.api import working_calendar
from baro.kernel.ui.filters import time_left
from baro.org import api as org
from baro.tasks.lists.columns import ListRow
from baro.work import api as work

_AT_ONCE = 1_000
_FIELDS = (
    *("pk", "number", "title", "state", "is_paused", "issued_at", "original_due_at", "due_at"),
    *("delivered_at", "closed_at", "last_update_at", "issuer_unit_id", "lead_unit_id"),
    *("source_document_id", "assignee__full_name", "task__expected_product"),
)


class _Named(NamedTuple):
    short_name: str


class _Product(NamedTuple):
    expected_product: str


@dataclass(slots=True)
class _Parts:
    units: Sequence["_Part"] = ()

    def all(self) -> Sequence["_Part"]:
        return self.units


class _Part(NamedTuple):
    unit: _Named


@dataclass(slots=True)
class FileItem:
    """One item, to be read and not changed; it answers the columns as a `WorkItem` does."""

    pk: int
    number: str
    title: str
    state: str
    is_paused: bool
    issued_at: datetime
    original_due_at: datetime | None
    due_at: datetime | None
    delivered_at: datetime | None
    closed_at: datetime | None
    last_update_at: datetime
    issuer_unit: _Named
    lead_unit: _Named
    source_document: str | None
    assignee: str | None
    task: _Product | None
    parties: _Parts = field(default_factory=_Parts)

    @property
    def is_delivered(self) -> bool:
        return self.state == work.State.DELIVERED

    @property
    def is_unclear(self) -> bool:
        return self.state == work.State.UNCLEAR

    def get_state_display(self) -> str:
        return _STATES[self.state]


_STATES = {state.value: str(state.label) for state in work.State}


def file_rows(rows: work.WorkItemQuerySet, *, at: datetime, with_parts: bool) -> Iterator[ListRow]:
    """The rows in their order; memory holds one chunk of them."""
    names = {key: _Named(name) for key, name in org.Unit.objects.values_list("pk", "short_name")}
    calendar = working_calendar()
    left = lru_cache(maxsize=4096)(lambda due: time_left(due, at, calendar))
    found = rows.values_list(*_FIELDS).iterator(chunk_size=_AT_ONCE)
    while chunk := list(islice(found, _AT_ONCE)):
        papers = _papers(chunk)
        parts = _parts(chunk, names) if with_parts else {}
        for values in chunk:
            item = _item(values, names, papers, parts)
            yield ListRow(item, work.cell_of(item, at=at), left(item.due_at))


def _item(
    values: Sequence[Any],
    names: dict[int, _Named],
    papers: dict[int, str],
    parts: dict[int, _Parts],
) -> work.WorkItem:
    *facts, issuer, lead, paper, person, product = values
    shown = (names[issuer], names[lead], papers.get(paper), person)
    item = FileItem(*(*facts, *shown, None if product is None else _Product(product)))
    if item.pk in parts:
        item.parties = parts[item.pk]
    return cast("work.WorkItem", item)


def _papers(chunk: Sequence[Sequence[Any]]) -> dict[int, str]:
    place = _FIELDS.index("source_document_id")
    keys = {values[place] for values in chunk} - {None}
    found = documents.Document.objects.filter(pk__in=keys).only("type", "symbol")
    return {paper.pk: str(paper) for paper in found}


def _parts(chunk: Sequence[Sequence[Any]], names: dict[int, _Named]) -> dict[int, _Parts]:
    cooperating = work.WorkParty.objects.filter(
        part=work.WorkParty.Part.COOPERATING, item__in=[values[0] for values in chunk]
    )
    found: dict[int, list[_Part]] = defaultdict(list)
    for item, unit in cooperating.order_by("unit__sort_key").values_list("item_id", "unit_id"):
        found[item].append(_Part(names[unit]))
    return {item: _Parts(units) for item, units in found.items()}
