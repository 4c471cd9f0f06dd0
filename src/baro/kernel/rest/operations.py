"""One request, one effect, however often it is sent (header `Idempotency-Key`)."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.http import HttpResponse

from baro.kernel.errors import DomainError
from baro.kernel.rest.models import IdempotentReply


class KeyUsedForAnotherRequest(DomainError):
    pass


def answer_once(
    *, caller: str, key: str, fingerprint: str, answer: Callable[[], HttpResponse]
) -> HttpResponse:
    """Answer and keep the answer, or give the kept one again, marked as such.

    The kept row and all effects of `answer` commit together; a second request with the same key
    waits for the first. Answers of 500 and above are not kept, so that the caller may try again.
    """
    with transaction.atomic():
        reply, is_new = IdempotentReply.objects.get_or_create(
            caller=caller, key=key, defaults={"fingerprint": fingerprint}
        )
        if not is_new:
            return _again(reply, fingerprint)
        response = answer()
        if response.status_code >= 500:
            transaction.set_rollback(True)
            return response
        reply.status = response.status_code
        reply.content_type = response.headers.get("Content-Type", "")
        reply.body = response.content
        reply.save(update_fields=["status", "content_type", "body"])
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
