"""What the same rows cost by prepared statements over the socket, without any Ba Rõ."""

from collections.abc import Callable, Sequence
from typing import Any

import psycopg

ROW = """
    SELECT w.id, w.number, w.title, w.state, w.due_at, l.short_name, i.short_name
    FROM work_workitem w
    JOIN org_unit l ON l.id = w.lead_unit_id JOIN org_unit i ON i.id = w.issuer_unit_id
"""
COUNTED = "NOT w.is_collective AND w.state NOT IN ('withdrawn', 'replaced')"
OVERDUE = (
    f"{COUNTED} AND w.closed_at IS NULL AND NOT w.is_paused "
    "AND w.due_at < coalesce(w.delivered_at, %(at)s)"
)
BEFORE_PAGE = (
    f"SELECT w.due_at, w.id FROM work_workitem w WHERE {OVERDUE} "  # noqa: S608
    "ORDER BY w.due_at, w.id OFFSET %(before)s LIMIT 1"
)
CITY = f"""
    SELECT w.lead_unit_id,
           count(*) FILTER (WHERE w.state = 'done' AND w.delivered_at <= w.due_at),
           count(*) FILTER (WHERE w.state = 'done' AND w.delivered_at > w.due_at),
           count(*) FILTER (WHERE w.closed_at IS NULL AND w.due_at >= %(at)s),
           count(*) FILTER (WHERE w.closed_at IS NULL AND w.due_at < %(at)s)
    FROM work_workitem w WHERE {COUNTED} AND NOT w.is_internal GROUP BY 1
"""  # noqa: S608
TASK = (
    "SELECT * FROM tasks_task t JOIN work_workitem w ON w.id = t.item_id WHERE t.item_id = %(pk)s",
    "SELECT * FROM work_workparty WHERE item_id = %(pk)s",
    "SELECT * FROM tasks_delivery WHERE task_id = %(pk)s",
    "SELECT * FROM tasks_progressnote WHERE task_id = %(pk)s",
    "SELECT * FROM kernel_auditevent WHERE target_type = 'tasks.task' AND target_id = %(pk)s",
)
# The rows of one task given, and of one taken into hand, in tables that look like the real ones.
_COPIES = {
    "work_workitem": ("item", "id"),
    "tasks_task": ("task", "item_id"),
    "work_workparty": ("party", "item_id"),
    "kernel_auditevent": ("event", "target_id"),
}
GIVE = tuple(
    f"INSERT INTO bench_floor.{table} SELECT (r).* FROM (SELECT t AS r FROM {table} t "  # noqa: S608
    f"WHERE {key} = ANY (%(keys)s)) rows"
    for table, (_, key) in _COPIES.items()
)
TAKE = (
    """UPDATE bench_floor.work_workitem SET state = 'received', last_update_at = now()
       WHERE id = (SELECT max(id) FROM bench_floor.work_workitem)""",
    """INSERT INTO bench_floor.kernel_auditevent SELECT * FROM kernel_auditevent
       WHERE id = (SELECT max(id) FROM kernel_auditevent)""",
)


class Floor:
    """One connection that stays open, as that of a web process does."""

    def __init__(self, address: str) -> None:
        self._connection = psycopg.connect(address, autocommit=True)

    def rows(self, statements: str | Sequence[str], **values: Any) -> Callable[[], int]:
        """Fetch every row of the statements; says how many the first one had."""
        wanted = [statements] if isinstance(statements, str) else list(statements)

        def run() -> int:
            counts = [self._fetched(statement, values) for statement in wanted]
            return counts[0]

        return run

    def writes(self, statements: Sequence[str], **values: Any) -> Callable[[], int]:
        """Run the statements in one transaction, committed to disk."""

        def run() -> int:
            with self._connection.transaction(), self._connection.cursor() as cursor:
                for statement in statements:
                    cursor.execute(statement, values, prepare=True)
            return 0

        return run

    def one(self, statement: str, **values: Any) -> Any:
        found = self._connection.execute(statement, values).fetchone()
        return found[0] if found and len(found) == 1 else found

    def make_copies(self) -> None:
        self._connection.execute("DROP SCHEMA IF EXISTS bench_floor CASCADE")
        self._connection.execute("CREATE SCHEMA bench_floor")
        for table in _COPIES:
            self._connection.execute(f"CREATE TABLE bench_floor.{table} (LIKE {table})")

    def drop_copies(self) -> None:
        self._connection.execute("DROP SCHEMA IF EXISTS bench_floor CASCADE")

    def _fetched(self, statement: str, values: dict[str, Any]) -> int:
        with self._connection.cursor() as cursor:
            cursor.execute(statement, values, prepare=True)
            return len(cursor.fetchall())
