"""Which open items stand in which section of a person's list, in one statement.

"Mine" is what is assigned to me, and what a unit owes for which I act and that it has not passed
on to somebody below. One acts for the units of one's role, not for everything under them: a
chairman's list is not the list of all his divisions.

What many units owe for one word of mine is one line while it waits for them: the collective item.
Its children come to the list one by one when they ask something of me.

Each branch walks one narrow index of open items (`WorkItem.Meta.indexes`) and stops after `most`,
so that a body which gave out tens of thousands of items opens its list as fast as a ward. The
branches of one section exclude each other: what is counted is counted once. `OFFSET 0` keeps the
planner from turning a few looks by key into a walk through the table.
"""

# What one holds oneself, by name or for a unit; it is as much as people can have in hand.
_HELD_FACTS = """
  SELECT id, due_at, state, issuer_unit_id = ANY(%(issuing)s) AS is_given, is_extension_asked
  FROM work_workitem WHERE closed_at IS NULL AND NOT is_collective"""
_BY_NAME = (_HELD_FACTS, " AND assignee_id = ANY(%(people)s)")
_BY_UNIT = (
    " UNION ALL ",
    _HELD_FACTS,
    " AND assignee_id IS NULL AND assigned_unit_id = ANY(%(units)s)",
    " UNION ALL ",
    _HELD_FACTS,
    " AND assignee_id IS NULL AND assigned_unit_id IS NULL AND lead_unit_id = ANY(%(units)s)",
)

# What asks something of the issuer stands there under "waiting", whoever holds it.
_OWN_SECTIONS = """
  SELECT CASE
    WHEN state IN ('delivered', 'unclear') THEN CASE WHEN is_given THEN NULL ELSE 'others' END
    WHEN due_at < %(at)s THEN 'overdue'
    WHEN due_at <= %(today)s THEN 'today'
    WHEN due_at <= %(week)s THEN 'week'
    WHEN state = 'returned' THEN 'returned'
    WHEN state = 'received' THEN 'later'
    WHEN is_given AND is_extension_asked THEN NULL
    ELSE 'waiting'
  END AS section, id, due_at FROM held"""

_ASKING_THE_ISSUER = """
  SELECT 'waiting', found.* FROM unnest(%(issuing)s) AS unit CROSS JOIN LATERAL (
    SELECT id, due_at FROM work_workitem
    WHERE issuer_unit_id = unit AND closed_at IS NULL AND NOT is_collective
      AND (state IN ('delivered', 'unclear') OR is_extension_asked)
    ORDER BY due_at, id LIMIT %(most)s + 1) AS found"""
# Others lead, my unit still owes its cooperating part.
_OWED_PARTS = """
  SELECT DISTINCT 'waiting', found.* FROM work_workparty AS party CROSS JOIN LATERAL (
    SELECT id, due_at FROM work_workitem
    WHERE id = party.item_id AND closed_at IS NULL
      AND (is_collective OR issuer_unit_id <> ALL(%(issuing)s)
        OR NOT (state IN ('delivered', 'unclear') OR is_extension_asked))
    OFFSET 0) AS found
  WHERE party.unit_id = ANY(%(units)s) AND party.part = 'cooperating' AND party.done_at IS NULL
    AND NOT EXISTS (SELECT FROM held WHERE held.id = found.id AND held.state = 'issued'
      AND (held.due_at > %(week)s OR held.due_at IS NULL))"""
# Owed by my unit, now in other hands below.
_PASSED_ON = """
  SELECT 'others', found.* FROM unnest(%(units)s) AS unit CROSS JOIN LATERAL (
    SELECT id, due_at FROM work_workitem
    WHERE lead_unit_id = unit AND closed_at IS NULL AND NOT is_collective
      AND (assignee_id <> ALL(%(people)s)
        OR (assignee_id IS NULL AND assigned_unit_id <> ALL(%(units)s)))
    ORDER BY due_at, id LIMIT %(most)s + 1) AS found"""
# Given to others, who are at it; the parts of a unit's own work stay, each with its own doer.
_GIVEN = """
  SELECT 'others', found.* FROM unnest(%(issuing)s) AS unit CROSS JOIN LATERAL (
    SELECT id, due_at FROM work_workitem
    WHERE issuer_unit_id = unit AND closed_at IS NULL
      AND state IN ('issued', 'received', 'returned') AND (parent_id IS NULL OR is_internal)
      AND (is_collective OR NOT is_extension_asked)
      AND (is_collective OR lead_unit_id <> ALL(%(units)s))
    ORDER BY due_at, id LIMIT %(most)s + 1) AS found"""


def placed(*, acts_for_units: bool) -> str:
    """The common part: each item with its section, its place there and how many stand there.

    Most people act for no unit, and need not ask for what units have.
    """
    held = (*_BY_NAME, *_BY_UNIT) if acts_for_units else _BY_NAME
    branches = [_OWN_SECTIONS]
    if acts_for_units:
        branches += [_ASKING_THE_ISSUER, _OWED_PARTS, _PASSED_ON, _GIVEN]
    standing = " UNION ALL ".join(branches)
    return "".join(
        ("WITH held AS MATERIALIZED (", *held, "), standing AS (", standing, "), ", _PLACED)
    )


_PLACED = """placed AS (
  SELECT section, id, count(*) OVER (PARTITION BY section) AS total,
    row_number() OVER (PARTITION BY section ORDER BY due_at, id) AS place
  FROM standing WHERE section IS NOT NULL)"""
