"""Facts of events, as ready words: what is told later must not depend on what changes later."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from baro.documents import api as documents
from baro.kernel import audit
from baro.org import api as org
from baro.tasks.models import Task
from baro.work import api as work


def trace(
    name: str, task: Task, item: work.WorkItem, *, by: org.User, at: datetime, **facts: Any
) -> Task:
    """Leave the event and hand the task back with its row of the ledger as it now is."""
    task.item = item
    audit.record(name, task, by=by, at=at, facts=facts)
    return task


def day_words(moment: date | datetime | None) -> str:
    """`20/09/2026`, or that there is none."""
    if moment is None:
        return "không đặt hạn"
    if isinstance(moment, datetime):
        moment = timezone.localtime(moment)
    return f"{moment:%d/%m/%Y}"


def due_words(due_at: datetime | None) -> str:
    return f"hạn {day_words(due_at)}" if due_at else "không đặt hạn"


def sentence(words: str) -> str:
    """Somebody's own words, closed with a stop so that the history goes on after them."""
    words = words.strip()
    return words if words.endswith((".", "?", "!", "…")) else f"{words}."


def clause(words: str) -> str:
    """Somebody's own words inside a sentence of the history, which brings its own stop."""
    return words.strip().rstrip(".")


def also(words: str, before: str = ": ") -> str:
    """An optional ending of a sentence: empty when there is nothing to say."""
    return f"{before}{clause(words)}" if words.strip() else ""


def cause_of(document: documents.Document | None, point: str) -> Mapping[str, Any]:
    """The document and clause on which a task rests."""
    if document is None:
        return {}
    return {"document": document.pk, "document_label": str(document), "clause": point}


def basis_words(document: documents.Document | None, point: str) -> str:
    if document is None:
        return ""
    return f" theo {documents.clause_name(point)} {document}" if point else f" theo {document}"
