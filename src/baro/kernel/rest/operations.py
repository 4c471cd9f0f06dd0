"""One request, one effect, however often it is sent (header `Idempotency-Key`)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.http import HttpResponse

from baro.kernel.errors import DomainError
from baro.kernel.prepared import run
from baro.kernel.rest.models import IdempotentReply

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


@dataclass(frozen=True)
class Asking:
    """A request that may come again: whose it is, the key they gave it, and what it says."""

    caller: str
    key: str
    fingerprint: str


def is_refusal(response: HttpResponse) -> bool:
    return response.status_code >= 400


def answer_once(asking: Asking, *, answer: Callable[[], HttpResponse]) -> tuple[HttpResponse, bool]:
    """Answer and keep the answer, or give the kept one again; whether it is a new one.

    The kept row and all effects of `answer` commit together; a second request with the same key
    waits for the first. A refusal undoes them together: nothing is kept yet.
    """
    with transaction.atomic(savepoint=False):
        place = _take_place(asking)
        if place is None:
            return _again(asking), False
        response = answer()
        if not is_refusal(response):
            _keep(response, place)
        return response, True


def keep_refusal(asking: Asking, response: HttpResponse) -> HttpResponse:
    """Keep what was refused, or give the answer of who came between with the same key.

    Answers of 500 and above are not for keeping: the caller may try again.
    """
    with transaction.atomic(savepoint=False):
        place = _take_place(asking)
        if place is None:
            return _again(asking)
        _keep(response, place)
        return response


def _take_place(asking: Asking) -> int | None:
    found = run(_TAKE_PLACE, [asking.caller, asking.key, asking.fingerprint])
    return found[0][0] if found else None


def _keep(response: HttpResponse, place: int) -> None:
    kind = response.headers.get("Content-Type", "")
    run(_KEEP, [response.status_code, kind, response.content, place])


def _again(asking: Asking) -> HttpResponse:
    reply = IdempotentReply.objects.get(caller=asking.caller, key=asking.key)
    if reply.fingerprint != asking.fingerprint:
        raise KeyUsedForAnotherRequest(
            "Khóa Idempotency-Key này đã dùng cho một yêu cầu khác; hãy dùng khóa mới."
        )
    response = HttpResponse(bytes(reply.body), status=reply.status, content_type=reply.content_type)
    response["Idempotency-Replayed"] = "true"
    return response


def forget_replies(*, answered_before: datetime) -> int:
    """Drop kept answers that nobody will ask for again; returns how many went."""
    return IdempotentReply.objects.filter(answered_at__lt=answered_before).delete()[0]
