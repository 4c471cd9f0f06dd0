"""The server ends a connection in the middle of things, as it does when it dies."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import connection


@contextmanager
def cut_before(statement: str) -> Iterator[None]:
    """The server ends this connection just before the first such statement."""
    done: list[str] = []

    def cut(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if statement in sql and not done:
            done.append(sql)
            _end_backend()
        return execute(sql, *rest)

    with connection.execute_wrapper(cut):
        try:
            yield
        finally:
            assert done, f"there was no {statement}"


def _end_backend() -> None:
    own = connection.connection.info
    with psycopg.connect(
        host=own.host, port=own.port, user=own.user, dbname=own.dbname, autocommit=True
    ) as other:
        ended = other.execute("SELECT pg_terminate_backend(%s, 5000)", [own.backend_pid])
        assert ended.fetchone() == (True,)
