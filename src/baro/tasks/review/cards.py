"""One card a draft: names for codes, doubts with ways out, what it costs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from baro.documents import api as documents
from baro.org import api as org
from baro.tasks.changes import Stretch, set_apart
from baro.tasks.doubts import TOGETHER, Doubt, Named, choices_for, unnamed_phrase
from baro.tasks.models import TaskDraft
from baro.tasks.queries import has_time, names_of_named, readiness_of
from baro.tasks.wording import recurrence_in_words
from baro.work import api as work


@dataclass(frozen=True)
class Receiver:
    """A unit or group as the draft names it, with how many units stand behind it."""

    name: str
    count: int


@dataclass(frozen=True)
class Card:
    """One draft with all that its card says.

    `unnamed` are words that named nobody the reader knows; they can be taught with the lead.
    """

    draft: TaskDraft
    leads: tuple[Receiver, ...]
    cooperating: tuple[Receiver, ...]
    left_out: tuple[str, ...]
    via: str
    recurrence: str
    doubts: tuple[Doubt, ...]
    missing: tuple[str, ...]
    units: int
    minutes_each: int
    minutes: int
    given: "Given | None" = None
    unnamed: str = ""

    @property
    def is_clear(self) -> bool:
        """It can be given as it stands, and nothing in it is in doubt."""
        return self.draft.is_open and not (self.doubts or self.missing or self.given)


@dataclass(frozen=True)
class Given:
    """The issued task that a draft would change, as it stands now."""

    item: work.WorkItem
    leads: tuple[Receiver, ...]
    words_then: tuple[Stretch, ...]
    words_now: tuple[Stretch, ...]
    other_leads: bool
    other_day: bool

    @property
    def day_may_move(self) -> bool:
        return self.other_day and not self.other_leads and self.item.due_at is not None


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
    shown = document.task_drafts.exclude(status=TaskDraft.Status.MERGED)
    return shown.select_related("item", "follows__item")


def cards_of(
    drafts: Sequence[TaskDraft],
    *,
    issuer_unit: org.Unit,
    at: datetime,
    inspector_post: org.Post | None,
) -> tuple[Card, ...]:
    """One card a draft, in as many queries for thirty as for one."""
    ready = readiness_of(drafts, issuer_unit=issuer_unit, at=at, inspector_post=inspector_post)
    names = _Names(drafts, at.date())
    return tuple(
        Card(
            draft=draft,
            leads=names.receivers(draft.lead_codes),
            cooperating=names.receivers(draft.cooperating_codes),
            left_out=tuple(one.name for one in names.receivers(draft.except_codes)),
            via=", ".join(one.name for one in names.receivers([draft.via_code])),
            recurrence=recurrence_in_words(draft.recurrence),
            doubts=_doubts_of(draft, names),
            missing=ready[draft.pk].missing,
            units=len(ready[draft.pk].units),
            minutes_each=ready[draft.pk].minutes_per_unit,
            minutes=ready[draft.pk].cost_minutes,
            given=_given(draft, names),
            unnamed=unnamed_phrase(draft.doubts),
        )
        for draft in drafts
    )


def _given(draft: TaskDraft, names: "_Names") -> Given | None:
    before = draft.follows
    if before is None or before.item is None or not draft.is_change:
        return None
    then, now = set_apart(before.quote, draft.quote)
    return Given(
        item=before.item,
        words_then=then,
        words_now=now,
        leads=names.receivers(before.lead_codes),
        other_leads=set(before.lead_codes) != set(draft.lead_codes),
        other_day=draft.due_on is not None and before.due_on != draft.due_on,
    )


class _Names:
    """Names and sizes of all that some drafts name, fetched once."""

    def __init__(self, drafts: Iterable[TaskDraft], on: date) -> None:
        codes = {code for draft in drafts for code in _codes_of(draft)}
        self._names = names_of_named(codes)
        groups = codes & org.GROUPS.keys()
        self._counts = {code: org.units_of_group(code, on=on).count() for code in groups}

    def receivers(self, codes: Iterable[str]) -> tuple[Receiver, ...]:
        return tuple(
            Receiver(self._names.get(code, code), self._counts.get(code, 1))
            for code in codes
            if code
        )


def _codes_of(draft: TaskDraft) -> Iterable[str]:
    before = draft.follows.lead_codes if draft.follows else []
    along = (*draft.cooperating_codes, *draft.except_codes, draft.via_code)
    return (*draft.lead_codes, *along, *before)


def _doubts_of(draft: TaskDraft, names: _Names) -> tuple[Doubt, ...]:
    """What the reader was not sure of; that many lead one task together is a doubt of ours."""
    if not draft.is_open:
        return ()
    named = Named(
        leads=[one.name for one in names.receivers(draft.lead_codes)],
        cooperating=[one.name for one in names.receivers(draft.cooperating_codes)],
        due_on=draft.due_on,
        due_text=draft.due_text,
    )
    together = draft.shared == TaskDraft.Shared.TOGETHER and len(draft.lead_codes) > 1
    asked = any("một việc chung" in doubt for doubt in draft.doubts)
    sentences = [*draft.doubts, *([TOGETHER] if together and not asked else [])]
    groups = [group.name for group in org.GROUPS.values()]
    lacks = frozenset(() if draft.lead_codes else ("lead_codes",)) | frozenset(
        () if _has_time(draft) else ("due_on", "recurrence")
    )
    return tuple(Doubt(words, choices_for(words, named, groups), lacks) for words in sentences)


def _has_time(draft: TaskDraft) -> bool:
    return has_time(draft.due_on, draft.recurrence, draft.no_deadline_reason)
