"""Who asks after a restart of the database gets a whole connection, however many were cut."""

from collections.abc import Iterator

import pytest
from django.db import connection

from baro.config.home import pool_settings
from baro.config.pooled.base import DatabaseWrapper

pytestmark = pytest.mark.django_db


@pytest.fixture
def threads() -> Iterator[list[DatabaseWrapper]]:
    """As many as share one pool at most, each with a connection of its own."""
    pool = pool_settings()
    settings = {**connection.settings_dict, "OPTIONS": {"pool": pool}}
    found = [DatabaseWrapper(settings, alias="default") for _ in range(pool["max_size"])]
    try:
        for thread in found:
            thread.ensure_connection()
        yield found
    finally:
        for thread in found:
            thread.close()
        found[0].close_pool()


def test_whatever_was_cut_is_made_anew_for_the_first_who_asks(
    threads: list[DatabaseWrapper],
) -> None:
    before = {_backend(thread) for thread in threads}
    for thread in threads:
        thread.close()
    _cut(before)

    after = {_backend(thread) for thread in threads}

    assert len(after) == len(threads)
    assert not after & before


def test_what_was_not_cut_is_handed_out_again(threads: list[DatabaseWrapper]) -> None:
    before = {_backend(thread) for thread in threads}
    for thread in threads:
        thread.close()

    assert {_backend(thread) for thread in threads} == before


def _backend(thread: DatabaseWrapper) -> int:
    with thread.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
        return int(pid)


def _cut(backends: set[int]) -> None:
    """And wait for each until it has ended."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT bool_and(pg_terminate_backend(pid, 10000)) FROM unnest(%s) AS pid",
            [list(backends)],
        )
        assert cursor.fetchone() == (True,)
