"""What the review screen shows of drafts: names for codes, what is missing, what it costs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet

from baro.documents import api as documents
from baro.org import api as org
from baro.tasks.models import TaskDraft
from baro.tasks.queries import readiness_of
from baro.tasks.wording import recurrence_in_words


@dataclass(frozen=True)
class Receiver:
    """A unit or group as the draft names it, with how many units stand behind it."""

    name: str
    count: int


@dataclass(frozen=True)
class Card:
    """One draft with all that its card says."""

    draft: TaskDraft
    leads: tuple[Receiver, ...]
    cooperating: tuple[Receiver, ...]
    recurrence: str
    missing: tuple[str, ...]
    units: int
    minutes_each: int
    minutes: int


@dataclass(frozen=True)
class Preview:
    """What issuing some drafts will ask of how many units."""

    cards: tuple[Card, ...]

    @property
    def items(self) -> int:
        return sum(card.units for card in self.cards)

    @property
    def minutes(self) -> int:
        return sum(card.minutes for card in self.cards)


def drafts_of(document: documents.Document) -> QuerySet[TaskDraft]:
    # By the document's own manager: its drafts know it, and none fetches it again.
    return document.task_drafts.select_related("item")


def cards_of(
    drafts: Sequence[TaskDraft],
    *,
    issuer_unit: org.Unit,
    at: datetime,
    inspector_post: org.Post | None,
) -> tuple[Card, ...]:
    """One card a draft, in as many queries for thirty as for one."""
    ready = readiness_of(drafts, issuer_unit=issuer_unit, at=at, inspector_post=inspector_post)
    codes = [c for draft in drafts for c in (*draft.lead_codes, *draft.cooperating_codes)]
    names = org.names_of_codes(codes)
    counts = {c: org.units_of_group(c, on=at.date()).count() for c in set(codes) if c in org.GROUPS}

    def receivers(of: Sequence[str]) -> tuple[Receiver, ...]:
        return tuple(Receiver(names.get(code, code), counts.get(code, 1)) for code in of)

    return tuple(
        Card(
            draft=draft,
            leads=receivers(draft.lead_codes),
            cooperating=receivers(draft.cooperating_codes),
            recurrence=recurrence_in_words(draft.recurrence),
            missing=ready[draft.pk].missing,
            units=len(ready[draft.pk].units),
            minutes_each=ready[draft.pk].minutes_per_unit,
            minutes=ready[draft.pk].cost_minutes,
        )
        for draft in drafts
    )


def clause_counts(document: documents.Document) -> dict[str, int]:
    counted = document.clauses.order_by().values_list("kind").annotate(Count("pk"))
    return {"task": 0, "information": 0, "none": 0} | dict(counted)


def quotes_of(drafts: Sequence[TaskDraft]) -> list[documents.Quote]:
    """Where each draft's words stand in the text, paired with its card."""
    return [
        documents.Quote(f"draft-{draft.pk}", draft.start, draft.end)
        for draft in drafts
        if draft.start is not None and draft.end is not None
    ]


def initial_of(draft: TaskDraft) -> dict[str, object]:
    """A draft as its form first shows it, with names in place of codes."""
    names = org.names_of_codes([*draft.lead_codes, *draft.cooperating_codes])
    recurrence = draft.recurrence or {}
    return {
        "title": draft.title,
        "leads": [names.get(code, code) for code in draft.lead_codes],
        "cooperating": [names.get(code, code) for code in draft.cooperating_codes],
        "expected_product": draft.expected_product,
        "due_on": draft.due_on,
        "recurrence_every": recurrence.get("every", ""),
        "recurrence_by": recurrence.get("by") or "",
        "no_deadline_reason": draft.no_deadline_reason,
        "minutes_per_unit": draft.minutes_per_unit,
    }
