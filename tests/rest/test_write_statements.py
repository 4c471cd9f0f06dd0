"""How many statements each act takes through the API, with everything in it; never more.

Each waits for the database once. Who adds one says here what it is worth.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.factories.org import PostFactory, UnitFactory
from tests.rest.callers import told
from tests.rest.town import new_task

from baro.kernel.editions import Edition
from baro.org import api as org

MOST = {
    "create": 11,
    "receipt": 9,
    "progress": 9,
    "extension": 11,
    "extension-decision": 15,
    "delivery": 14,  # one of them asks who in the unit hears that it went out
    "return": 12,
    "acceptance": 12,
    "fan-out": 24,  # 16 where units, heads and receivers are held already
}
pytestmark = pytest.mark.django_db


def _counted(act: Callable[[], Any]) -> tuple[Any, int]:
    with CaptureQueriesContext(connection) as queries:
        answer = act()
    # One place for a refusal to fall back to is the whole test's transaction, not the request's.
    return answer, len(queries) - 2


def _story(town: SimpleNamespace, steps: list[Any], key: str) -> Iterator[tuple[str, int]]:
    answer, count = _counted(lambda: town.specialist.post("/tasks", [new_task()], key=key))
    [task] = told(answer, 201)
    yield "create", count
    for number, (noun, who, body) in enumerate(steps):
        place, own = f"/tasks/{task['id']}/{noun}", f"{key}{number}"
        send = partial(who.send, place, key=own, **body) if noun == "delivery" else None
        answer, count = _counted(send or partial(who.post, place, body, key=own))
        told(answer)
        yield noun, count


def _steps(town: SimpleNamespace) -> list[Any]:
    later = (timezone.localdate() + timedelta(days=20)).isoformat()
    return [
        ("receipt", town.chair, None),
        ("progress", town.chair, {"done": "Đã rà soát.", "percent": 60}),
        ("extension", town.chair, {"proposed_due_on": later, "grounds": "Địa bàn rộng"}),
        ("extension-decision", town.specialist, {"granted": True}),
        ("delivery", town.chair, {"text": "Đã xong."}),
        ("return", town.specialist, {"text": "Thiếu phụ lục"}),
        ("delivery", town.chair, {"text": "Đã bổ sung."}),
        ("acceptance", town.specialist, {"note": "Đạt"}),
    ]


def test_each_act_takes_its_few_statements(town: SimpleNamespace) -> None:
    counts: dict[str, int] = {}
    for key in ("first", "second"):  # the first of each process works out what is then prepared
        counts = dict(_story(town, _steps(town), key))

    assert {noun: (counts[noun], MOST[noun]) for noun in counts if counts[noun] > MOST[noun]} == {}


def test_no_act_on_a_task_begins_an_edition(town: SimpleNamespace) -> None:
    """They ask for editions once, because they move nothing that is held by edition."""
    before = list(Edition.objects.order_by("group").values_list("group", "token"))
    asked = [
        ("query", town.chair, {"text": "Địa bàn nào?"}),
        ("answer", town.specialist, {"text": "Toàn phường."}),
    ]

    dict(_story(town, [*asked, *_steps(town)[1:]], "k"))
    dict(_story(town, [("withdrawal", town.specialist, {"text": "Không cần nữa"})], "w"))

    assert before == list(Edition.objects.order_by("group").values_list("group", "token"))
    assert before


def test_a_hundred_units_take_as_many_statements_as_ten(town: SimpleNamespace) -> None:
    PostFactory.create(unit=_other_committee(), is_head=True)
    counts = []
    for more in (10, 90):
        for _ in range(more):
            ward = UnitFactory.create(is_commune=True, parent=town.committee.parent)
            body = UnitFactory.create(parent=ward, committee=True)
            PostFactory.create(unit=body, is_head=True)
        wanted = [new_task(lead=["G.UBND-XP"])]
        answer, count = _counted(partial(town.specialist.post, "/tasks", wanted, key=f"k{more}"))
        [task] = told(answer, 201)
        assert task["is_collective"]
        counts.append(count)

    assert counts[1] <= counts[0]
    assert counts[1] <= MOST["fan-out"]


def _other_committee() -> org.Unit:
    return org.unit_with_code("00002.UBND", on=timezone.localdate())
