"""The ledger as at a day: real acts told again, and the files in which it leaves the house."""

import csv
import io
import json
import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from tests.factories.tasks import TaskFactory
from tests.factories.work import CITY
from tests.tasks.conftest import Cast

from baro.kernel.calendar.api import working_calendar
from baro.kernel.errors import DomainError
from baro.org import api as org
from baro.tasks import api as tasks
from baro.tasks import queries
from baro.tasks.queries import as_at
from baro.work import api as work

TODAY = date(2026, 11, 20)
START = datetime(2026, 9, 1, 8, tzinfo=CITY)
Act = Callable[[Cast, tasks.Task, datetime], object]


def _grant(cast: Cast, task: tasks.Task, at: datetime) -> object:
    """Asked by the ward and granted by the city at once."""
    due = work.WorkItem.objects.get(pk=task.pk).due_at
    assert due is not None
    later = timezone.localtime(due).date() + timedelta(days=9)
    tasks.ask_task_extension(
        task=task, proposed_due_on=later, grounds="Thiếu số liệu.", by=cast.receiver, at=at
    )
    return tasks.decide_task_extension(task=task, is_granted=True, by=cast.issuer, at=at)


def _act(operation: Callable[..., object], who: str, **facts: Any) -> Act:
    def act(cast: Cast, task: tasks.Task, at: datetime) -> object:
        return operation(task=task, **facts, by=getattr(cast, who), at=at)

    return act


def _assign(cast: Cast, task: tasks.Task, at: datetime) -> object:
    return tasks.assign_task(task=task, unit=cast.division, by=cast.receiver, at=at)


def _withdraw(cast: Cast, task: tasks.Task, at: datetime) -> object:
    return tasks.withdraw_tasks(tasks=[task], reason="Thôi.", by=cast.issuer, at=at)


_DELIVER = _act(tasks.deliver_task, "receiver", text="Báo cáo.")
_ACTS: tuple[Act, ...] = (
    _act(tasks.receive_task, "receiver"),
    _assign,
    _act(tasks.ask_about_task, "receiver", question="Mẫu nào?"),
    _act(tasks.answer_about_task, "issuer", answer="Mẫu 1."),
    _grant,
    _DELIVER,
    _DELIVER,
    _DELIVER,
    _act(tasks.return_task, "issuer", reason="Thiếu."),
    _act(tasks.recall_task, "receiver", reason="Nhầm tệp."),
    _act(tasks.accept_task, "issuer"),
    _withdraw,
)


def _live(day: date) -> dict[int, tuple[Any, ...]]:
    """Every row as it stands now, at the end of this day."""
    at = working_calendar().end_of(day)
    return {
        item.pk: (
            item.state,
            item.due_at,
            item.delivered_at,
            None if item.state in {"withdrawn", "replaced"} else work.cell_of(item, at=at),
        )
        for item in work.WorkItem.objects.filter(issued_at__lte=at)
    }


def _told(user: org.User, day: date) -> dict[int, tuple[Any, ...]]:
    return {
        row.item.pk: (
            row.standing.state,
            row.standing.due_at,
            row.standing.delivered_at,
            row.standing.cell,
        )
        for row in queries.tasks_as_at(user, day, today=TODAY)
    }


def test_random_acts_told_again_are_the_ledger_as_it_was_each_day(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(as_at, "_ROWS", 3)
    chance, given, recorded = random.Random(20), [], {}  # noqa: S311 - a story, no secret
    for number in range(26):
        day = START.date() + timedelta(days=number)
        now = START + timedelta(days=number)
        if number < 10:
            [fresh] = tasks.issue_tasks(specs=[cast.spec()], by=cast.issuer, at=now)
            given.append(fresh)
        for task in given:
            now += timedelta(minutes=5)
            try:
                chance.choice(_ACTS)(cast, task, now)
            except (DomainError, PermissionDenied):
                continue
        recorded[day] = _live(day)

    states = {row[0] for rows in recorded.values() for row in rows.values()}
    assert len(states) >= 6, states
    assert {day: _told(cast.issuer, day) for day in recorded} == recorded


def _body(response: Any) -> str:
    return b"".join(response.streaming_content).decode()


def test_the_files(client: Client, cast: Cast) -> None:
    now = timezone.now()
    [given] = tasks.issue_tasks(
        specs=[cast.spec(title="=1+1 rà soát", due_on=timezone.localdate() + timedelta(days=9))],
        by=cast.issuer,
        at=now - timedelta(days=3),
    )
    tasks.receive_task(task=given, by=cast.receiver, at=now - timedelta(days=1))
    address = reverse("tasks:task-list-as-at")
    client.force_login(cast.receiver)

    def asked(back: int, kind: str) -> str:
        day = timezone.localdate(now) - timedelta(days=back)
        return _body(client.get(address, {"ngay": f"{day:%d/%m/%Y}", "dang": kind}))

    text = asked(2, "csv")
    assert text.startswith("\ufeff")
    [row] = csv.DictReader(io.StringIO(text.lstrip("\ufeff")))
    assert row["Nhiệm vụ"] == "'=1+1 rà soát"
    assert (row["Trạng thái tại ngày"], row["Ô tại ngày"]) == ("Mới giao", "Chưa xong, trong hạn")
    told = json.loads(asked(0, "json"))
    assert [(one["title"], one["state"]) for one in told["items"]] == [("=1+1 rà soát", "received")]
    assert json.loads(asked(4, "json"))["items"] == []

    tomorrow = timezone.localdate(now) + timedelta(days=1)
    refused = client.get(address, {"ngay": f"{tomorrow:%d/%m/%Y}", "dang": "csv"})
    assert refused.status_code == 422
    assert "Chỉ xem được số liệu đến hết hôm nay." in refused.content.decode()
    assert client.get(address).status_code == 200
    client.force_login(cast.stranger)
    assert json.loads(asked(0, "json"))["items"] == []


def test_a_key_gets_the_same(client: Client, cast: Cast) -> None:
    now = timezone.now()
    due_on = timezone.localdate() + timedelta(days=9)
    tasks.issue_tasks(specs=[cast.spec(due_on=due_on)], by=cast.issuer, at=now)
    _, key = org.create_token(
        user=cast.receiver, name="Kho", scopes=["read"], by=cast.receiver, at=now
    )

    def call(**asked: str) -> Any:
        head = {"Authorization": f"Bearer {key}"}
        return client.get("/api/v1/tasks/as-at", asked, headers=head)

    [one] = json.loads(_body(call()))["items"]
    assert (one["state"], one["cell"]) == ("issued", "running_in_time")
    assert one["lead_unit"] == cast.ward_committee.code
    assert len(_body(call(form="csv")).splitlines()) == 2
    assert call(day="2099-01-05").status_code == 422
    assert client.get("/api/v1/tasks/as-at").status_code == 401


def test_a_chunk_costs_as_many_queries_for_many_rows_as_for_one(cast: Cast) -> None:
    counts = []
    for more in (1, 12):
        for _ in range(more):
            TaskFactory.create(item__lead_unit=cast.ward_committee)
        user = org.User.objects.get(pk=cast.receiver.pk)
        with CaptureQueriesContext(connection) as asked:
            rows = list(queries.tasks_as_at(user, TODAY, today=TODAY))
        counts.append((len(rows), len(asked)))

    assert [rows for rows, _ in counts] == [1, 13]
    assert counts[0][1] == counts[1][1]
