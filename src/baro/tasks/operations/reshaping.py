"""The same words cut otherwise: one draft becomes two, two become one, a quote gets other ends."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from baro.documents import api as documents
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.tasks.models import TaskDraft
from baro.tasks.operations.draft_locks import lock_drafts, lock_open_draft, require_open
from baro.tasks.operations.unions import union_of
from baro.tasks.readings import READ_FIELDS, values_of

# What a passage says by itself; where it says nothing, the draft it was cut from holds on.
_SAID = ["title", "lead_codes", "cooperating_codes", "except_codes", "shared", "via_code"]
_SAID += ["in_charge", "due_on", "due_text", "recurrence", "expected_product"]
_KEPT = [*READ_FIELDS, "set_by_hand", "is_edited", "minutes_per_unit", "no_deadline_reason"]
_SHORTEST = 2  # characters: less is no order
_EDGES = " \t\r\n;,.–-"


class QuoteOutside(DomainError):
    pass


class NothingToMerge(DomainError):
    pass


class NothingToUndo(DomainError):
    pass


@whole
def split_draft(
    *, draft: TaskDraft, place: int, by: org.User, at: datetime
) -> tuple[TaskDraft, TaskDraft]:
    """Make two drafts of one, cut at a place in the document's text.

    Each half says what its own words say, and else what the whole said.
    """
    draft = lock_open_draft(draft, by, at)
    text = draft.document.text
    halves = [_trimmed(text, *span) for span in _halves(draft, place)]
    if any(end - start < _SHORTEST for start, end in halves):
        raise QuoteOutside("Chỗ tách phải nằm giữa hai phần chữ của đoạn trích.", field="place")

    before, key = _snapshot(draft), f"{draft.key[:68]}/{place}"
    second = TaskDraft(document=draft.document, key=key, is_edited=True)
    for name in [*_KEPT, "inspector_post"]:
        setattr(second, name, getattr(draft, name))
    for part, (start, end) in zip((draft, second), halves, strict=True):
        _read_again(part, start, end)
    second.save()
    draft.before = {"act": "split", "other": second.pk, "was": before}
    draft.save()
    audit.record("tasks.draft_split", draft, by=by, at=at, facts={"second": second.title})
    return draft, second


@whole
def merge_drafts(
    *,
    draft: TaskDraft,
    other: TaskDraft,
    lead_codes: Sequence[str] = (),
    by: org.User,
    at: datetime,
) -> TaskDraft:
    """Join another draft of the same document to this one; its words cover both.

    Where they are led by different bodies, `lead_codes` says who leads; the rest cooperates.
    """
    locked = {row.pk: row for row in lock_drafts([draft, other], by, at)}
    draft, other = locked[draft.pk], locked[other.pk]
    for one in (other, draft):
        require_open(one)
    if draft == other or draft.document_id != other.document_id:
        raise NothingToMerge("Chỉ gộp được hai dự thảo khác nhau của cùng một văn bản.")

    before = _snapshot(draft)
    for name, value in union_of(draft, other, list(lead_codes)).items():
        setattr(draft, name, value)
    draft.is_edited, draft.before = True, {"act": "merge", "other": other.pk, "was": before}
    draft.save()
    other.status, other.merged_into = TaskDraft.Status.MERGED, draft
    other.save(update_fields=["status", "merged_into"])
    audit.record("tasks.drafts_merged", draft, by=by, at=at, facts={"second": other.title})
    return draft


@whole
def move_quote(*, draft: TaskDraft, start: int, end: int, by: org.User, at: datetime) -> TaskDraft:
    """Let the draft rest on other words of its document; what no hand wrote is read from them."""
    draft = lock_open_draft(draft, by, at)
    text = draft.document.text
    if not 0 <= start < end <= len(text):
        raise QuoteOutside("Đoạn trích phải nằm trong nội dung văn bản.", field="end")
    start, end = _trimmed(text, start, end, edges=" \t\r\n")
    if end - start < _SHORTEST:
        raise QuoteOutside("Đoạn trích phải có chữ.", field="end")
    if (start, end) == (draft.start, draft.end):
        raise QuoteOutside("Đoạn trích vẫn như cũ.", field="end")

    before = _snapshot(draft)
    _read_again(draft, start, end)
    draft.before = {"act": "quote", "was": before}
    draft.save()
    audit.record("tasks.draft_quote_moved", draft, by=by, at=at, facts={"quote": draft.quote[:500]})
    return draft


@whole
def undo_reshaping(*, draft: TaskDraft, by: org.User, at: datetime) -> TaskDraft:
    """Put back what stood before the last split, merge or move of the quote."""
    draft = lock_open_draft(draft, by, at)
    if not draft.before:
        raise NothingToUndo(
            "Dự thảo này không có lần tách, gộp hay dời đoạn trích nào để hoàn tác."
        )
    before = draft.before
    if other := TaskDraft.objects.filter(pk=before.get("other", 0)).first():
        _let_go(other, draft, by, at)

    day = before["was"]["due_on"]
    for name, value in before["was"].items():
        setattr(draft, name, value)
    draft.due_on = date.fromisoformat(day) if day else None
    draft.before = None
    draft.save()
    audit.record("tasks.draft_put_back", draft, by=by, at=at, facts={"act": _ACTS[before["act"]]})
    return draft


_ACTS = {"split": "tách", "merge": "gộp", "quote": "dời đoạn trích"}


def _let_go(other: TaskDraft, draft: TaskDraft, by: org.User, at: datetime) -> None:
    """The half that was cut off goes; what was merged stands by itself again."""
    [other] = lock_drafts([other], by, at)
    if other.merged_into_id == draft.pk:
        other.status, other.merged_into = TaskDraft.Status.OPEN, None
        other.save(update_fields=["status", "merged_into"])
        return
    if not other.is_open or other.before or other.merged.exists():
        raise NothingToUndo(
            f"Phần đã tách ra, “{other}”, đã được xử lý tiếp nên không nhập lại được."
        )
    other.delete()


def _halves(draft: TaskDraft, place: int) -> tuple[tuple[int, int], tuple[int, int]]:
    if draft.start is None or draft.end is None or not draft.start < place < draft.end:
        raise QuoteOutside("Chỗ tách phải nằm bên trong đoạn trích.", field="place")
    return (draft.start, place), (place, draft.end)


def _trimmed(text: str, start: int, end: int, *, edges: str = _EDGES) -> tuple[int, int]:
    words = text[start:end]
    start += len(words) - len(words.lstrip(edges))
    return start, max(start, start + len(text[start:end].rstrip(edges)))


def _snapshot(draft: TaskDraft) -> dict[str, Any]:
    was = {name: getattr(draft, name) for name in _KEPT}
    return was | {"due_on": draft.due_on.isoformat() if draft.due_on else None}


def _read_again(draft: TaskDraft, start: int, end: int) -> None:
    """The draft on other words: what they say by themselves, unless a hand wrote it."""
    since = timezone.localtime(draft.document.registered_at).date()
    found = documents.tasks_in_passage(document=draft.document, start=start, end=end)
    said = values_of(found[0], draft.clause_key, since) if found else {}
    for name in _SAID:
        if said.get(name) and name not in draft.set_by_hand:
            setattr(draft, name, said[name])
    quote = draft.document.text[start:end]
    if not found and "title" not in draft.set_by_hand:
        draft.title = _sentence(quote)
    draft.doubts = _doubts_left(draft, said)
    draft.reasons = said.get("reasons") or draft.reasons
    draft.quote, draft.start, draft.end, draft.is_edited = quote, start, end, True


def _doubts_left(draft: TaskDraft, said: Mapping[str, Any]) -> list[str]:
    """What the words leave open; who leads is no question where the whole has said it."""
    found: list[str] = list(said["doubts"]) if said else list(draft.doubts)
    return [
        doubt for doubt in found if not (draft.lead_codes and doubt == "Chưa rõ đơn vị chủ trì.")
    ]


def _sentence(quote: str) -> str:
    words = " ".join(quote.split())
    return f"{words[:1].upper()}{words[1:]}"[:500]
