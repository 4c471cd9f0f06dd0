"""A cursor that binds on the server, on Django's own connection and in its transaction."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import psycopg
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.utils import CursorWrapper

# Django's own cursors put values into the text, so that no two statements are alike. The others
# are prepared when they come for the second time; most come again at once.
_THRESHOLD = 1


class _Cursor(psycopg.Cursor[Any]):
    """Knows what it executed also where that was prepared: captures of statements ask for it."""

    def _send_query_prepared(self, name: bytes, pgq: Any, *, binary: bool | None = None) -> None:
        self._query = pgq
        super()._send_query_prepared(name, pgq, binary=binary)


def executed(sql: str, parameters: Sequence[Any] | Mapping[str, Any]) -> CursorWrapper:
    """The cursor after the statement: the one of its connection, so read it before the next."""
    connection = connections[DEFAULT_DB_ALIAS]
    connection.ensure_connection()
    # Wrapped like every other, so that captures, counts and guards see these statements too.
    wrap: Callable[[Any], CursorWrapper] = connection._prepare_cursor  # type: ignore[attr-defined]
    cursor = wrap(_cursor_of(connection.connection))
    cursor.execute(sql, parameters if isinstance(parameters, Mapping) else tuple(parameters))
    return cursor


def run(sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[tuple[Any, ...]]:
    """Execute one statement, prepared; its rows, or none where it returns none."""
    cursor = executed(sql, parameters)
    return cursor.fetchall() if cursor.description else []


def _cursor_of(raw: Any) -> _Cursor:
    """Made once for each connection; making one costs a quarter of a short statement."""
    known: _Cursor | None = getattr(raw, "baro_cursor", None)
    if known is None:
        if raw.prepare_threshold is None:
            raw.prepare_threshold = _THRESHOLD
        known = raw.baro_cursor = _Cursor(raw)
    return known
