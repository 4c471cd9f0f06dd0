"""Keeping what a document's text says, clause by clause."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from baro.documents import policies
from baro.documents.models import Clause, Document, DocumentReading
from baro.documents.operations.links import keep_links
from baro.documents.queries import lore_of
from baro.documents.reading import Reading
from baro.documents.reading_result import as_json
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.org import api as org


class NothingToRead(DomainError):
    pass


@transaction.atomic
def read_document(*, document: Document, by: org.User, at: datetime) -> DocumentReading:
    """Read the document's text; the same text gives the same rows and creates nothing twice."""
    document = (
        Document.objects.select_for_update(no_key=True, of=("self",))
        .select_related("owner_unit")
        .get(pk=document.pk)
    )
    require(
        policies.can_read_document(by, document, on=timezone.localdate(at)),
        "Chỉ người giữ sổ hoặc người giao việc của đơn vị mới bóc tách được văn bản này.",
    )
    if not document.text.strip():
        raise NothingToRead("Văn bản này chưa có phần chữ để bóc tách.")

    reading = reading_of(document.text, document.issued_on, unit=document.owner_unit)
    kept = keep_reading(document, reading, by=by, at=at)
    keep_links(document, by=by, at=at)
    return kept


def reading_of(text: str, issued_on: date | None, *, unit: org.Unit | None = None) -> Reading:
    """What the text says, by the city's calendar and the names that `unit` uses. Writes nothing."""
    return lore_of(unit).read(text, issued_on)


def keep_reading(
    document: Document, reading: Reading, *, by: org.User, at: datetime
) -> DocumentReading:
    """Store a reading beside its document, inside the caller's transaction."""
    result = as_json(reading)
    known = DocumentReading.objects.filter(document=document).first()
    if known and known.result == result:
        return known
    kept, _ = DocumentReading.objects.update_or_create(
        document=document,
        defaults={"text_sha256": document.text_sha256, "result": result, "read_at": at},
    )
    _keep_clauses(document, result["clauses"])
    facts = {"clauses": len(reading.clauses), "tasks": len(reading.tasks)}
    audit.record("documents.document_read", document, by=by, at=at, facts=facts)
    return kept


def _keep_clauses(document: Document, clauses: list[dict[str, Any]]) -> None:
    Clause.objects.bulk_create(
        [
            Clause(
                document=document,
                key=clause["id"],
                kind=clause["kind"],
                reason=clause["reason"][:300],
                start=clause["start"],
                end=clause["end"],
            )
            for clause in clauses
        ],
        update_conflicts=True,
        unique_fields=["document", "key"],
        update_fields=["kind", "reason", "start", "end"],
    )
    keys = [clause["id"] for clause in clauses]
    Clause.objects.filter(document=document).exclude(key__in=keys).delete()
