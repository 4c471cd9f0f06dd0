"""Drafts of tasks: made from a reading, then shaped by an official."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import timezone

from baro.documents import api as documents
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.rules import api as rules
from baro.org import api as org
from baro.tasks import policies
from baro.tasks.models import TaskDraft
from baro.tasks.operations.issue import MINUTES_RULE
from baro.tasks.recurrences import first_due_day


class NotReadYet(DomainError):
    pass


@dataclass(frozen=True)
class DraftingResult:
    """What came of drafting once; `drafts` are all drafts of the document, in its order."""

    created: int
    renewed: int
    removed: int
    drafts: tuple[TaskDraft, ...]


@transaction.atomic
def draft_tasks(*, document: documents.Document, by: org.User, at: datetime) -> DraftingResult:
    """Turn what was read into drafts. Doing it again creates nothing twice.

    What an official edited, dropped or issued is never touched. An untouched draft follows a
    better reading, and goes when the reading no longer finds it.
    """
    document = documents.Document.objects.select_for_update(no_key=True).get(pk=document.pk)
    on = timezone.localtime(at).date()
    require(
        policies.can_draft_tasks(by, document, on=on),
        "Chỉ người giữ sổ hoặc người giao việc của đơn vị mới lập dự thảo nhiệm vụ được.",
    )
    reading = documents.DocumentReading.objects.filter(document=document).first()
    if reading is None or reading.text_sha256 != document.text_sha256:
        raise NotReadYet("Văn bản này chưa được bóc tách; hãy bóc tách trước khi lập dự thảo.")

    minutes = int(rules.value_of(MINUTES_RULE, as_at=on))
    since = timezone.localtime(document.registered_at).date()
    wanted = dict(_wanted(reading.result.get("tasks", []), since))
    known = {draft.key: draft for draft in document.task_drafts.select_for_update()}
    untouched = {key: draft for key, draft in known.items() if draft.is_untouched}
    created = TaskDraft.objects.bulk_create(
        TaskDraft(document=document, key=key, minutes_per_unit=minutes, **values)
        for key, values in wanted.items()
        if key not in known
    )
    renewed = [
        _renewed(draft, wanted[key])
        for key, draft in untouched.items()
        if key in wanted and _differs(draft, wanted[key])
    ]
    TaskDraft.objects.bulk_update(renewed, _READ_FIELDS) if renewed else None
    gone = [draft.pk for key, draft in untouched.items() if key not in wanted]
    TaskDraft.objects.filter(pk__in=gone).delete()
    if created or renewed or gone:
        facts = {"created": len(created), "renewed": len(renewed), "removed": len(gone)}
        audit.record("tasks.drafts_made", document, by=by, at=at, facts=facts)
    drafts = tuple(document.task_drafts.order_by("start", "pk"))
    return DraftingResult(len(created), len(renewed), len(gone), drafts)


_READ_FIELDS = [
    "clause_key",
    "title",
    "quote",
    "start",
    "end",
    "lead_codes",
    "cooperating_codes",
    "except_codes",
    "shared",
    "via_code",
    "in_charge",
    "due_on",
    "due_text",
    "recurrence",
    "expected_product",
    "doubts",
    "reasons",
]


def _wanted(tasks: list[Mapping[str, Any]], since: date) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each task of a reading under the key by which a second reading finds it again."""
    ordinals: dict[str, int] = {}
    for task in tasks:
        point = str(task.get("clause") or "")[:40]
        ordinals[point] = ordinals.get(point, 0) + 1
        digest = sha256(str(task.get("quote") or "").encode()).hexdigest()[:16]
        yield f"{point}:{ordinals[point]}:{digest}", _values(task, point, since)


def _values(task: Mapping[str, Any], point: str, since: date) -> dict[str, Any]:
    """A repeated duty gets its first day, counted from when the document was registered."""
    due = task.get("due")
    return {
        "clause_key": point,
        "title": str(task.get("title") or "")[:500],
        "quote": task.get("quote") or "",
        "start": task.get("start"),
        "end": task.get("end"),
        "lead_codes": [unit["code"] for unit in task.get("lead") or []],
        "cooperating_codes": [unit["code"] for unit in task.get("cooperating") or []],
        "except_codes": [unit["code"] for unit in task.get("excluded") or []],
        "shared": task.get("shared") or "",
        "via_code": (task.get("via") or {}).get("code", ""),
        "in_charge": str(task.get("in_charge") or "")[:200],
        "due_on": date.fromisoformat(due)
        if due
        else first_due_day(task.get("recurrence"), after=since),
        "due_text": str(task.get("due_text") or "")[:300],
        "recurrence": task.get("recurrence"),
        "expected_product": str(task.get("product") or "")[:500],
        "doubts": list(task.get("doubts") or []),
        "reasons": list(task.get("reasons") or []),
    }


def _differs(draft: TaskDraft, values: Mapping[str, Any]) -> bool:
    return any(getattr(draft, field) != value for field, value in values.items())


def _renewed(draft: TaskDraft, values: Mapping[str, Any]) -> TaskDraft:
    for field, value in values.items():
        setattr(draft, field, value)
    return draft
