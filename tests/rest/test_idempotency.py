"""One request, one effect, however often it is sent."""

import threading
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.utils import timezone
from tests.rest.callers import caller, refused, told
from tests.rest.town import new_task, small_town

from baro.kernel.audit import AuditEvent
from baro.kernel.errors import DomainError
from baro.kernel.rest.models import IdempotentReply
from baro.kernel.rest.operations import Asking, answer_once, forget_replies, keep_refusal
from baro.org.models import ApiToken
from baro.tasks.models import Delivery, Task
from baro.work.models import WorkItem


def test_the_same_request_twice_has_one_effect_and_one_answer(town: SimpleNamespace) -> None:
    first = town.specialist.post("/tasks", [new_task()], key="k1")
    again = town.specialist.post("/tasks", [new_task()], key="k1")

    assert told(again, 201) == told(first, 201)
    assert again.headers["Idempotency-Replayed"] == "true"
    assert "Idempotency-Replayed" not in first.headers
    assert again.headers["Content-Type"] == first.headers["Content-Type"]
    assert Task.objects.count() == 1


def test_without_a_key_every_request_counts(town: SimpleNamespace) -> None:
    told(town.specialist.post("/tasks", [new_task()]), 201)
    told(town.specialist.post("/tasks", [new_task()]), 201)

    assert Task.objects.count() == 2


def test_a_key_is_for_one_request_only(town: SimpleNamespace) -> None:
    told(town.specialist.post("/tasks", [new_task()], key="k1"), 201)

    other_body = town.specialist.post("/tasks", [new_task(title="Việc khác")], key="k1")
    other_place = town.specialist.post("/drafts/issuance", {"drafts": [1]}, key="k1")

    assert "Idempotency-Key" in refused(other_body, 422)
    assert "Idempotency-Key" in refused(other_place, 422)
    assert Task.objects.count() == 1


def test_a_file_sent_twice_is_one_product(town: SimpleNamespace) -> None:
    [task] = told(town.specialist.post("/tasks", [new_task()]), 201)
    told(town.chair.post(f"/tasks/{task['id']}/receipt"))
    place = f"/tasks/{task['id']}/delivery"

    first = told(town.chair.send(place, key="k1", file=("a.txt", b"mot")))
    again = town.chair.send(place, key="k1", file=("a.txt", b"mot"))
    other = town.chair.send(place, key="k1", file=("a.txt", b"hai"))

    assert told(again) == first
    assert again.headers["Idempotency-Replayed"] == "true"
    refused(other, 422)
    assert Delivery.objects.count() == 1


def test_a_refusal_is_kept_too(town: SimpleNamespace) -> None:
    lacking = [new_task(expected_product="")]

    said = refused(town.specialist.post("/tasks", lacking, key="k1"), 422)
    again = town.specialist.post("/tasks", lacking, key="k1")

    assert refused(again, 422) == said
    assert again.headers["Idempotency-Replayed"] == "true"


def test_what_is_refused_leaves_nothing_but_its_answer(
    town: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also what was written before the refusal, with a key and without one."""

    def refuse(*_: object, **__: object) -> None:
        raise DomainError("Không tiếp được.")

    monkeypatch.setattr("baro.tasks.operations.issue.tell_receivers", refuse)
    for key in ("k1", ""):
        refused(town.specialist.post("/tasks", [new_task()], key=key), 422)

        assert not WorkItem.objects.exists()
        assert not AuditEvent.objects.filter(name="tasks.task_issued").exists()
    assert IdempotentReply.objects.get().status == 422


def test_who_comes_between_with_the_same_key_has_the_word(town: SimpleNamespace) -> None:
    asking, answered = Asking("token 1", "k", "f"), HttpResponse(b"[]", status=201)
    answer_once(asking, answer=lambda: answered)

    refusal = HttpResponse(b"{}", status=422)
    given = keep_refusal(asking, refusal)

    assert (given.status_code, given["Idempotency-Replayed"]) == (201, "true")


def test_keys_of_two_callers_do_not_meet(town: SimpleNamespace) -> None:
    second = caller(town.specialist.user)

    told(town.specialist.post("/tasks", [new_task()], key="k1"), 201)
    answer = second.post("/tasks", [new_task(title="Việc khác")], key="k1")

    told(answer, 201)
    assert Task.objects.count() == 2


def test_a_revoked_key_gets_no_kept_answer(town: SimpleNamespace) -> None:
    told(town.specialist.post("/tasks", [new_task()], key="k1"), 201)
    ApiToken.objects.update(revoked_at=timezone.now())

    refused(town.specialist.post("/tasks", [new_task()], key="k1"), 401)


def test_nothing_is_kept_for_the_unknown(town: SimpleNamespace) -> None:
    town.specialist.secret = "baro_khong-co"  # noqa: S105

    refused(town.specialist.post("/tasks", [new_task()], key="k1"), 401)

    assert not IdempotentReply.objects.exists()


def test_an_overlong_key_is_malformed(town: SimpleNamespace) -> None:
    refused(town.specialist.post("/tasks", [new_task()], key="k" * 201), 400)


def test_kept_answers_are_forgotten_after_a_while(town: SimpleNamespace) -> None:
    told(town.specialist.post("/tasks", [new_task()], key="k1"), 201)

    assert forget_replies(answered_before=timezone.now()) == 1


@pytest.mark.django_db(transaction=True)
def test_two_at_once_with_one_key_have_one_effect() -> None:
    town = small_town()
    one, two = town.specialist, caller(town.specialist.user)
    two.secret = one.secret
    body = [new_task()]

    answers = _at_once(*(lambda c=c: c.post("/tasks", body, key="k1") for c in (one, two)))

    [first, second] = [told(answer, 201) for answer in answers]
    assert first == second
    assert sum("Idempotency-Replayed" in answer.headers for answer in answers) == 1
    assert Task.objects.count() == 1


def _at_once(*calls: Callable[[], Any]) -> list[Any]:
    answers: list[Any] = [None] * len(calls)
    line = threading.Barrier(len(calls))

    def run(index: int) -> None:
        line.wait()
        try:
            answers[index] = calls[index]()
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[index]) for index in range(len(calls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
