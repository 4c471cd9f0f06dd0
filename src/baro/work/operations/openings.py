"""New items, one or a thousand in the same few statements."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any

from django.utils import timezone

from baro.documents import api as documents
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.prepared import insert, insert_facts
from baro.kernel.search import api as search
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.work import policies
from baro.work.models import WorkItem, WorkParty
from baro.work.operations.guards import lock_rows, require_move
from baro.work.operations.numbers import PREFIXES, take_numbers
from baro.work.queries.sight import marks_of
from baro.work.states import Move


class NothingToOpen(DomainError):
    pass


@dataclass(frozen=True)
class NewPart:
    """What a cooperating unit contributes, and by when."""

    unit: org.Unit
    duty: str = ""
    due_at: datetime | None = None


@dataclass(frozen=True)
class NewItem:
    """What has to be known to enter one item in the ledger; `words` also make it findable."""

    kind: str
    title: str
    issuer_unit: org.Unit
    lead_unit: org.Unit
    due_at: datetime | None = None
    accountable_post: org.Post | None = None
    inspector_post: org.Post | None = None
    source_document: documents.Document | None = None
    source_clause: str = ""
    cooperating: tuple[NewPart, ...] = ()
    parent: WorkItem | None = None
    is_collective: bool = False
    assigned_unit: org.Unit | None = None
    assignee: org.Person | None = None
    words: str = ""

    @property
    def is_internal(self) -> bool:
        """A child of a real item is a part of that unit's own work."""
        return self.parent is not None and not self.parent.is_collective


@whole
def open_items(*, specs: Sequence[NewItem], by: org.User, at: datetime) -> list[WorkItem]:
    """Enter obligations in the ledger, all of one kind, each with its number and parties."""
    parents = lock_rows({spec.parent.pk for spec in specs if spec.parent})
    _require_right_to_open(specs, parents, by, at)
    if not specs:
        raise NothingToOpen("Chưa chọn việc nào để giao.")
    for parent in parents:
        if not parent.is_collective:
            require_move(parent, Move.SPLIT)

    prefix = PREFIXES[WorkItem.Kind(specs[0].kind)]
    year = timezone.localtime(at).year
    numbers = take_numbers(prefix=prefix, year=year, count=len(specs))
    items = insert(_row(spec, number, by, at) for spec, number in zip(specs, numbers, strict=True))
    parties = [list(_parties(spec, item)) for spec, item in zip(specs, items, strict=True)]
    insert_facts(WorkParty, chain.from_iterable(parties))
    search.index_many(
        search.Indexed(
            item,
            title=f"{item.number} {item.title}",
            at=at,
            text=spec.words,
            marks=marks_of(item, (party["unit_id"] for party in its_parties)),
        )
        for spec, item, its_parties in zip(specs, items, parties, strict=True)
    )
    return items


def _require_right_to_open(
    specs: Sequence[NewItem], parents: Sequence[WorkItem], by: org.User, at: datetime
) -> None:
    on = timezone.localtime(at).date()
    for parent in parents:
        if not parent.is_collective:
            require(
                policies.can_split_item(by, parent, on=on),
                "Chỉ người được giao việc hoặc người phân công của đơn vị mới chia việc này được.",
            )
    issuers = {spec.issuer_unit for spec in specs if not spec.is_internal}
    for unit in issuers:
        require(
            policies.can_open_items(by, unit, on=on),
            f"Chỉ lãnh đạo hoặc chuyên viên tổng hợp của {unit} mới giao việc thay đơn vị được.",
        )


def _row(spec: NewItem, number: str, by: org.User, at: datetime) -> WorkItem:
    return WorkItem(
        number=number,
        kind=spec.kind,
        title=spec.title,
        is_collective=spec.is_collective,
        is_internal=spec.is_internal,
        parent=spec.parent,
        issuer_unit=spec.issuer_unit,
        issued_by=by,
        issued_at=at,
        lead_unit=spec.lead_unit,
        accountable_post=spec.accountable_post,
        inspector_post=spec.inspector_post,
        assigned_unit=spec.assigned_unit,
        assignee=spec.assignee,
        source_document=spec.source_document,
        source_clause=spec.source_clause,
        start_at=at,
        original_due_at=spec.due_at,
        due_at=spec.due_at,
        last_update_at=at,
    )


def _parties(spec: NewItem, item: WorkItem) -> Iterator[dict[str, Any]]:
    parts = {part.unit.pk: part for part in spec.cooperating if part.unit != spec.lead_unit}
    yield {"item_id": item.pk, "unit_id": spec.lead_unit.pk, "part": _Part.LEAD}
    yield {"item_id": item.pk, "unit_id": spec.issuer_unit.pk, "part": _Part.ISSUER}
    if spec.inspector_post:
        unit_id = spec.inspector_post.unit_id
        yield {"item_id": item.pk, "unit_id": unit_id, "part": _Part.INSPECTOR}
    for key, part in parts.items():
        yield {
            "item_id": item.pk,
            "unit_id": key,
            "part": _Part.COOPERATING,
            "duty": part.duty,
            "due_at": part.due_at or spec.due_at,
        }


_Part = WorkParty.Part
