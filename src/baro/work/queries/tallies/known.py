"""What the sums and the slips say, in one statement and so as at one moment.

`overdue` is kept as past up to the horizon; what fell due since, up to the moment that is asked
for, is read from the ledger by the index of running items, and taken away again where the moment
lies before the horizon. So the answer holds for any moment, whenever the last fold was (ADR 23).
"""

from dataclasses import dataclass
from functools import cache

from baro.work.models.tally_facts import COUNTED, DATED, FACTS, KINDS, ON_THE_CLOCK, ZONE
from baro.work.models.tally_sheets import HORIZON

COLUMNS = (*KINDS, "overdue", "fresh")
SUMS = ", ".join(f"coalesce(sum({column}), 0)::int AS {column}" for column in COLUMNS)
OF_SUMS = f"{', '.join(KINDS)}, past AS overdue, 0 AS fresh"
OF_SLIPS = ", ".join(f"(kind = '{kind}')::int * count AS {kind}" for kind in KINDS)
_OF_NONE = ", ".join(f"0 AS {kind}" for kind in KINDS)
_OF_DATED = ", ".join((*DATED, *(f"0 AS {kind}" for kind in KINDS if kind not in DATED)))
_KEYS = "lead_unit_id, post_id, document_id, is_internal, due_day"
# In the place of these where only the whole is asked for.
_NO_KEYS = "0::bigint, 0::bigint, 0::bigint, false, NULL::date"
# As an array they are sorted and looked up once, many of them on one page of the index; joined,
# each would cost a way of its own through it.
_OF_PARTS_AND_HANDS = """
    SELECT item_id FROM work_workparty
    WHERE unit_id = ANY (%(reach)s::bigint[])
        AND part = ANY ('{cooperating,issuer,inspector,watcher}')
    UNION ALL SELECT id FROM work_workitem
    WHERE assigned_unit_id = ANY (%(reach)s::bigint[])
        AND NOT lead_unit_id = ANY (%(reach)s::bigint[])
    UNION ALL SELECT id FROM work_workitem
    WHERE assignee_id = ANY (%(people)s::bigint[]) AND closed_at IS NULL
    UNION ALL SELECT id FROM work_workitem
    WHERE assignee_id = ANY (%(people)s::bigint[]) AND closed_at IS NOT NULL
"""


@dataclass(frozen=True)
class Asked:
    """Which conditions a statement has; their values are its parameters.

    `units`: of these lead units; `also`: and of others, where a reader's units have a part;
    `post`: of one accountable post; `level`: inside of bodies or between them.
    """

    units: bool = False
    also: bool = False
    post: bool = False
    level: bool = True

    @property
    def narrow(self) -> str:
        units = ["lead_unit_id = ANY (%(units)s::bigint[])"] if self.units else []
        return " AND ".join((*units, self.of))

    @property
    def of(self) -> str:
        """Whoever leads."""
        conditions = [
            *(["post_id = %(post)s"] if self.post else []),
            *(["is_internal = %(is_internal)s"] if self.level else []),
        ]
        return " AND ".join(conditions or ["true"])


@cache
def loose(asked: Asked, *, is_whole: bool = False) -> str:
    """The beginning of a statement: `horizon`, and as `loose` what the sums do not hold.

    Where only the whole is asked for, what is seen of others need not be told apart by its keys.
    """
    keys = _NO_KEYS if is_whole else _KEYS
    return f"""
        WITH horizon AS MATERIALIZED (
            SELECT day, (day + 1)::timestamp AT TIME ZONE '{ZONE}' AS ends
            FROM (SELECT {HORIZON} AS day) AS kept
        ), {_also_seen(asked, is_whole=is_whole)} loose AS MATERIALIZED (
            SELECT {_KEYS}, {OF_SLIPS},
                CASE WHEN kind = 'clock' AND due_day <= (SELECT day FROM horizon) THEN count
                    ELSE 0 END AS overdue, 0 AS fresh
            FROM work_tallyslip WHERE {asked.narrow}
            UNION ALL
            SELECT {_KEYS}, {_OF_NONE}, CASE WHEN due_at < %(at)s THEN 1 ELSE -1 END, 0
            FROM (
                SELECT {FACTS}, item.due_at FROM work_workitem item
                WHERE {ON_THE_CLOCK}
                    AND item.due_at >= least(%(at)s, (SELECT ends FROM horizon))
                    AND item.due_at < greatest(%(at)s, (SELECT ends FROM horizon))
            ) AS since WHERE {asked.narrow}
            {f"UNION ALL SELECT {keys}, {', '.join(COLUMNS)} FROM seen" if asked.also else ""}
        )
    """  # noqa: S608


