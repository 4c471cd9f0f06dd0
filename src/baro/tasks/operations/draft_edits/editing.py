"""An official's word in place of the reader's."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from baro.documents import api as documents
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.tasks.doubts import still_open, unnamed_phrase
from baro.tasks.models import TaskDraft
from baro.tasks.operations.draft_edits.changes import FIELD_WORDS, DraftChanges
from baro.tasks.operations.draft_locks import lock_open_draft
from baro.tasks.queries.addressees import addressees_of


class UnitUnknown(DomainError):
    pass


class NothingChanged(DomainError):
    pass


@whole
def edit_draft(
    *,
    draft: TaskDraft,
    changes: DraftChanges,
    remember: bool = False,
    by: org.User,
    at: datetime,
) -> TaskDraft:
    """Put an official's word in place of the reader's; reading again leaves it alone.

    With `remember`, the words that named nobody stand for the leads chosen now in all papers that
    the same body issues and the document's unit reads.
    """
    draft = lock_open_draft(draft, by, at)
    phrase = unnamed_phrase(draft.doubts)
    changed = {
        name: value for name, value in changes.values().items() if getattr(draft, name) != value
    }
    _require_known_units(changed, timezone.localtime(at).date())
    if "lead_codes" in changed:
        along = changed.get("cooperating_codes", draft.cooperating_codes)
        alone = [code for code in along if code not in changed["lead_codes"]]
        changed |= {"cooperating_codes": alone} if alone != along else {}
    had_lead = bool(draft.lead_codes)
    doubts = still_open(draft.doubts, changed, had_lead=had_lead, settled=changes.settled)
    if not changed and doubts == draft.doubts:
        raise NothingChanged("Dự thảo không có gì thay đổi.")

    draft.set_by_hand = sorted({*draft.set_by_hand, *changed})
    if doubts != draft.doubts:
        changed["doubts"] = doubts
    for name, value in changed.items():
        setattr(draft, name, value)
    draft.is_edited, draft.before = True, None
    draft.save(update_fields=[*changed, "is_edited", "set_by_hand", "before"])
    facts = {"fields": ", ".join(FIELD_WORDS[name] for name in changed)}
    audit.record("tasks.draft_edited", draft, by=by, at=at, facts=facts)
    if remember and phrase and "lead_codes" in changed:
        _remember(phrase, draft, by, at)
    return draft


def _remember(phrase: str, draft: TaskDraft, by: org.User, at: datetime) -> None:
    document = draft.document
    read = documents.DocumentReading.objects.filter(document=document)
    issuer = read.values_list("result__document__issuer", flat=True).first()
    documents.teach_name(
        phrase=phrase,
        codes=draft.lead_codes,
        owner_unit=document.owner_unit,
        issuer_name=issuer or "",
        document=document,
        by=by,
        at=at,
    )


def _require_known_units(changed: Mapping[str, Any], on: date) -> None:
    for name in ("lead_codes", "cooperating_codes", "except_codes"):
        codes = changed.get(name, [])
        unknown = addressees_of(codes, on=on).unknown(codes) if codes else []
        if unknown:
            raise UnitUnknown(f"Không có đơn vị nào mang mã {', '.join(unknown)}.", field=name)
