"""Sending a document to units, which may read it from then on."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from baro.documents import policies
from baro.documents.models import Document, DocumentRecipient
from baro.kernel import audit
from baro.kernel.policies import require
from baro.org import api as org

WHO_SHARES = "Chỉ người giữ sổ hoặc người giao việc của đơn vị mới gửi được văn bản này đi."
_NAMED = 3


@transaction.atomic
def share_document(
    *, document: Document, units: Iterable[org.Unit], by: org.User, at: datetime
) -> list[DocumentRecipient]:
    """Send the document to every unit that does not have it yet; the answer lists these.

    An empty answer says that all of them had it before.
    """
    document = (
        Document.objects.select_for_update(no_key=True, of=("self",))
        .select_related("owner_unit")
        .get(pk=document.pk)
    )
    require(
        policies.can_share_document(by, document, on=timezone.localdate(at)),
        WHO_SHARES,
    )

    fresh = _without(document, units)
    sent = DocumentRecipient.objects.bulk_create(
        DocumentRecipient(document=document, unit=unit, sent_at=at) for unit in fresh
    )
    if sent:
        facts = {"count": len(sent), "units": _names(fresh)}
        audit.record("documents.document_shared", document, by=by, at=at, facts=facts)
    return sent


def _without(document: Document, units: Iterable[org.Unit]) -> list[org.Unit]:
    """The units that are neither the keeper nor known recipients, each once."""
    known = {document.owner_unit_id, *document.recipients.values_list("unit_id", flat=True)}
    wanted = {unit.pk: unit for unit in units}
    return [unit for pk, unit in wanted.items() if pk not in known]


def _names(units: list[org.Unit]) -> str:
    named = ", ".join(unit.name for unit in units[:_NAMED])
    more = len(units) - _NAMED
    return f"{named} và {more} đơn vị khác" if more > 0 else named
