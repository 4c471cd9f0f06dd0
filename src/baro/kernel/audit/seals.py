"""The fingerprint of a run of traces, chained to the one before."""

import hashlib
import json

from django.core.serializers.json import DjangoJSONEncoder

from baro.kernel.audit.models import AuditEvent, AuditSeal

_FIELDS = (
    *("pk", "name", "target_type", "target_id", "target_label"),
    *("actor_id", "actor_label", "at", "facts", "cause"),
)


def fingerprint(*, after: int, through: int, previous: str) -> tuple[str, int]:
    """SHA-256 over the previous seal and the traces `after` < pk <= `through`; their number."""
    digest, count = hashlib.sha256(previous.encode()), 0
    events = AuditEvent.objects.filter(pk__gt=after, pk__lte=through).order_by("pk")
    for row in events.values_list(*_FIELDS).iterator(chunk_size=5000):
        line = json.dumps(row, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True)
        digest.update(line.encode())
        count += 1
    return digest.hexdigest(), count


def first_broken_seal() -> AuditSeal | None:
    """The first day whose traces are no longer what was sealed; none when all are whole."""
    previous, after = "", 0
    for seal in AuditSeal.objects.order_by("day"):
        found = fingerprint(after=after, through=seal.last_event_id, previous=previous)
        if found != (seal.sha256, seal.event_count):
            return seal
        previous, after = seal.sha256, seal.last_event_id
    return None
