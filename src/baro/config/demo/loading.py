"""Many rows at once, through PostgreSQL's COPY: the same tables, constraints and triggers."""

from collections.abc import Sequence
from itertools import count
from typing import Any, TypeVar

from django.db import connection, models

Row = TypeVar("Row", bound=models.Model)


def load(rows: Sequence[Row]) -> None:
    """Write new rows of one model. Keys that are missing are reserved first and set on the rows."""
    if not rows:
        return
    model = type(rows[0])
    _give_keys(model, rows)
    fields = model._meta.concrete_fields
    names = ", ".join(f'"{field.column}"' for field in fields)
    with connection.cursor() as cursor:
        statement = f'COPY "{model._meta.db_table}" ({names}) FROM STDIN'
        with cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row([_value(field, row) for field in fields])


def rewrite(rows: Sequence[Row], names: Sequence[str]) -> None:
    """Bring stored rows of one model to what these say in the named fields, in one statement."""
    model = type(rows[0])
    fields = [model._meta.pk, *(model._meta.get_field(name) for name in names)]
    columns = [f'"{field.column}"' for field in fields]
    table = f'"{model._meta.db_table}"'
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TEMP TABLE demo_rows ON COMMIT DROP AS "
            f"SELECT {', '.join(columns)} FROM {table} WITH NO DATA"
        )
        with cursor.copy(f"COPY demo_rows ({', '.join(columns)}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row([_value(field, row) for field in fields])
        key, *others = columns
        changes = ", ".join(f"{column} = demo_rows.{column}" for column in others)
        cursor.execute(
            f"UPDATE {table} SET {changes} FROM demo_rows WHERE {table}.{key} = demo_rows.{key}"
        )
        cursor.execute("DROP TABLE demo_rows")


def count_afresh() -> None:
    """Let PostgreSQL look at the tables: nobody else sees our rows, so nothing does it for us."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def keys_for(model: type[models.Model], how_many: int) -> list[int]:
    """The next keys of a table; nobody else will be given them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [model._meta.db_table, model._meta.pk.column, how_many],
        )
        return [key for (key,) in cursor.fetchall()]


def _give_keys(model: type[models.Model], rows: Sequence[Row]) -> None:
    waiting = [row for row in rows if row.pk is None]
    if not waiting:
        return
    keys = keys_for(model, len(waiting))
    for place, row in zip(count(), waiting):
        row.pk = keys[place]


def _value(field: "models.Field[Any, Any]", row: models.Model) -> Any:
    return field.get_db_prep_save(getattr(row, field.attname), connection)
