"""What a draft still lacks and what it would cost, before anybody gives it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from baro.org import api as org
from baro.tasks.models import TaskDraft
from baro.tasks.queries.addressees import Addressees, addressees_of
from baro.tasks.queries.clarities import missing_clarities
from baro.tasks.specs import CooperatingPart, TaskSpec


@dataclass(frozen=True)
class Readiness:
    """How far a draft is from being a task, and what it asks of those who get it."""

    missing: tuple[str, ...]
    units: tuple[org.Unit, ...]
    cooperating: tuple[org.Unit, ...]
    minutes_per_unit: int

    @property
    def is_ready(self) -> bool:
        return not self.missing

    @property
    def cost_minutes(self) -> int:
        return self.minutes_per_unit * len(self.units)


def readiness_of(
    drafts: Iterable[TaskDraft],
    *,
    issuer_unit: org.Unit,
    inspector_post: org.Post | None = None,
    at: datetime,
) -> dict[int, Readiness]:
    """For each draft by its primary key; a handful of queries for all of them."""
    drafts = list(drafts)
    codes = {
        code
        for draft in drafts
        for code in [*draft.lead_codes, *draft.cooperating_codes, *draft.except_codes]
    }
    addressees = addressees_of(codes, on=timezone.localtime(at).date())
    return {
        draft.pk: _readiness(draft, spec_of(draft, issuer_unit, inspector_post), addressees, at)
        for draft in drafts
    }


def spec_of(draft: TaskDraft, issuer_unit: org.Unit, inspector_post: org.Post | None) -> TaskSpec:
    """The draft as a task that `issuer_unit` gives."""
    return TaskSpec(
        title=draft.title,
        issuer_unit=issuer_unit,
        lead_codes=tuple(draft.lead_codes),
        expected_product=draft.expected_product,
        due_on=draft.due_on,
        recurrence=draft.recurrence,
        no_deadline_reason=draft.no_deadline_reason,
        content=draft.quote,
        cooperating=tuple(CooperatingPart(code) for code in draft.cooperating_codes),
        except_codes=tuple(draft.except_codes),
        inspector_post=draft.inspector_post or inspector_post,
        minutes_per_unit=draft.minutes_per_unit,
        source_document=draft.document,
        source_clause=draft.clause_key,
        quote=draft.quote,
        quote_start=draft.start,
        quote_end=draft.end,
    )


def _readiness(draft: TaskDraft, spec: TaskSpec, addressees: Addressees, at: datetime) -> Readiness:
    return Readiness(
        missing=missing_clarities(spec, addressees, at=at),
        units=addressees.units_of(draft.lead_codes, without=draft.except_codes),
        cooperating=addressees.units_of(draft.cooperating_codes, without=draft.except_codes),
        minutes_per_unit=draft.minutes_per_unit,
    )
