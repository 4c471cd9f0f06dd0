"""Another system is told in order, signed, once taken; tried again while it is not."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from tests.factories.org import UserFactory

from baro.kernel import audit
from baro.kernel.webhooks import operations
from baro.kernel.webhooks.models import Webhook, WebhookDelivery
from baro.kernel.webhooks.operations import NothingToSendAgain, UnknownEvents
from baro.org import api as org

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 9, 8, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


class Receiver(HTTPServer):
    """A system on this machine that keeps what it is sent and answers as told."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.taken: list[tuple[dict[str, str], bytes]] = []
        self.answers: list[int] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/nhan"


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.taken.append((dict(self.headers), body))
        status = self.server.answers.pop(0) if self.server.answers else 204
        self.send_response(status)
        if status == 302:
            self.send_header("Location", self.server.url)
        self.end_headers()

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    server = Receiver()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def admin() -> org.User:
    return UserFactory.create(role="system_admin")


@pytest.fixture
def webhook(receiver: Receiver, admin: org.User) -> Webhook:
    events = ["kernel.file_sweep_started", "kernel.rule_value_set"]
    return operations.add_webhook(
        name="Kho dữ liệu", url=receiver.url, events=events, by=admin, at=AT
    )


def _happen(name: str, by: org.User, *, at: datetime = AT) -> audit.AuditEvent:
    return audit.record(name, by, by=by, at=at, facts={"secret": "nội dung"})


def test_what_was_chosen_is_sent_signed_and_in_order(
    webhook: Webhook, receiver: Receiver, admin: org.User
) -> None:
    first = _happen("kernel.file_sweep_started", admin)
    _happen("kernel.failed_job_retried", admin)
    second = _happen("kernel.rule_value_set", admin)

    assert operations.send_waiting(at=AT) == 2
    assert operations.send_waiting(at=AT) == 0

    bodies = [json.loads(body) for _, body in receiver.taken]
    assert [body["id"] for body in bodies] == [first.pk, second.pk]
    headers, body = receiver.taken[0]
    moment, signature = (part.partition("=")[2] for part in headers["X-Baro-Signature"].split(","))
    expected = hmac.new(webhook.secret.encode(), f"{moment}.".encode() + body, hashlib.sha256)
    assert signature == expected.hexdigest()
    assert "nội dung" not in body.decode()


def test_a_failure_holds_back_what_follows_and_is_tried_again_later(
    webhook: Webhook, receiver: Receiver, admin: org.User
) -> None:
    receiver.answers = [503]
    _happen("kernel.file_sweep_started", admin)
    _happen("kernel.rule_value_set", admin)

    assert operations.send_waiting(at=AT) == 0
    assert operations.send_waiting(at=AT + timedelta(seconds=30)) == 0
    assert len(receiver.taken) == 1
    assert operations.send_waiting(at=AT + timedelta(minutes=1)) == 2
    names = [json.loads(body)["event"] for _, body in receiver.taken]
    assert names == ["kernel.file_sweep_started"] * 2 + ["kernel.rule_value_set"]


def test_after_the_last_try_it_gives_up_and_goes_on_until_told_to_send_again(
    webhook: Webhook, receiver: Receiver, admin: org.User
) -> None:
    receiver.answers = [500] * 8
    _happen("kernel.file_sweep_started", admin)
    for day in range(8):
        operations.send_waiting(at=AT + timedelta(days=day))

    delivery = WebhookDelivery.objects.get()
    assert (delivery.state, delivery.error) == ("gave_up", "Trả lời mã 500")
    assert operations.send_again(webhook=webhook, by=admin, at=AT + timedelta(days=9)) == 1
    assert operations.send_waiting(at=AT + timedelta(days=9)) == 1
    with pytest.raises(NothingToSendAgain):
        operations.send_again(webhook=webhook, by=admin, at=AT)


def test_a_redirect_is_not_followed(webhook: Webhook, receiver: Receiver, admin: org.User) -> None:
    receiver.answers = [302]
    _happen("kernel.file_sweep_started", admin)

    assert operations.send_waiting(at=AT) == 0
    assert len(receiver.taken) == 1


def test_a_closed_door_is_said(webhook: Webhook, receiver: Receiver, admin: org.User) -> None:
    Webhook.objects.update(url="http://127.0.0.1:9/")

    answer = operations.try_webhook(webhook=webhook, by=admin, at=AT)

    assert answer.status is None
    assert answer.error.startswith("Không kết nối được")


def test_nothing_is_kept_for_one_that_stands_still(
    webhook: Webhook, receiver: Receiver, admin: org.User
) -> None:
    operations.switch_webhook(webhook=webhook, on=False, by=admin, at=AT)
    _happen("kernel.file_sweep_started", admin)
    operations.switch_webhook(webhook=webhook, on=True, by=admin, at=AT)

    assert operations.send_waiting(at=AT) == 0


def test_only_whoever_looks_after_the_system_adds_one_and_only_for_known_events(
    admin: org.User, receiver: Receiver
) -> None:
    facts: dict[str, Any] = {"name": "Kho", "url": receiver.url, "at": AT}

    with pytest.raises(PermissionDenied):
        operations.add_webhook(events=["kernel.rule_value_set"], by=UserFactory.create(), **facts)
    with pytest.raises(UnknownEvents, match=r"kernel\.khong_co"):
        operations.add_webhook(events=["kernel.khong_co"], by=admin, **facts)


def test_the_pages_add_try_and_show_the_secret_once(
    admin: org.User, receiver: Receiver, client: Client
) -> None:
    client.force_login(admin)
    facts = {"name": "Kho", "url": receiver.url, "events": ["kernel.rule_value_set"]}

    refused = client.post("/noi-nhan-su-kien/", {**facts, "events": []})
    added = client.post("/noi-nhan-su-kien/", facts, follow=True)
    webhook = Webhook.objects.get()
    again = client.get(f"/noi-nhan-su-kien/{webhook.pk}/")
    tried = client.post(f"/noi-nhan-su-kien/{webhook.pk}/gui-thu/", follow=True)

    assert "Hãy chọn ít nhất một sự kiện." in refused.content.decode()
    assert webhook.secret in added.content.decode()
    assert webhook.secret not in again.content.decode()
    assert "đã trả lời mã 204" in tried.content.decode()
