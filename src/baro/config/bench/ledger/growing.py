"""Writing the whole ledger anew at the wanted size, in one transaction, then tidying up."""

# ruff: noqa: S608

from collections.abc import Callable
from time import monotonic

from django.db import connection, transaction
from django.utils import timezone

from baro.config.bench.ledger.copying import (
    Layer,
    insert_statement,
    map_statement,
    spoken_statement,
)
from baro.config.bench.ledger.indexes import indexes_aside
from baro.config.bench.ledger.planning import plan_items
from baro.config.bench.ledger.tables import Table, copied_tables
from baro.kernel.ui.filters import number
from baro.work import api as work

_SETTINGS = (
    "SET LOCAL session_replication_role = replica",  # triggers rest; what they keep is rebuilt
    "SET LOCAL maintenance_work_mem = '1GB'",
    "SET LOCAL work_mem = '256MB'",
)
_FOLLOW = """
UPDATE work_workitem p SET state = 'done', closed_at = c.closed_at, delivered_at = c.delivered_at,
       last_update_at = c.closed_at
FROM (SELECT parent_id, max(closed_at) AS closed_at,
             max(coalesce(delivered_at, closed_at)) AS delivered_at
      FROM work_workitem WHERE parent_id IS NOT NULL GROUP BY parent_id
      HAVING bool_and(closed_at IS NOT NULL) AND bool_or(state = 'done')) c
WHERE p.id = c.parent_id AND p.is_collective AND p.closed_at IS NULL
"""
_NUMBERS = """
INSERT INTO work_worknumberseries (prefix, year, last_number)
SELECT 'NV', split_part(number, '-', 2)::int, max(split_part(number, '-', 3)::int)
FROM work_workitem GROUP BY 2
ON CONFLICT (prefix, year) DO UPDATE SET last_number = excluded.last_number
"""


def grow(items: int, say: Callable[[str], None]) -> None:
    """Turn the demo city in this database into a ledger of exactly so many items."""
    started = monotonic()
    tables = copied_tables()
    with transaction.atomic():
        _write(items, tables, say)
    work.rebuild_tallies(at=timezone.now())
    say(f"Đã ghi lại sổ sau {monotonic() - started:.0f} giây; đang dọn và thống kê…")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (FREEZE, ANALYZE)")
    say(f"Sổ {number(items)} việc đã sẵn sàng sau {monotonic() - started:.0f} giây.")


def _write(items: int, tables: list[Table], say: Callable[[str], None]) -> None:
    _run(*_SETTINGS)
    layers = plan_items(items)
    say(f"Đã xếp {number(items)} việc vào {len(layers)} lớp thời gian.")
    strides = {table.name: _put_aside(table) for table in tables}
    _run(
        "CREATE TEMP TABLE bench_types ON COMMIT DROP AS SELECT unnest(ARRAY["
        + ", ".join(f"'{table.model._meta.label_lower}'" for table in tables)
        + "]) AS type",
        f"TRUNCATE {', '.join(table.name for table in tables)}",
    )
    names = [table.name for table in tables]
    with indexes_aside(names):
        for k, _ in layers:
            _write_layer(Layer(k, len(layers) - 1 - k), tables, strides)
            say(f"Đã ghi lớp {k + 1}/{len(layers)}.")
        say("Đang dựng lại chỉ mục…")
    # From here on the triggers work again, and keep what they keep of the rows that are changed.
    _run("SET LOCAL session_replication_role = origin", _FOLLOW, _NUMBERS)
    for table in tables:
        _continue_keys(table)


def _write_layer(layer: Layer, tables: list[Table], strides: dict[str, int]) -> None:
    present = [table for table in tables if layer.is_newest or not table.is_once]
    for place, table in enumerate(present):
        if table.speaks and not present[place - 1].speaks:
            _run(spoken_statement(present[:place]), "ANALYZE bench_spoken")
        _run(map_statement(table, layer, strides[table.name]))
        _run(f"ANALYZE bench_map_{table.name}")
        _run(insert_statement(table, layer, strides[table.name]))
    maps = ", ".join(f"bench_map_{table.name}" for table in present)
    _run(f"DROP TABLE bench_spoken, {maps}")


def _put_aside(table: Table) -> int:
    """Keep the rows that are repeated; the distance between the keys of two layers."""
    _run(
        f"CREATE TEMP TABLE base_{table.name} ON COMMIT DROP AS TABLE {table.name}",
        f"ANALYZE base_{table.name}",
    )
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT coalesce(max({table.key}), 0) FROM {table.name}")
        return int(cursor.fetchone()[0])


def _continue_keys(table: Table) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [table.name, table.key])
        [sequence] = cursor.fetchone()
        if sequence:
            cursor.execute(
                f"SELECT setval(%s, (SELECT greatest(1, max({table.key})) FROM {table.name}))",
                [sequence],
            )


def _run(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
