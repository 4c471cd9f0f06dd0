"""What happened to a task, told in plain Vietnamese."""

from dataclasses import dataclass
from datetime import datetime

from baro.kernel import audit
from baro.tasks.models import Task


@dataclass(frozen=True)
class HistoryEntry:
    """One act: who, when, the sentence, and the document and clause it rests on, if any."""

    name: str
    at: datetime
    actor: str
    sentence: str
    document_id: int | None
    document_label: str
    clause: str


def history_of(task: Task) -> tuple[HistoryEntry, ...]:
    """Every act in the order in which it happened; one query."""
    return tuple(_entry(event) for event in audit.events_about(task))


def _entry(event: audit.AuditEvent) -> HistoryEntry:
    return HistoryEntry(
        name=event.name,
        at=event.at,
        actor=event.actor_label,
        sentence=audit.describe(event),
        document_id=event.cause.get("document"),
        document_label=event.cause.get("document_label", ""),
        clause=event.cause.get("clause", ""),
    )
