"""The rows of the whole city, loaded once by the product and put back by COPY for each later test.

Loading takes a second or more, and dozens of tests begin with it.
"""

from datetime import datetime

from django.db import connection, transaction

from baro.org import api as org

_rows: dict[str, bytes] = {}


@transaction.atomic
def lay_out_city(*, at: datetime) -> None:
    """The whole city in an empty database: as `load_city` makes it, the first time by itself."""
    if org.Unit.objects.exists():
        raise AssertionError("the city is laid out in an empty database only")
    if not _rows:
        before = _filled_tables()
        org.load_city(at=at)
        _rows.update({name: _copied_out(name) for name in _filled_tables() - before})
        return
    with connection.cursor() as cursor:
        # Replica: what was checked when it was loaded is not checked again row by row.
        cursor.execute("SET LOCAL session_replication_role = replica")
        for name, rows in _rows.items():
            with cursor.copy(f'COPY "{name}" FROM STDIN') as copy:
                copy.write(rows)
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('\"{name}\"', 'id'), max(id)) "  # noqa: S608
                f'FROM "{name}"'
            )
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")
        cursor.execute("UPDATE org_unit SET id = id WHERE false")  # begins a new edition


def _filled_tables() -> set[str]:
    with connection.cursor() as cursor:
        names = connection.introspection.table_names(cursor)
        filled = set()
        for name in names:
            cursor.execute(f'SELECT EXISTS (SELECT 1 FROM "{name}")')  # noqa: S608
            if cursor.fetchone()[0]:
                filled.add(name)
    return filled


def _copied_out(name: str) -> bytes:
    with connection.cursor() as cursor, cursor.copy(f'COPY "{name}" TO STDOUT') as copy:
        return b"".join(bytes(part) for part in copy)
