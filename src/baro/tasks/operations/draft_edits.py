"""What an official does to drafts before they become tasks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from baro.documents import api as documents
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.org import api as org
from baro.tasks.doubts import still_open, unnamed_phrase
from baro.tasks.models import Task, TaskDraft
from baro.tasks.operations.draft_locks import lock_drafts, lock_open_draft, require_open
from baro.tasks.operations.issue import issue_tasks
from baro.tasks.queries.addressees import addressees_of
from baro.tasks.queries.readiness import spec_of


class DraftNotDropped(DomainError):
    pass


class UnitUnknown(DomainError):
    pass


class NothingChanged(DomainError):
    pass


class NothingToIssue(DomainError):
    pass


class ChangesGivenTask(DomainError):
    pass


class _Unchanged:
    def __repr__(self) -> str:
        return "UNCHANGED"


UNCHANGED: Any = _Unchanged()


@dataclass(frozen=True)
class DraftChanges:
    """What to change in a draft; a field that is left out stays as it is."""

    title: str = UNCHANGED
    lead_codes: Sequence[str] = UNCHANGED
    cooperating_codes: Sequence[str] = UNCHANGED
    shared: str = UNCHANGED
    due_on: date | None = UNCHANGED
    recurrence: Mapping[str, Any] | None = UNCHANGED
    no_deadline_reason: str = UNCHANGED
    expected_product: str = UNCHANGED
    minutes_per_unit: int = UNCHANGED
    inspector_post: org.Post | None = UNCHANGED
    settled: Sequence[str] = ()

    def values(self) -> dict[str, Any]:
        """The fields to change; `settled` doubts are none."""
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        del given["settled"]
        return {name: _plain(value) for name, value in given.items() if value is not UNCHANGED}


FIELD_WORDS = {
    "title": "tên việc",
    "lead_codes": "đơn vị chủ trì",
    "cooperating_codes": "đơn vị phối hợp",
    "shared": "việc chung hay việc riêng",
    "due_on": "hạn",
    "recurrence": "chu kỳ",
    "no_deadline_reason": "lý do không đặt hạn",
    "expected_product": "sản phẩm",
    "minutes_per_unit": "số phút mỗi đơn vị",
    "inspector_post": "người theo dõi, kiểm tra",
    "doubts": "chỗ còn ngờ",
}


@transaction.atomic
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


@transaction.atomic
def drop_draft(*, draft: TaskDraft, by: org.User, at: datetime) -> TaskDraft:
    """Decide that this draft will not become a task."""
    draft = lock_open_draft(draft, by, at)

    draft.status = TaskDraft.Status.DROPPED
    draft.save(update_fields=["status"])
    audit.record("tasks.draft_dropped", draft, by=by, at=at)
    return draft


@transaction.atomic
def restore_draft(*, draft: TaskDraft, by: org.User, at: datetime) -> TaskDraft:
    """Take a dropped draft up again."""
    [draft] = lock_drafts([draft], by, at)
    if not draft.is_dropped:
        raise DraftNotDropped("Dự thảo này không nằm trong số đã bỏ.")

    draft.status = TaskDraft.Status.OPEN
    draft.save(update_fields=["status"])
    audit.record("tasks.draft_restored", draft, by=by, at=at)
    return draft


@transaction.atomic
def issue_drafts(
    *,
    drafts: Sequence[TaskDraft],
    issuer_unit: org.Unit,
    inspector_post: org.Post | None = None,
    by: org.User,
    at: datetime,
) -> list[Task]:
    """Give the tasks that the drafts describe, all or none; each draft is given once.

    `inspector_post` follows those drafts that name nobody.
    """
    if not drafts:
        raise NothingToIssue("Chưa chọn dự thảo nào để giao.")
    locked = lock_drafts(drafts, by, at)
    for draft in locked:
        require_open(draft)
        if draft.is_change:
            raise ChangesGivenTask(
                f"Dự thảo “{draft}” thay đổi một nhiệm vụ đã giao: hãy đổi hạn, thay nhiệm vụ ấy "
                "hoặc giữ như đã giao."
            )

    specs = [spec_of(draft, issuer_unit, inspector_post) for draft in locked]
    tasks = issue_tasks(specs=specs, by=by, at=at)
    for draft, task in zip(locked, tasks, strict=True):
        draft.status, draft.item = TaskDraft.Status.ISSUED, task.item
    TaskDraft.objects.bulk_update(locked, ["status", "item"])
    return tasks


def _require_known_units(changed: Mapping[str, Any], on: date) -> None:
    for name in ("lead_codes", "cooperating_codes"):
        codes = changed.get(name, [])
        unknown = addressees_of(codes, on=on).unknown(codes) if codes else []
        if unknown:
            raise UnitUnknown(f"Không có đơn vị nào mang mã {', '.join(unknown)}.", field=name)


def _plain(value: Any) -> Any:
    """Rows of JSON are lists; text is kept without the blanks around it."""
    if isinstance(value, str):
        return value.strip()
    return list(value) if isinstance(value, tuple) else value
