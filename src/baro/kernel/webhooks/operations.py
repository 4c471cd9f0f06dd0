"""Writing receivers down, and sending them what waits."""

import secrets
import time
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import models, transaction

from baro.kernel import audit
from baro.kernel.audit.wording import registered_events
from baro.kernel.errors import DomainError
from baro.kernel.policies import can_manage_system, require
from baro.kernel.webhooks.models import Webhook, WebhookDelivery
from baro.kernel.webhooks.posting import Answer, post
from baro.kernel.webhooks.signing import DELIVERY, SIGNATURE, body_of, signature_of

_WHO = "Chỉ quản trị hệ thống quản lý được nơi nhận sự kiện."
# Minutes after each failure; after the last one nothing more is tried by itself.
_PAUSES = (1, 5, 30, 120, 360, 720, 1440)
_SECONDS_FOR_ONE = 30
_LEASE = timedelta(minutes=2)
State = WebhookDelivery.State


class UnknownEvents(DomainError):
    pass


class NothingToSendAgain(DomainError):
    pass


@transaction.atomic
def add_webhook(
    *, name: str, url: str, events: Sequence[str], by: models.Model, at: datetime
) -> Webhook:
    """Tell another system of these events from now on; its secret is shown from the answer."""
    require(can_manage_system(by), _WHO)
    _require_known(events)
    webhook = Webhook.objects.create(
        name=name.strip(), url=url, events=sorted(events), secret=_new_secret(), created_at=at
    )
    audit.record("kernel.webhook_added", webhook, by=by, at=at, facts={"url": url})
    return webhook


@transaction.atomic
def change_webhook(
    *,
    webhook: Webhook,
    name: str,
    url: str,
    events: Sequence[str],
    by: models.Model,
    at: datetime,
) -> Webhook:
    """Another name, address or choice of events; what waits goes to the new address."""
    webhook = _locked(webhook, by)
    _require_known(events)
    webhook.name, webhook.url, webhook.events = name.strip(), url, sorted(events)
    webhook.save(update_fields=["name", "url", "events"])
    audit.record("kernel.webhook_changed", webhook, by=by, at=at)
    return webhook


@transaction.atomic
def renew_secret(*, webhook: Webhook, by: models.Model, at: datetime) -> Webhook:
    """From now on everything is signed with another secret."""
    webhook = _locked(webhook, by)
    webhook.secret = _new_secret()
    webhook.save(update_fields=["secret"])
    audit.record("kernel.webhook_secret_renewed", webhook, by=by, at=at)
    return webhook


@transaction.atomic
def switch_webhook(*, webhook: Webhook, on: bool, by: models.Model, at: datetime) -> Webhook:
    """Stop or go on; what happens while it stands still is not told later."""
    webhook = _locked(webhook, by)
    webhook.is_active = on
    webhook.save(update_fields=["is_active"])
    name = "kernel.webhook_resumed" if on else "kernel.webhook_paused"
    audit.record(name, webhook, by=by, at=at)
    return webhook


@transaction.atomic
def try_webhook(*, webhook: Webhook, by: models.Model, at: datetime) -> Answer:
    """Send the event of this very trial, at once, and say how the other side answered."""
    webhook = _locked(webhook, by)
    event = audit.record("kernel.webhook_tried", webhook, by=by, at=at)
    return _post(webhook, event, delivery=f"thu-{event.pk}", at=at)


@transaction.atomic
def send_again(*, webhook: Webhook, by: models.Model, at: datetime) -> int:
    """Put back what was given up, in its order."""
    webhook = _locked(webhook, by)
    given_up = webhook.deliveries.filter(state=State.GAVE_UP)
    count = given_up.update(state=State.WAITING, attempts=0, next_at=at)
    if not count:
        raise NothingToSendAgain("Không có lần báo nào đã thôi gửi.")
    audit.record("kernel.webhook_sent_again", webhook, by=by, at=at, facts={"count": count})
    return count


def forget_sent(*, answered_before: datetime) -> int:
    """What was taken long ago is no longer listed; the events themselves stay."""
    sent = WebhookDelivery.objects.filter(state=State.SENT, answered_at__lt=answered_before)
    return sent.delete()[0]


def send_waiting(*, at: datetime) -> int:
    """Send every receiver what waits for it, in order; the answer says how many were taken.

    One that does not answer stops its own row alone: what follows waits behind what failed.
    Sending happens at least once; the delivery's number tells the receiver what it has already.
    """
    return sum(_send_to(webhook, at) for webhook in Webhook.objects.filter(is_active=True))


def _send_to(webhook: Webhook, at: datetime) -> int:
    taken, until = 0, time.monotonic() + _SECONDS_FOR_ONE
    while time.monotonic() < until:
        delivery = _claim(webhook, at)
        if delivery is None:
            break
        answer = _post(webhook, delivery.event, delivery=str(delivery.pk), at=at)
        _note(delivery, answer, at)
        if not answer.is_taken:
            break
        taken += 1
    return taken


@transaction.atomic
def _claim(webhook: Webhook, at: datetime) -> WebhookDelivery | None:
    """The first that waits, if its time has come; nobody else sends it for a while."""
    waiting = WebhookDelivery.objects.filter(webhook=webhook, state=State.WAITING)
    first = waiting.select_for_update(of=("self",), skip_locked=True).order_by("event").first()
    if first is None or first.next_at > at:
        return None
    first.next_at = at + _LEASE
    first.save(update_fields=["next_at"])
    return first


def _note(delivery: WebhookDelivery, answer: Answer, at: datetime) -> None:
    delivery.attempts += 1
    delivery.status_code, delivery.error, delivery.answered_at = answer.status, answer.error, at
    if answer.is_taken:
        delivery.state = State.SENT
    elif delivery.attempts > len(_PAUSES):
        delivery.state = State.GAVE_UP
    else:
        delivery.next_at = at + timedelta(minutes=_PAUSES[delivery.attempts - 1])
    delivery.save()


def _post(webhook: Webhook, event: audit.AuditEvent, *, delivery: str, at: datetime) -> Answer:
    body = body_of(event)
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "Ba-Ro",
        DELIVERY: delivery,
        SIGNATURE: signature_of(body, secret=webhook.secret, at=at),
    }
    return post(webhook.url, body, headers)


def _locked(webhook: Webhook, by: models.Model) -> Webhook:
    locked = Webhook.objects.select_for_update(no_key=True).get(pk=webhook.pk)
    require(can_manage_system(by), _WHO)
    return locked


def _require_known(events: Sequence[str]) -> None:
    if not events:
        raise UnknownEvents("Hãy chọn ít nhất một sự kiện.", field="events")
    unknown = sorted(set(events) - registered_events())
    if unknown:
        raise UnknownEvents(f"Không có sự kiện nào tên {', '.join(unknown)}.", field="events")


def _new_secret() -> str:
    return secrets.token_urlsafe(32)
