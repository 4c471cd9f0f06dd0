"""The database goes away in the middle of a request: an outage in words, whatever was under way."""

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from tests.factories.org import PostFactory
from tests.kernel.cutting import cut_before
from tests.rest.callers import Caller, refused, told
from tests.rest.town import new_task, small_town

from baro.org.models import Unit
from baro.tasks.models import Task

pytestmark = pytest.mark.django_db(transaction=True)
_CHILDREN = '"parent_id" ='


@pytest.fixture
def town() -> Iterator[SimpleNamespace]:
    town = small_town()
    for person in (town.specialist, town.chair):
        person.client.raise_request_exception = False
    yield town
    connection.close()


def test_a_refusal_that_could_not_be_kept_is_an_outage_and_then_itself(
    town: SimpleNamespace,
) -> None:
    task = _received(town)

    with cut_before("UPDATE kernel_idempotentreply"):
        answer = town.chair.post(f"/tasks/{task}/receipt", key="k1")
    said = _said_again(town.chair, f"/tasks/{task}/receipt")

    _is_outage(answer)
    assert "đã được nhận" in said


@pytest.mark.parametrize("key", ["k1", ""])
def test_so_it_is_where_the_operation_is_no_more_than_atomic(
    town: SimpleNamespace, key: str
) -> None:
    today = timezone.localdate()
    backwards = {
        "substitute": town.specialist.user.person.code,
        "valid_from": today.isoformat(),
        "last_day": (today - timedelta(days=3)).isoformat(),
        "order_number": "12/GUQ-UBND",
    }
    refused(town.chair.post("/substitutions", backwards, key=key and "k0"), 422)

    with cut_before("ROLLBACK TO SAVEPOINT"):
        answer = town.chair.post("/substitutions", backwards, key=key)

    _is_outage(answer)


@pytest.mark.parametrize("statement", ['INSERT INTO "tasks_task"', "UPDATE kernel_idempotentreply"])
def test_what_was_cut_off_is_done_once_by_the_same_key(
    town: SimpleNamespace, statement: str
) -> None:
    with cut_before(statement):
        answer = town.specialist.post("/tasks", [new_task()], key="k1")

    _is_outage(answer)
    assert Task.objects.count() == 0
    told(town.specialist.post("/tasks", [new_task()], key="k1"), 201)
    assert Task.objects.count() == 1


def test_rows_that_are_fetched_while_the_answer_is_written_are_no_mistake_of_ours(
    town: SimpleNamespace,
) -> None:
    PostFactory.create(unit=Unit.objects.get(code="00002.UBND"), is_head=True)
    body = new_task(lead=["00001.UBND", "00002.UBND"])
    [task] = told(town.specialist.post("/tasks", [body]), 201)

    with cut_before(_CHILDREN):
        answer = town.specialist.get(f"/tasks/{task['id']}/children")
    connection.close()  # as each request of the real server does

    _is_outage(answer)
    assert len(told(town.specialist.get(f"/tasks/{task['id']}/children"))) == 2


def _received(town: SimpleNamespace) -> int:
    [task] = told(town.specialist.post("/tasks", [new_task()]), 201)
    told(town.chair.post(f"/tasks/{task['id']}/receipt"))
    return int(task["id"])


def _said_again(by: Caller, path: str) -> str:
    first, again = (by.post(path, key="k1") for _ in range(2))
    assert again.headers["Idempotency-Replayed"] == "true"
    assert refused(again, 422) == refused(first, 422)
    return refused(again, 422)


def _is_outage(answer: Any) -> None:
    assert "cùng Idempotency-Key" in refused(answer, 503)
    assert answer.headers["Retry-After"] == "3"
