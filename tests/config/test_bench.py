"""What the measurement rests on, without measuring: a grown ledger is a ledger."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from tests.factories.tasks import TaskFactory
from tests.factories.work import WorkItemFactory

from baro.config.bench.ledger import growing
from baro.config.bench.ledger.copying import Layer, insert_statement
from baro.config.bench.ledger.planning import layers_for
from baro.config.bench.ledger.tables import DOCUMENT, ITEM, copied_tables
from baro.config.bench.report import table
from baro.tasks.models import Task
from baro.work import api as work


def test_layers_lie_back_by_whole_weeks_and_the_newest_by_none() -> None:
    layers = layers_for(200_000)

    assert layers[-1] == (9, 0)
    assert [days % 7 for _, days in layers] == [0] * len(layers)
    assert sorted((days for _, days in layers), reverse=True) == [days for _, days in layers]


def test_what_is_referred_to_comes_before_what_refers_to_it() -> None:
    places = {table.label: place for place, table in enumerate(copied_tables())}

    assert places[DOCUMENT] < places[ITEM] < places["tasks.Task"] < places["tasks.Delivery"]
    assert places["kernel.AuditEvent"] > places["tasks.Delivery"]
    for found in copied_tables():
        assert all(places[label] < places[found.label] for label in found.links.values())


def test_every_column_of_a_table_is_written() -> None:
    for found in copied_tables():
        statement = insert_statement(found, Layer(0, 1), 10)

        assert all(f'"{column}"' in statement for column in found.columns)


@pytest.mark.django_db
def test_a_grown_ledger_has_whole_items_with_numbers_of_their_own() -> None:
    for days in range(60):
        at = timezone.now() - timedelta(days=6 * days)
        TaskFactory.create(
            item=WorkItemFactory.create(
                state="done", issued_at=at, closed_at=at, delivered_at=at, due_at=at
            )
        )
    tables = copied_tables()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    growing._write(300, tables, lambda _: None)

    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    # What is chosen by chance comes near the number in a town this small; never over it.
    count = work.WorkItem.objects.count()
    assert 240 <= count <= 300
    assert Task.objects.count() == count
    assert work.WorkItem.objects.values("number").distinct().count() == count
    keys = work.WorkItem.objects.order_by("issued_at").values_list("pk", flat=True)
    assert list(keys) == sorted(keys)


def test_the_table_names_given_figures_as_given() -> None:
    figure = {
        "name": "list.unit", "items": 200_000, "p50_ms": 9.0, "p95_ms": 12.0, "floor_ms": 1.0,
        "ratio": 9.0, "queries": 8, "rows": 50, "sql_ms": 0.5, "bare_ms": 0.5, "wire": 120_000,
    }  # fmt: skip

    lines = list(table(200_000, [figure]))

    assert any("148" in line for line in lines)
    assert "không đo ở đây" in lines[-2]
    assert lines[-1] == "Nặng hơn 100.000 byte trên đường truyền: list.unit."
