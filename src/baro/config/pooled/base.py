"""Connections from a pool, none of which the last restart of the database has cut.

The pool of psycopg can ask each connection whether it still lives. That costs a round trip, and
after each dead one it waits twice as long: with four of them longer than a reader is made to wait.
A server that ends closes its sockets, and a closed socket is seen without asking.
"""

from select import POLLIN, poll
from typing import Any

from django.db.backends.postgresql import base
from psycopg import Connection


class DatabaseWrapper(base.DatabaseWrapper):
    def get_new_connection(self, conn_params: dict[str, Any]) -> Connection[Any]:
        """One that is whole, while there is a server; where one is cut, all are made anew.

        Raises `psycopg_pool.PoolTimeout` where the server does not come back in time.
        """
        connection: Connection[Any] = super().get_new_connection(conn_params)
        if self.pool and _is_cut(connection):
            self.pool.drain()
            self.pool.putconn(connection)
            connection = super().get_new_connection(conn_params)
        return connection


def _is_cut(connection: Connection[Any]) -> bool:
    """Nobody asked anything: what can be read is the end, or the server's last words."""
    watch = poll()
    watch.register(connection.fileno(), POLLIN)
    return bool(watch.poll(0))
