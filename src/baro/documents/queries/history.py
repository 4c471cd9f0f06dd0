"""What happened to a document, in plain sentences."""

from dataclasses import dataclass
from datetime import datetime

from baro.documents.models import Document
from baro.kernel import audit
from baro.kernel.audit import AuditEvent

_ICONS = {
    "documents.document_registered": "book-upload",
    "documents.document_read": "list-search",
    "documents.document_shared": "send",
    "documents.register_noted": "notes",
    "documents.document_submitted": "file-arrow-right",
    "documents.document_assigned": "user-share",
    "documents.document_handled": "checks",
    "documents.document_corrected": "replace",
    "documents.links_read": "link",
    "documents.citation_matched": "link",
    "documents.link_added": "link-plus",
    "documents.link_removed": "link-off",
    "documents.document_file_taken": "download",
    "documents.document_text_noted": "info-circle",
    "documents.document_classified": "archive",
}
_LATEST = 30


@dataclass(frozen=True)
class HistoryEntry:
    text: str
    at: datetime
    icon: str


def document_history(document: Document) -> list[HistoryEntry]:
    """The latest events, newest first."""
    events = AuditEvent.objects.about(document).order_by("-at", "-pk")[:_LATEST]
    return [
        HistoryEntry(audit.describe(event), event.at, _ICONS.get(event.name, "point"))
        for event in events
    ]
