"""Items as rows show them: only the columns that are shown, by one statement for all rows."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from psycopg.types.numeric import Int8

from baro.kernel import prepared
from baro.work.states import State


class Place(NamedTuple):
    """A unit as a row names it, and as rights are asked of it."""

    pk: int
    path: str
    short_name: str


class Line(NamedTuple):
    """One item of the ledger, to be read and not changed; it answers as a `WorkItem` does.

    `children_total` and `children_done` are known of a collective item alone.
    """

    pk: int
    kind: str
    number: str
    title: str
    state: str
    is_collective: bool
    is_paused: bool
    is_extension_asked: bool
    issued_at: datetime
    due_at: datetime | None
    delivered_at: datetime | None
    closed_at: datetime | None
    issuer_unit: Place
    lead_unit: Place
    assigned_unit: Place | None
    assignee_id: int | None
    assignee: str | None
    children_total: int | None
    children_done: int | None
    owes_part: bool
    may_finish_part: bool

    @property
    def is_delivered(self) -> bool:
        return self.state == State.DELIVERED

    @property
    def is_unclear(self) -> bool:
        return self.state == State.UNCLEAR

    def get_state_display(self) -> str:
        return STATE_LABELS[self.state]


STATE_LABELS: Mapping[str, str] = {state.value: str(state.label) for state in State}

# The item of key `placed.id`, each of its parts by key; `OFFSET 0` as in `inbox_statement`.
COLUMNS = """
  item.id, item.kind, item.number, item.title, item.state, item.is_collective, item.is_paused,
  item.is_extension_asked, item.issued_at, item.due_at, item.delivered_at, item.closed_at,
  item.issuer_unit_id, issuer.path, issuer.short_name,
  item.lead_unit_id, lead.path, lead.short_name,
  item.assigned_unit_id, holder.path, holder.short_name, item.assignee_id, doer.full_name,
  children.total, children.done, coalesce(parts.owed, false), coalesce(parts.mine, false)"""
JOINS = """
  CROSS JOIN LATERAL (SELECT * FROM work_workitem WHERE id = placed.id OFFSET 0) AS item
  CROSS JOIN LATERAL (
    SELECT short_name, path FROM org_unit WHERE id = item.issuer_unit_id OFFSET 0) AS issuer
  CROSS JOIN LATERAL (
    SELECT short_name, path FROM org_unit WHERE id = item.lead_unit_id OFFSET 0) AS lead
  LEFT JOIN LATERAL (
    SELECT short_name, path FROM org_unit WHERE id = item.assigned_unit_id OFFSET 0
  ) AS holder ON true
  LEFT JOIN LATERAL (
    SELECT full_name FROM org_person WHERE id = item.assignee_id OFFSET 0) AS doer ON true
  LEFT JOIN LATERAL (
    SELECT count(*) AS total, count(*) FILTER (WHERE state = 'done') AS done FROM work_workitem
    WHERE item.is_collective AND parent_id = item.id AND NOT is_collective
      AND state NOT IN ('withdrawn', 'replaced')
  ) AS children ON item.is_collective
  LEFT JOIN LATERAL (
    SELECT bool_or(unit_id = ANY(%(units)s)) AS owed, bool_or(unit_id = ANY(%(finishing)s)) AS mine
    FROM work_workparty WHERE item_id = item.id AND part = 'cooperating' AND done_at IS NULL
  ) AS parts ON true"""


def lines_of(keys: Iterable[int]) -> list[Line]:
    """The items of these keys in this order; not narrowed to what somebody may see."""
    nothing = [Int8(0)]
    values = {"keys": [Int8(key) for key in keys], "units": nothing, "finishing": nothing}
    return [line_of(row) for row in prepared.run(_BY_KEYS, values)] if values["keys"] else []


def line_of(row: Sequence[Any]) -> Line:
    """From the values of `COLUMNS`."""
    holder = Place(row[18], row[19], row[20]) if row[18] is not None else None
    places = Place(row[12], row[13], row[14]), Place(row[15], row[16], row[17]), holder
    return Line._make((*row[:12], *places, *row[21:]))


_BY_KEYS = "".join(
    (
        "SELECT ",
        COLUMNS,
        " FROM unnest(%(keys)s) WITH ORDINALITY AS placed (id, place) ",
        JOINS,
        " ORDER BY placed.place",
    )
)
