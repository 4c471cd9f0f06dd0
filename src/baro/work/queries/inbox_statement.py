"""Which open items stand in which section of a person's list, in one statement.

"Mine" is what is assigned to me, and what a unit owes for which I act and that it has not passed
on to somebody below. One acts for the units of one's role, not for everything under them: a
chairman's list is not the list of all his divisions.

What many units owe for one word of mine is one line while it waits for them: the collective item.
Its children come to the list one by one when they ask something of me.

Each branch walks one narrow index of open items (`item_indexes`), unit by unit, in the order in
which its rows are shown. It takes the first `reach` of them, and counts no further than `most`: a
body that gave out tens of thousands of items opens its list as fast as a ward. The branches of one
section exclude each other, so that what is counted is counted once. `OFFSET 0` and the sub-selects
in the first lines let one plan serve everybody.
"""

from collections.abc import Iterable

# What one holds oneself, by name or for a unit; it is as much as people can have in hand.
_BY_NAME = """
WITH people AS MATERIALIZED (SELECT unnest((SELECT %(people)s)) AS person),
units AS MATERIALIZED (SELECT unnest((SELECT %(units)s)) AS unit),
issuing AS MATERIALIZED (SELECT unnest((SELECT %(issuing)s)) AS unit),
held AS MATERIALIZED (
  SELECT mine.* FROM people CROSS JOIN LATERAL (
    SELECT id, due_at, state, is_extension_asked, issuer_unit_id FROM work_workitem
    WHERE assignee_id = person AND closed_at IS NULL AND NOT is_collective OFFSET 0) AS mine"""
_BY_UNIT = """
  UNION ALL
  SELECT mine.* FROM units CROSS JOIN LATERAL (
    SELECT id, due_at, state, is_extension_asked, issuer_unit_id FROM work_workitem
    WHERE assigned_unit_id = unit AND closed_at IS NULL AND NOT is_collective
      AND assignee_id IS NULL OFFSET 0) AS mine
  UNION ALL
  SELECT mine.* FROM units CROSS JOIN LATERAL (
    SELECT id, due_at, state, is_extension_asked, issuer_unit_id FROM work_workitem
    WHERE lead_unit_id = unit AND closed_at IS NULL AND NOT is_collective
      AND assignee_id IS NULL AND assigned_unit_id IS NULL OFFSET 0) AS mine"""
# What asks something of the issuer stands there under "waiting", whoever holds it.
_OWN = """
), own AS MATERIALIZED (
  SELECT CASE
    WHEN state IN ('delivered', 'unclear') THEN CASE WHEN is_given THEN NULL ELSE 'others' END
    WHEN due_at < %(at)s THEN 'overdue'
    WHEN due_at <= %(today)s THEN 'today'
    WHEN due_at <= %(week)s THEN 'week'
    WHEN state = 'returned' THEN 'returned'
    WHEN state = 'received' THEN 'later'
    WHEN is_given AND is_extension_asked THEN NULL
    ELSE 'waiting'
  END AS section, id, due_at
  FROM (SELECT *, issuer_unit_id = ANY(%(issuing)s) AS is_given FROM held) AS held"""
# Others lead, my unit still owes its cooperating part.
_PARTS = """
), parts AS MATERIALIZED (
  SELECT DISTINCT found.id, found.due_at
  FROM units CROSS JOIN LATERAL (
    SELECT item_id FROM work_workparty
    WHERE unit_id = unit AND part = 'cooperating' AND done_at IS NULL AND item_closed_at IS NULL
    OFFSET 0) AS party CROSS JOIN LATERAL (
    SELECT id, due_at FROM work_workitem
    WHERE id = party.item_id AND closed_at IS NULL
      AND (is_collective OR issuer_unit_id <> ALL(%(issuing)s)
        OR NOT (state IN ('delivered', 'unclear') OR is_extension_asked))
    OFFSET 0) AS found
  WHERE NOT EXISTS (SELECT FROM own WHERE own.id = found.id AND own.section = 'waiting')"""
_ASKING = """
  FROM issuing CROSS JOIN LATERAL (SELECT id, due_at FROM work_workitem
    WHERE issuer_unit_id = unit AND closed_at IS NULL AND NOT is_collective
      AND (state IN ('delivered', 'unclear') OR is_extension_asked)"""
# Owed by my unit, now in other hands below.
_PASSED_ON = """
  FROM units CROSS JOIN LATERAL (SELECT id, due_at FROM work_workitem
    WHERE lead_unit_id = unit AND closed_at IS NULL AND NOT is_collective
      AND (assignee_id IS NOT NULL OR assigned_unit_id IS NOT NULL)
      AND (assignee_id <> ALL(%(people)s)
        OR (assignee_id IS NULL AND assigned_unit_id <> ALL(%(units)s)))"""
# Given to others, who are at it; the parts of a unit's own work stay, each with its own doer.
_GIVEN = """
  FROM issuing CROSS JOIN LATERAL (SELECT id, due_at FROM work_workitem
    WHERE issuer_unit_id = unit AND closed_at IS NULL
      AND state IN ('issued', 'received', 'returned') AND (parent_id IS NULL OR is_internal)
      AND (is_collective OR NOT is_extension_asked)
      AND (is_collective OR lead_unit_id <> ALL(%(units)s))"""
_BRANCHES = (("waiting", _ASKING), ("others", _PASSED_ON), ("others", _GIVEN))
_FIRST = " ORDER BY due_at, id LIMIT %(reach)s) AS found"
_SOME = " LIMIT %(most)s + 1) AS found"
_PLACED = """
), placed AS (
  SELECT section, id, row_number() OVER (PARTITION BY section ORDER BY due_at, id) AS place
  FROM standing WHERE section IS NOT NULL)"""


def placed(*, acts_for_units: bool) -> str:
    """The common part: `counted` has the sections, `placed` the first items of each in order.

    Most people act for no unit, and need not ask for what units have.
    """
    counts = ["SELECT section, count(*) AS total FROM own GROUP BY section"]
    rows = ["SELECT section, id, due_at FROM own"]
    held = [_BY_NAME, _OWN]
    if acts_for_units:
        held = [_BY_NAME, _BY_UNIT, _OWN, _PARTS]
        counts += ["SELECT 'waiting', count(*) FROM parts", *_branches("count(*)", _SOME)]
        rows += ["SELECT 'waiting', id, due_at FROM parts", *_branches("found.*", _FIRST)]
    parts = (
        *held,
        *("), counted AS (SELECT section, sum(total)::int AS total FROM (", _all_of(counts)),
        *(") AS counts GROUP BY section), standing AS (", _all_of(rows), _PLACED),
    )
    return "".join(parts)


def _branches(shown: str, limited: str) -> list[str]:
    return ["".join(("SELECT '", name, "', ", shown, of, limited)) for name, of in _BRANCHES]


def _all_of(selects: Iterable[str]) -> str:
    return " UNION ALL ".join(selects)
