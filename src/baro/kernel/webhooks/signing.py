"""What goes over the wire: the body, and the signature by which the receiver knows the sender."""

import hashlib
import hmac
import json
from datetime import datetime

from baro.kernel.audit import AuditEvent

SIGNATURE = "X-Baro-Signature"
DELIVERY = "X-Baro-Delivery"


def body_of(event: AuditEvent) -> bytes:
    """The event as JSON: what happened to which thing and when, and none of its content.

    Content is fetched through the API, with the rights of the key that the receiver has.
    """
    facts = {
        "id": event.pk,
        "event": event.name,
        "at": event.at.isoformat(),
        "subject": {"type": event.target_type, "id": event.target_id},
    }
    return json.dumps(facts, ensure_ascii=False, sort_keys=True).encode()


def signature_of(body: bytes, *, secret: str, at: datetime) -> str:
    """`t=1795392000,v1=…`: HMAC-SHA256 of the moment, a dot and the body."""
    moment = str(int(at.timestamp()))
    digest = hmac.new(secret.encode(), moment.encode() + b"." + body, hashlib.sha256).hexdigest()
    return f"t={moment},v1={digest}"