def _also_seen(asked: Asked, *, is_whole: bool) -> str:
    """What others lead and the reader may see nevertheless: it is found by parts and hands."""
    if not asked.also:
        return ""
    return f"""
        seen AS MATERIALIZED (
            SELECT {"" if is_whole else f"{_KEYS}, "}{OF_SLIPS},
                (kind = 'clock' AND is_late)::int * count AS overdue, is_fresh::int * count AS fresh
            FROM (
                SELECT {"" if is_whole else f"{_KEYS}, "}kind, due_at < %(at)s AS is_late,
                    updated_hour IS NOT NULL AND last_update_at >= %(fresh_since)s AS is_fresh,
                    {"count(*)::int" if is_whole else "1"} AS count
                FROM (
                    SELECT {FACTS}, item.due_at, item.last_update_at FROM work_workitem item
                    WHERE item.id = ANY (ARRAY({_OF_PARTS_AND_HANDS})) AND {COUNTED}
                        AND NOT item.lead_unit_id = ANY (%(reach)s::bigint[])
                ) AS found
                WHERE {asked.of}
                    AND (%(within)s::bigint[] IS NULL OR lead_unit_id = ANY (%(within)s::bigint[]))
                {"GROUP BY kind, is_late, is_fresh" if is_whole else ""}
            ) AS rows
        ),
    """  # noqa: S608


@cache
def whole(asked: Asked) -> str:
    """One row: everything that is asked for, added up."""
    return f"""
        {loose(asked, is_whole=True)}
        SELECT {SUMS} FROM (
            SELECT {OF_SUMS} FROM work_unittally WHERE {asked.narrow}
            UNION ALL SELECT {", ".join(COLUMNS)} FROM loose
        ) AS parts
    """  # noqa: S608


@cache
def figures(asked: Asked) -> str:
    """Rows of a section, a key and the columns: everything that a page of figures shows."""
    unit = "lead_unit_id = ANY (%(units)s::bigint[])" if asked.units else "lead_unit_id = 0"
    return f"""
        {loose(asked)}, units AS MATERIALIZED (
            SELECT lead_unit_id, post_id, {SUMS} FROM (
                SELECT lead_unit_id, post_id, {OF_SUMS} FROM work_unittally WHERE {asked.narrow}
                UNION ALL SELECT lead_unit_id, post_id, {", ".join(COLUMNS)} FROM loose
            ) AS parts GROUP BY 1, 2
        ), placed AS MATERIALIZED (
            SELECT units.*, place.commune_id
            FROM units JOIN org_unit place ON place.id = units.lead_unit_id
        ), days AS (
            SELECT day, {_OF_DATED},
                CASE WHEN day <= (SELECT day FROM horizon) THEN clock ELSE 0 END AS overdue,
                0 AS fresh
            FROM work_duedaytally
            WHERE {unit} AND NOT is_internal AND day BETWEEN %(first)s AND %(last)s
            UNION ALL SELECT due_day, {", ".join(COLUMNS)} FROM loose
            WHERE due_day BETWEEN %(first)s AND %(last)s
        ), {
        _WORST_IN_UNITS.format(seen=_SEEN_LATE if asked.also else "")
        if asked.units
        else _WORST_IN_CITY
    }
        SELECT 'whole' AS section, 0::bigint AS key, {SUMS} FROM units
        UNION ALL SELECT 'commune', commune_id, {SUMS} FROM placed
            WHERE commune_id IS NOT NULL GROUP BY 2
        UNION ALL SELECT 'body', lead_unit_id, {SUMS} FROM placed
            WHERE commune_id IS NULL GROUP BY 2
        UNION ALL (
            SELECT 'post', post_id, {SUMS} FROM units WHERE post_id <> 0 GROUP BY 2
            HAVING sum(overdue + handed_late) > 0
            ORDER BY sum(overdue + handed_late) DESC, post_id LIMIT %(most)s
        )
        UNION ALL SELECT 'week', (day - %(first)s::date) / 7, {SUMS} FROM days GROUP BY 2
        UNION ALL SELECT 'source', document_id, {SUMS} FROM (
            {_OF_WORST_IN_UNITS if asked.units else _OF_WORST_IN_CITY}
            {
        _OF_WORST_LOOSE.format(table="seen" if asked.units else "loose")
        if asked.also or not asked.units
        else ""
    }
        ) AS parts GROUP BY 2
        UNION ALL SELECT 'fresh', {_FRESH_IN_UNITS if asked.units else _FRESH_IN_CITY}, {_NAUGHT}
    """  # noqa: S608


