"""A document that takes the place of one with the same number."""

from datetime import datetime

from baro.documents.models import Document, DocumentLink
from baro.kernel import audit
from baro.org import api as org


def record_correction(
    document: Document, first: Document, *, reason: str, by: org.User, at: datetime
) -> None:
    """Say on both what happened, inside the transaction that registered the correction."""
    DocumentLink.objects.create(
        source=document,
        kind=DocumentLink.Kind.CORRECTS,
        target=first,
        cited_type=first.type,
        cited_symbol=first.symbol,
        cited_on=first.issued_on,
        cited_issuer=first.issuer_name,
        note=reason,
        added_at=at,
        added_by=by,
    )
    facts = {"reason": reason, "correction": document.pk}
    audit.record("documents.document_corrected", first, by=by, at=at, facts=facts)
