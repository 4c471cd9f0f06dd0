"""What happened to a document, in plain sentences."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from baro.documents.models import Document
from baro.kernel import audit
from baro.kernel.audit import AuditEvent
from baro.org import api as org

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
    href: str = ""


HistorySource = Callable[[org.User, Document], Sequence[HistoryEntry]]
_sources: list[HistorySource] = []


def tell_in_history(source: HistorySource) -> None:
    """Let what a room above knows of a document stand in its history; once for each room."""
    if source not in _sources:
        _sources.append(source)


def document_history(document: Document, reader: org.User) -> list[HistoryEntry]:
    """The latest events, newest first, with those of other rooms that the reader may see."""
    events = AuditEvent.objects.about(document).order_by("-at", "-pk")[:_LATEST]
    entries = [
        HistoryEntry(audit.describe(event), event.at, _ICONS.get(event.name, "point"))
        for event in events
    ]
    entries += [entry for source in _sources for entry in source(reader, document)]
    return sorted(entries, key=lambda entry: entry.at, reverse=True)[:_LATEST]