_NAUGHT = ", ".join("0" for _ in COLUMNS)
_FRESH_IN_CITY = f"""
    (
        SELECT coalesce(sum(running), 0)::int FROM work_updatehourtally
        WHERE NOT is_internal AND hour > %(fresh_since)s
    ) + (
        SELECT coalesce(sum(count), 0)::int FROM work_tallyslip
        WHERE NOT is_internal AND updated_hour > %(fresh_since)s
    ) + (
        SELECT count(*) FROM work_workitem item
        WHERE {COUNTED} AND NOT item.is_internal AND item.closed_at IS NULL
            AND item.last_update_at >= %(fresh_since)s
            AND item.last_update_at < %(fresh_hour)s
    )
"""  # noqa: S608
_FRESH_IN_UNITS = f"""
    (
        SELECT count(*) FROM work_workitem item
        WHERE {COUNTED} AND NOT item.is_internal AND item.closed_at IS NULL
            AND item.lead_unit_id = ANY (%(units)s::bigint[])
            AND item.last_update_at >= %(fresh_since)s
    ) + (SELECT coalesce(sum(fresh), 0)::int FROM loose)
"""  # noqa: S608
# The worst of very many documents: those of which something is loose, and the first few others.
_WORST_IN_CITY = """
    late AS (
        SELECT document_id, sum(overdue + handed_late) AS count FROM loose
        WHERE document_id <> 0 GROUP BY 1
    ), worst AS (
        SELECT document_id FROM (
            (
                SELECT document_id, past + handed_late AS count FROM work_documenttally sums
                WHERE NOT is_internal AND past + handed_late > 0
                    AND NOT EXISTS (SELECT FROM late WHERE late.document_id = sums.document_id)
                ORDER BY past + handed_late DESC, document_id LIMIT %(most)s
            )
            UNION ALL
            SELECT late.document_id, late.count + coalesce(sums.past + sums.handed_late, 0)
            FROM late LEFT JOIN work_documenttally sums
                ON sums.document_id = late.document_id AND NOT sums.is_internal
        ) AS counts WHERE count > 0 ORDER BY count DESC, document_id LIMIT %(most)s
    )
"""
_OF_WORST_IN_CITY = f"""
    SELECT document_id, {OF_SUMS} FROM work_documenttally
    WHERE NOT is_internal AND document_id IN (SELECT document_id FROM worst)
"""  # noqa: S608
_OF_WORST_LOOSE = f"""
    UNION ALL SELECT document_id, {", ".join(COLUMNS)} FROM {{table}}
    WHERE document_id IN (SELECT document_id FROM worst)
"""  # noqa: S608
_WORST_IN_UNITS = f"""
    worst AS (
        SELECT document_id FROM (
            SELECT item.source_document_id AS document_id, 1 AS count FROM work_workitem item
            WHERE {COUNTED} AND NOT item.is_internal AND item.closed_at IS NULL
                AND item.lead_unit_id = ANY (%(units)s::bigint[]) AND NOT item.is_paused
                AND item.due_at < coalesce(item.delivered_at, %(at)s)
                AND item.source_document_id IS NOT NULL
            {{seen}}
        ) AS late
        GROUP BY 1 HAVING sum(count) > 0 ORDER BY sum(count) DESC, document_id LIMIT %(most)s
    )
"""  # noqa: S608
_SEEN_LATE = "UNION ALL SELECT document_id, overdue + handed_late FROM seen WHERE document_id <> 0"
_OF_WORST_IN_UNITS = f"""
    SELECT document_id, {OF_SLIPS}, (kind = 'clock' AND due_at < %(at)s)::int AS overdue, 0 AS fresh
    FROM (
        SELECT {FACTS}, 1 AS count, item.due_at FROM work_workitem item
        WHERE {COUNTED} AND NOT item.is_internal AND item.lead_unit_id = ANY (%(units)s::bigint[])
            AND item.source_document_id IN (SELECT document_id FROM worst)
    ) AS rows
"""  # noqa: S608
