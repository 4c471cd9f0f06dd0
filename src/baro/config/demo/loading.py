"""Many rows at once, through PostgreSQL's COPY: the same tables, constraints and triggers."""

from collections.abc import Iterable, Sequence
from enum import Enum
from itertools import count
from typing import Any, TypeVar

from django.db import connection, models
from psycopg import sql

Row = TypeVar("Row", bound=models.Model)
_BEFORE = (
    "CREATE TEMP TABLE demo_rows ON COMMIT DROP AS SELECT {columns} FROM {table} WITH NO DATA",
)
_AFTER = (
    "UPDATE {table} SET {changes} FROM demo_rows WHERE {table}.{key} = demo_rows.{key}",
    "DROP TABLE demo_rows",
)


def load(rows: Sequence[Row]) -> None:
    """Write new rows of one model. Keys that are missing are reserved first and set on the rows."""
    if not rows:
        return
    model = type(rows[0])
    _give_keys(model, rows)
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(model._meta.db_table), sql.SQL(", ").join([_column(f) for f in fields])
    )
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row([_value(field, row) for field in fields])


def load_tuples(model: type[models.Model], names: Sequence[str], rows: Iterable[Any]) -> None:
    """Write rows that are too many to become objects first; values as the driver takes them."""
    columns = sql.SQL(", ").join(map(sql.Identifier, names))
    table = sql.Identifier(model._meta.db_table)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(table, columns)
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def rewrite(rows: Sequence[Row], names: Sequence[str]) -> None:
    """Bring stored rows of one model to what these say in the named fields, in one statement."""
    model = type(rows[0])
    wanted = {*names}
    found = [field for field in model._meta.concrete_fields if field.name in wanted]
    fields = [_key_of(model), *found]
    key, *others = [_column(field) for field in fields]
    words = {
        "table": sql.Identifier(model._meta.db_table),
        "key": key,
        "columns": sql.SQL(", ").join([key, *others]),
        "changes": sql.SQL(", ").join(
            sql.SQL("{0} = demo_rows.{0}").format(column) for column in others
        ),
    }
    with connection.cursor() as cursor:
        for template in _BEFORE:
            cursor.execute(sql.SQL(template).format(**words))
        with cursor.copy(sql.SQL("COPY demo_rows ({columns}) FROM STDIN").format(**words)) as copy:
            for row in rows:
                copy.write_row([_value(field, row) for field in fields])
        for template in _AFTER:
            cursor.execute(sql.SQL(template).format(**words))


def count_afresh() -> None:
    """Let PostgreSQL look at the tables: nobody else sees our rows, so nothing does it for us."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def keys_for(model: type[models.Model], how_many: int) -> list[int]:
    """The next keys of a table; nobody else will be given them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [model._meta.db_table, _key_of(model).column, how_many],
        )
        return [key for (key,) in cursor.fetchall()]


def _column(field: "models.Field[Any, Any]") -> sql.Identifier:
    return sql.Identifier(str(field.column))


def _key_of(model: type[models.Model]) -> "models.Field[Any, Any]":
    key = model._meta.pk
    assert key is not None  # noqa: S101 - every stored model has one
    return key


def _give_keys(model: type[models.Model], rows: Sequence[Row]) -> None:
    waiting = [row for row in rows if row.pk is None]
    if not waiting:
        return
    keys = keys_for(model, len(waiting))
    for place, row in zip(count(), waiting):
        row.pk = keys[place]


def _value(field: "models.Field[Any, Any]", row: models.Model) -> Any:
    """As the driver takes it; the general road of Django is asked only where it changes a thing."""
    value = getattr(row, field.attname)
    if isinstance(field, models.JSONField):
        return field.get_db_prep_save(value, connection)
    return value.value if isinstance(value, Enum) else value
