"""The application with the number of its queries in a header; served to be counted, never timed.

Counted where Django hands a statement to the driver, prepared or not, so that nothing the page
asks can be left out; BEGIN, COMMIT and savepoints are not questions and are not counted.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import connection

from baro.config.wsgi import application as plain

HEADER = "X-Baro-Queries"


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    asked = 0

    def count(execute: Callable[..., Any], *call: Any) -> Any:
        nonlocal asked
        asked += 1
        return execute(*call)

    def start(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:
        return start_response(status, [*headers, (HEADER, str(asked))], *error)

    with connection.execute_wrapper(count):
        return plain(environ, start)
