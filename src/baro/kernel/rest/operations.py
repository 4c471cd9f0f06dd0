"""One request, one effect, however often it is sent (header `Idempotency-Key`)."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.http import HttpResponse

from baro.kernel.errors import DomainError
from baro.kernel.prepared import run
from baro.kernel.rest.models import IdempotentReply
from baro.kernel.transactions import require_not_lost

# Waits for whoever is answering the same key; then either the place is free or the answer there.
_TAKE_PLACE = """
    INSERT INTO kernel_idempotentreply (caller, key, fingerprint, content_type, body, answered_at)
    VALUES (%s, %s, %s, '', '', now()) ON CONFLICT (caller, key) DO NOTHING RETURNING id
"""
_KEEP = """
    UPDATE kernel_idempotentreply SET status = %s, content_type = %s, body = %s WHERE id = %s
"""


class KeyUsedForAnotherRequest(DomainError):
    pass


def answer_once(
    *, caller: str, key: str, fingerprint: str, answer: Callable[[], HttpResponse]
) -> HttpResponse:
    """Answer and keep the answer, or give the kept one again, marked as such.

    The kept row and all effects of `answer` commit together; a second request with the same key
    waits for the first. Answers of 500 and above are not kept, so that the caller may try again.
    """
    with transaction.atomic(savepoint=False):
        place = run(_TAKE_PLACE, [caller, key, fingerprint])
        if not place:
            return _again(IdempotentReply.objects.get(caller=caller, key=key), fingerprint)
        response = answer()
        if response.status_code >= 500:
            transaction.set_rollback(True)
            return response
        require_not_lost()
        kind = response.headers.get("Content-Type", "")
        run(_KEEP, [response.status_code, kind, response.content, place[0][0]])
        return response


def _again(reply: IdempotentReply, fingerprint: str) -> HttpResponse:
    if reply.fingerprint != fingerprint:
        raise KeyUsedForAnotherRequest(
            "Khóa Idempotency-Key này đã dùng cho một yêu cầu khác; hãy dùng khóa mới."
        )
    response = HttpResponse(bytes(reply.body), status=reply.status, content_type=reply.content_type)
    response["Idempotency-Replayed"] = "true"
    return response


def forget_replies(*, answered_before: datetime) -> int:
    """Drop kept answers that nobody will ask for again; returns how many went."""
    return IdempotentReply.objects.filter(answered_at__lt=answered_before).delete()[0]
