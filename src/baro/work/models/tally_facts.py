"""What a row of the ledger is counted as, in SQL: said once for triggers, readers and a recount.

Only what does not depend on the moment stands here. An item whose clock is still running is
`clock`; whether it is overdue is for the reader, who knows what time it is.
"""

import pgtrigger

# The kinds that add up to the total; the cell of each is in `queries/tallies/counts.py`.
DATED = ("on_time", "late", "paused", "handed_in_time", "handed_late", "clock")
KINDS = (*DATED, "undated", "undated_done")

ZONE = "Asia/Ho_Chi_Minh"
# Whose rows stand for the whole city.
CITY = 0

COUNTED = "NOT item.is_collective AND item.state NOT IN ('withdrawn', 'replaced')"
ON_THE_CLOCK = (
    f"{COUNTED} AND item.closed_at IS NULL AND item.due_at IS NOT NULL"
    " AND item.delivered_at IS NULL AND NOT item.is_paused"
)
# In the order of the columns of a slip; the same judgement as `cells.cell_of`.
COLUMNS = (
    *("lead_unit_id", "post_id", "document_id", "is_internal"),
    *("kind", "due_day", "updated_hour"),
)
FACTS = f"""
    item.lead_unit_id,
    coalesce(item.accountable_post_id, 0) AS post_id,
    coalesce(item.source_document_id, 0) AS document_id,
    item.is_internal,
    CASE
        WHEN item.due_at IS NULL AND item.state = 'done' THEN 'undated_done'
        WHEN item.due_at IS NULL THEN 'undated'
        WHEN item.state = 'done' AND item.delivered_at <= item.due_at THEN 'on_time'
        WHEN item.state = 'done' THEN 'late'
        WHEN item.is_paused THEN 'paused'
        WHEN item.delivered_at IS NULL THEN 'clock'
        WHEN item.delivered_at <= item.due_at THEN 'handed_in_time'
        ELSE 'handed_late'
    END AS kind,
    (item.due_at AT TIME ZONE '{ZONE}')::date AS due_day,
    CASE WHEN item.closed_at IS NULL THEN date_trunc('hour', item.last_update_at, 'UTC') END
        AS updated_hour
"""


def _slips_of(*changes: tuple[str, int]) -> str:
    """The statement that writes slips for the rows of transition tables, each with its sign."""
    columns = ", ".join(COLUMNS)
    rows = " UNION ALL ".join(
        f"SELECT {FACTS}, {sign} AS count FROM {table} item WHERE {COUNTED}"  # noqa: S608
        for table, sign in changes
    )
    return f"""
        INSERT INTO work_tallyslip ({columns}, count)
        SELECT {columns}, sum(count) FROM ({rows}) AS changed
        GROUP BY {columns} HAVING sum(count) <> 0;
        RETURN NULL;
    """  # noqa: S608 - made of constants


def _tallied(operation: pgtrigger.Operation, **rows: tuple[str, int]) -> pgtrigger.Trigger:
    """Slips for what one statement changed; `old` and `new` name its rows and their sign."""
    names = {when: table for when, (table, _) in rows.items()}
    return pgtrigger.Trigger(
        name=f"tallied_{str(operation).lower()}",
        operation=operation,
        when=pgtrigger.After,
        level=pgtrigger.Statement,
        referencing=pgtrigger.Referencing(**names),  # type: ignore[no-untyped-call]
        func=_slips_of(*rows.values()),
    )


TRIGGERS = [
    _tallied(pgtrigger.Insert, new=("new_items", 1)),
    _tallied(pgtrigger.Update, old=("old_items", -1), new=("new_items", 1)),
    _tallied(pgtrigger.Delete, old=("old_items", -1)),
]
