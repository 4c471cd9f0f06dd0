"""Drafts of tasks: made from a reading, then shaped by an official."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from baro.documents import api as documents
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.rules import api as rules
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.tasks import policies
from baro.tasks.models import TaskDraft
from baro.tasks.operations.issue import MINUTES_RULE
from baro.tasks.queries.changes import handled_before, predecessors_of, read_otherwise
from baro.tasks.readings import READ_FIELDS, drafts_wanted


class NotReadYet(DomainError):
    pass


@dataclass(frozen=True)
class DraftingResult:
    """What came of drafting once; `drafts` are all drafts of the document, in its order."""

    created: int
    renewed: int
    removed: int
    drafts: tuple[TaskDraft, ...]


@whole
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
    wanted = dict(drafts_wanted(reading.result.get("tasks", []), since))
    rows = document.task_drafts.select_for_update(of=("self",)).select_related("item")
    known = {draft.key: draft for draft in rows}
    changing = read_otherwise(known, wanted)
    wanted |= {key: wanted[draft.key] for key, draft in changing.items()}
    untouched = {key: draft for key, draft in known.items() if draft.is_untouched}
    new = {key: values for key, values in wanted.items() if key not in known}
    created = TaskDraft.objects.bulk_create(
        TaskDraft(document=document, key=key, minutes_per_unit=minutes, follows=before, **new[key])
        for key, before in _still_to_decide(document, wanted, new, changing)
    )
    renewed = [
        _renewed(draft, wanted[key])
        for key, draft in untouched.items()
        if key in wanted and _differs(draft, wanted[key])
    ]
    TaskDraft.objects.bulk_update(renewed, READ_FIELDS) if renewed else None
    gone = [draft.pk for key, draft in untouched.items() if key not in wanted]
    TaskDraft.objects.filter(pk__in=gone).delete()
    if created or renewed or gone:
        facts = {"created": len(created), "renewed": len(renewed), "removed": len(gone)}
        audit.record("tasks.drafts_made", document, by=by, at=at, facts=facts)
    drafts = tuple(document.task_drafts.order_by("start", "pk"))
    return DraftingResult(len(created), len(renewed), len(gone), drafts)


def _still_to_decide(
    document: documents.Document,
    wanted: Mapping[str, Mapping[str, Any]],
    new: Mapping[str, Mapping[str, Any]],
    changing: Mapping[str, TaskDraft],
) -> Iterator[tuple[str, TaskDraft | None]]:
    """New tasks, each with the issued one that it changes; what was settled is not asked again."""
    handled = handled_before(document, wanted) if new else {}
    before = predecessors_of(new, handled) if handled else {}
    for key in new:
        draft, differences = before.get(key, (None, ()))
        if draft is None or key in changing:
            yield key, changing.get(key)
        elif draft.is_issued and differences:
            yield key, draft if draft.item and draft.item.is_open else None


def _differs(draft: TaskDraft, values: Mapping[str, Any]) -> bool:
    return any(getattr(draft, field) != value for field, value in values.items())


def _renewed(draft: TaskDraft, values: Mapping[str, Any]) -> TaskDraft:
    for field, value in values.items():
        setattr(draft, field, value)
    return draft
