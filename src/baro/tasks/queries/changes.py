"""What was given from a text, beside what the text says now."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils import timezone

from baro.documents import api as documents
from baro.tasks.changes import Pair, Wording, pairs_of
from baro.tasks.models import TaskDraft
from baro.tasks.readings import drafts_wanted

_BY_HAND = {"lead": {"lead_codes"}, "due": {"due_on", "no_deadline_reason", "recurrence"}}


def wanted_of(document: documents.Document) -> dict[str, dict[str, Any]]:
    """The tasks of the kept reading, by the keys of their drafts; empty where none is kept."""
    reading = documents.DocumentReading.objects.filter(document=document).first()
    if reading is None:
        return {}
    since = timezone.localtime(document.registered_at).date()
    return dict(drafts_wanted(reading.result.get("tasks", []), since))


def handled_before(
    document: documents.Document, wanted: Mapping[str, Mapping[str, Any]]
) -> dict[str, TaskDraft]:
    """Drafts that somebody has dealt with and that the reading does not find again as they were.

    Those of the document itself, and what was given from the texts that it corrects.
    """
    own = (
        draft
        for draft in document.task_drafts.select_related("item")
        if not draft.is_untouched and draft.key not in wanted
    )
    issued = TaskDraft.objects.filter(
        document__in=_corrected_by(document), status=TaskDraft.Status.ISSUED
    )
    return {str(draft.pk): draft for draft in (*own, *issued.select_related("item"))}


def predecessors_of(
    new: Mapping[str, Mapping[str, Any]], handled: Mapping[str, TaskDraft]
) -> dict[str, tuple[TaskDraft, tuple[str, ...]]]:
    """For each new task that was dealt with before: the draft of then, and what differs."""
    found = {}
    for pair in pairs_of(*_wordings(handled, new)):
        if pair.old and pair.new:
            before = handled[pair.old.key]
            found[pair.new.key] = (before, tuple(_told_apart(before, pair.differences)))
    return found


def read_otherwise(
    known: Mapping[str, TaskDraft], wanted: Mapping[str, Mapping[str, Any]]
) -> dict[str, TaskDraft]:
    """Issued drafts whose own words are read otherwise now, by the key of what proposes that."""
    found = {}
    for key, draft in known.items():
        if draft.is_issued and draft.item and draft.item.is_open and key in wanted:
            [old], [new] = _wordings({key: draft}, {key: wanted[key]})
            if any(_told_apart(draft, Pair(old, new).differences)):
                found[f"{key}*"] = draft
    return found


def no_longer_said(document: documents.Document) -> list[TaskDraft]:
    """What was given and is still open, though the text as it is read now does not order it."""
    wanted = wanted_of(document)
    handled = {
        key: draft
        for key, draft in handled_before(document, wanted).items()
        if draft.is_issued and draft.item and draft.item.is_open
    }
    if not handled:
        return []
    pairs = pairs_of(*_wordings(handled, wanted))
    return [handled[pair.old.key] for pair in pairs if pair.old and pair.is_removed]


def _corrected_by(document: documents.Document) -> list[documents.Document]:
    found: list[documents.Document] = []
    earlier = documents.corrects(document)
    while earlier and earlier not in found:
        found.append(earlier)
        earlier = documents.corrects(earlier)
    return found


def _wordings(
    handled: Mapping[str, TaskDraft], wanted: Mapping[str, Mapping[str, Any]]
) -> tuple[list[Wording], list[Wording]]:
    old = [
        Wording(key, draft.quote, frozenset(draft.lead_codes), draft.due_on)
        for key, draft in handled.items()
    ]
    new = [
        Wording(key, values["quote"], frozenset(values["lead_codes"]), values["due_on"])
        for key, values in wanted.items()
    ]
    return old, new


def _told_apart(before: TaskDraft, differences: Iterable[str]) -> Iterator[str]:
    """Without what an official decided otherwise on the same text."""
    by_hand = set(before.set_by_hand)
    for name in differences:
        if not _BY_HAND.get(name, set()) & by_hand:
            yield name
