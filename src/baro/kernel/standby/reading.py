"""One question, one server, one snapshot: the standby where it has caught up, else the primary."""

import logging
import time
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, DatabaseError, InterfaceError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.http import HttpResponse

from baro.kernel.standby import resting

ALIAS = "standby"
HEADER = "X-Baro-Read-From"
T = TypeVar("T")
_log = logging.getLogger(__name__)
_ASKS, _PAUSE = 8, 0.02
# What is committed has been flushed, unless commits do not wait for that.
_WRITTEN = """
    SELECT CASE current_setting('synchronous_commit') WHEN 'off' THEN pg_current_wal_insert_lsn()
           ELSE pg_current_wal_flush_lsn() END::text
"""
_REPLAYED = "SELECT pg_is_in_recovery() AND pg_last_wal_replay_lsn() >= %s::pg_lsn"


def is_configured() -> bool:
    return ALIAS in connections.settings


def reads(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Mark a page that only reads, and much: it may be read from the standby.

    Who asks is known from the primary, where sessions and accounts are.
    """

    @wraps(view)
    def wrapped(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return view(request, *args, **kwargs)

        def show() -> HttpResponse:
            response = view(request, *args, **kwargs)
            if connections[DEFAULT_DB_ALIAS].alias == ALIAS:
                response[HEADER] = ALIAS
            return response

        return read(show)

    return wrapped


def read(ask: Callable[[], T]) -> T:
    """Ask the standby when it knows all that was committed up to now, else the primary.

    Either way all of the question sees one state, so that its numbers agree with its rows whatever
    others write meanwhile. Should the standby fail, the primary is asked again from the beginning:
    `ask` must bear that, and write nothing to the database.
    """
    standby = _caught_up()
    if standby is None:
        return _in_one_state(ask)
    primary = connections[DEFAULT_DB_ALIAS]
    # Whatever `ask` does with the database, by QuerySet or by cursor, it does on this one.
    connections[DEFAULT_DB_ALIAS] = standby
    try:
        return _in_one_state(ask)
    except (DatabaseError, InterfaceError) as error:
        _log.warning("Bản sao đọc bỏ dở, đọc lại từ máy chính: %s", error)
        resting.rest()
    finally:
        connections[DEFAULT_DB_ALIAS] = primary
    return _in_one_state(ask)


def _in_one_state(ask: Callable[[], T]) -> T:
    """In a snapshot of its own; within an operation the question belongs to that one's."""
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.in_atomic_block:
        return ask()
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        return ask()


def _caught_up() -> BaseDatabaseWrapper | None:
    """The standby, once it has replayed what the primary had written when this was asked."""
    if not is_configured() or resting.is_resting():
        return None
    primary = connections[DEFAULT_DB_ALIAS]
    if primary.alias == ALIAS:  # within `read` already
        return None
    with primary.cursor() as cursor:
        cursor.execute(_WRITTEN)
        [written] = cursor.fetchone()
    standby = connections[ALIAS]
    try:
        for _ in range(_ASKS):
            if _has_replayed(standby, written):
                return standby
            time.sleep(_PAUSE)
    except (DatabaseError, InterfaceError) as error:
        _log.warning("Bản sao đọc không trả lời, đọc từ máy chính: %s", error)
        resting.rest()
    return None


def _has_replayed(standby: BaseDatabaseWrapper, written: str) -> bool:
    """False also for a server that is no standby: after a failover it may have its own history."""
    with standby.cursor() as cursor:
        cursor.execute(_REPLAYED, [written])
        [has_replayed] = cursor.fetchone()
    return bool(has_replayed)
