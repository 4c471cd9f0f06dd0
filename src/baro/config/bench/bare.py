"""The least that this stack can do: one row by one prepared statement, served as pages are."""

import os
from collections.abc import Callable, Iterable
from threading import local
from typing import Any

import psycopg

_kept = local()
ONE_ROW = (
    "SELECT id, number, title FROM work_workitem WHERE id = (SELECT max(id) FROM work_workitem)"
)


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    row = _connection().execute(ONE_ROW, prepare=True).fetchone()
    start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
    return [str(row).encode()]


def _connection() -> "psycopg.Connection[Any]":
    if not hasattr(_kept, "connection"):
        address = os.environ["BARO_BENCH_DATABASE"]
        _kept.connection = psycopg.connect(address, autocommit=True)
    return _kept.connection  # type: ignore[no-any-return]
