"""Incoming documents that wait for somebody: what a person's list shows of them."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import QuerySet
from psycopg.types.numeric import Int8

from baro.documents.models import Document
from baro.kernel import prepared
from baro.org import api as org


def arrivals_awaiting(user: org.User, units: Iterable[int], *, on: date) -> list[int]:
    """The keys of what waits for the user to submit, to decide on or to handle, in their order.

    What a unit was told waits for those who act for it, by `units`, unless a person was named. What
    is to be submitted waits for those who keep that very register, not for the keepers above. As
    everywhere, only what the user may read at all.
    """
    powers = org.powers_of(user, on=on)
    values = {
        "people": [Int8(key) for key in org.acts_as(user, on=on)],
        "units": [Int8(key) for key in units] or [Int8(0)],
        "kept": sorted(powers.reach(org.Permission.REGISTER_DOCUMENT)),
        "seen": sorted(powers.reach(org.Permission.SEE)),
        "above": sorted(powers.bodies_above()),
    }
    return [key for (key,) in prepared.run(_AWAITING, values)]


def arrivals_shown(keys: Sequence[int]) -> list[Document]:
    """The documents of these keys in this order, with what a row shows of them."""
    found = {document.pk: document for document in _shown(keys=list(keys))} if keys else {}
    return [found[key] for key in keys]


@prepared.prepared(keys=list[int])
def _shown(*, keys: list[int]) -> "QuerySet[Document]":
    return (
        Document.objects.filter(pk__in=keys)
        .select_related("handling__submitted_by__person", "handling__assigned_by__person")
        .defer("text", "pages")
    )


# Each step of the way has a narrow index of what stands there (`Handling.Meta.indexes`): a finished
# document costs nothing here, however many there are. `^@` asks whether a path begins with another.
_AWAITING = """
WITH awaiting AS (
  SELECT document_id, due_on, true AS is_for_the_keeper FROM documents_handling
  WHERE state = 'waiting' AND cardinality(%(kept)s::text[]) > 0
  UNION ALL
  SELECT document_id, due_on, false FROM documents_handling
  WHERE state = 'submitted' AND submitted_to_id = ANY(%(people)s)
  UNION ALL
  SELECT document_id, due_on, false FROM documents_handling
  WHERE state = 'assigned' AND lead_person_id = ANY(%(people)s)
  UNION ALL
  SELECT document_id, due_on, false FROM documents_handling
  WHERE state = 'assigned' AND lead_person_id IS NULL AND lead_unit_id = ANY(%(units)s)
)
SELECT document.id FROM awaiting
CROSS JOIN LATERAL (
  SELECT id, owner_unit_id, register, registered_at FROM documents_document
  WHERE id = awaiting.document_id OFFSET 0) AS document
CROSS JOIN LATERAL (
  SELECT path FROM org_unit WHERE id = document.owner_unit_id OFFSET 0) AS owner
WHERE document.register = 'incoming'
  AND (NOT awaiting.is_for_the_keeper OR owner.path = ANY(%(kept)s::text[]))
  AND (owner.path ^@ ANY(%(seen)s::text[]) OR EXISTS (
    SELECT FROM documents_documentrecipient AS sent
    JOIN org_unit AS reader ON reader.id = sent.unit_id
    WHERE sent.document_id = document.id
      AND (reader.path ^@ ANY(%(seen)s::text[]) OR reader.path = ANY(%(above)s::text[]))))
ORDER BY awaiting.due_on, document.registered_at, document.id"""
