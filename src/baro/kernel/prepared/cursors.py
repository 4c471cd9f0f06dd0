"""A cursor that binds on the server, on Django's own connection and in its transaction."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import connection
from django.db.backends.utils import CursorWrapper

# Django's own cursors put values into the text, so that no two statements are alike. The others
# are prepared when they come for the second time; most come again at once.
_THRESHOLD = 1


class _Cursor(psycopg.Cursor[Any]):
    """Knows what it executed also where that was prepared: captures of statements ask for it."""

    def _send_query_prepared(self, name: bytes, pgq: Any, *, binary: bool | None = None) -> None:
        self._query = pgq
        super()._send_query_prepared(name, pgq, binary=binary)


@contextmanager
def server_cursor() -> Iterator[CursorWrapper]:
    connection.ensure_connection()
    raw = connection.connection
    if raw.prepare_threshold is None:
        raw.prepare_threshold = _THRESHOLD
    # Wrapped like every other, so that captures, counts and guards see these statements too.
    wrap: Callable[[Any], CursorWrapper] = connection._prepare_cursor  # type: ignore[attr-defined]
    with wrap(_Cursor(raw)) as cursor:
        yield cursor


def run(sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[tuple[Any, ...]]:
    """Execute one statement, prepared; its rows, or none where it returns none."""
    with server_cursor() as cursor:
        named = isinstance(parameters, Mapping)
        cursor.execute(sql, parameters if named else tuple(parameters))
        return cursor.fetchall() if cursor.description else []
