"""Which items the ledger holds: how often the demo city's year is repeated, and how long ago.

The years are laid back by five years at most, the more the rarer, so that half of all items are
over a year old. What is closed stays closed. Of what is open, the longer it is overdue the less is
left: half of it is gone with every `_HALF_LIFE` days, as in an office that does clear its arrears,
though slowly. That leaves about one item in twelve overdue, many more than the demo city has: a
list of 300 pages needs them, and a ledger that is kept badly is the harder one to be quick on.
"""

from typing import Any

from django.db import connection

from baro.config.bench.ledger.names import place_names

_YEARS, _BEND = 5, 3
_HALF_LIFE = 2200
_OF_ONE_YEAR = 22_000
_FEWEST_LAYERS = 8
_SPARE = 1.02  # a little too many are planned; the surplus of closed ones goes

_CHANCE = """
CREATE FUNCTION pg_temp.chance(what text) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$
  SELECT (hashtextextended(what, 0) & 9007199254740991)::float8 / 9007199254740992 $$
"""
_PLAN = """
CREATE TEMP TABLE bench_plan ON COMMIT DROP AS
SELECT l.k, l.shift, b.id AS base, b.parent_id AS parent, b.is_collective, b.title,
       b.closed_at IS NULL AS is_open, b.issued_at - l.shift AS issued_at,
       coalesce('d' || b.source_document_id, 'i' || coalesce(b.parent_id, b.id)) AS bundle
FROM bench_layer l CROSS JOIN work_workitem b
WHERE b.closed_at IS NOT NULL OR b.is_collective OR l.days = 0
   OR pg_temp.chance('open ' || l.k || ' ' || b.id) < power(0.5, greatest(0, extract(epoch FROM
        now() - coalesce(b.due_at, b.issued_at + interval '30 days') + l.shift)) / 86400 / %(half)s)
"""
_THIN = """
DELETE FROM bench_plan WHERE NOT (%(whole)s AND k = %(newest)s)
   AND pg_temp.chance('in ' || k || ' ' || bundle) >= %(share)s
"""
_ORPHANS = """
DELETE FROM bench_plan p WHERE parent IS NOT NULL
   AND NOT EXISTS (SELECT FROM bench_plan q WHERE q.k = p.k AND q.base = p.parent)
"""
_EMPTY = """
DELETE FROM bench_plan p WHERE is_collective
   AND NOT EXISTS (SELECT FROM bench_plan q WHERE q.k = p.k AND q.parent = p.base)
"""
_PAPERS = """
CREATE TEMP TABLE bench_papers ON COMMIT DROP AS
SELECT l.k, d.id AS base FROM bench_layer l CROSS JOIN documents_document d
WHERE (%(whole)s AND k = %(newest)s) OR pg_temp.chance('in ' || k || ' d' || d.id) < %(share)s
"""
_SURPLUS = """
DELETE FROM bench_plan WHERE ctid IN (
  SELECT ctid FROM bench_plan p WHERE NOT is_collective AND NOT is_open
     AND NOT EXISTS (SELECT FROM work_workitem w WHERE w.parent_id = p.base)
  ORDER BY pg_temp.chance('out ' || k || ' ' || base) LIMIT greatest(0, %(surplus)s))
"""
_NAMED = """
CREATE TEMP TABLE bench_items ON COMMIT DROP AS
SELECT n.k, n.base, n.parent, n.new, n.number, g.words AS group_words, o.words AS own_words,
       left(CASE WHEN g.id IS NULL AND o.id IS NULL THEN n.title ELSE
         n.title || ' (' || concat_ws('; ', g.name, o.name) || ')' END, 500) AS title
FROM (
  SELECT *, 'NV-' || year || '-' || lpad(serial::text, greatest(6, length(serial::text)), '0')
         AS number
  FROM (
    SELECT k, base, parent, title, is_collective, shift,
           row_number() OVER (ORDER BY issued_at, k, base) AS new,
           extract(year FROM issued_at AT TIME ZONE 'Asia/Ho_Chi_Minh') AS year,
           row_number() OVER (
             PARTITION BY extract(year FROM issued_at AT TIME ZONE 'Asia/Ho_Chi_Minh')
             ORDER BY issued_at, k, base) AS serial
    FROM bench_plan) s) n
LEFT JOIN bench_names g ON n.k < %(newest)s
  AND pg_temp.chance('has ' || k || ' ' || coalesce(parent, base)) < 0.6
  AND g.id = 1 + floor(%(names)s
                       * power(pg_temp.chance('g ' || k || ' ' || coalesce(parent, base)), 3))
LEFT JOIN bench_names o ON n.k < %(newest)s AND NOT is_collective
  AND pg_temp.chance('own ' || k || ' ' || base) < 0.33
  AND o.id = 1 + floor(%(names)s * power(pg_temp.chance('o ' || k || ' ' || base), 3))
"""


def plan_items(items: int) -> list[tuple[int, int]]:
    """Plan exactly so many; the layers, oldest first, each with the days it lies back.

    `bench_items` then says for each which row of the demo city it repeats, with its new key,
    number and title; keys and numbers follow the days of issue, as they do in an office.
    """
    layers = layers_for(items)
    newest = len(layers) - 1
    with connection.cursor() as cursor:
        cursor.execute(_CHANCE)
        cursor.execute(
            "CREATE TEMP TABLE bench_layer (k int PRIMARY KEY, days int, shift interval) "
            "ON COMMIT DROP"
        )
        cursor.executemany(
            "INSERT INTO bench_layer VALUES (%s, %s, make_interval(days => %s))",
            [(k, days, days) for k, days in layers],
        )
        names = _write_names(cursor)
        cursor.execute(_PLAN, {"half": _HALF_LIFE})
        share, whole = _share(cursor, items, newest)
        words = {"newest": newest, "names": names, "share": share, "whole": whole}
        cursor.execute(_THIN, words)
        cursor.execute("CREATE INDEX ON bench_plan (k, base)")
        cursor.execute("CREATE INDEX ON bench_plan (k, parent)")
        cursor.execute("ANALYZE bench_plan")
        cursor.execute(_ORPHANS)
        cursor.execute(_EMPTY)
        cursor.execute("SELECT count(*) FROM bench_plan")
        cursor.execute(_SURPLUS, {"surplus": cursor.fetchone()[0] - items})
        cursor.execute(_NAMED, words)
        cursor.execute("CREATE INDEX ON bench_items (k, base)")
        cursor.execute("ANALYZE bench_items")
        cursor.execute(_PAPERS, words)
    return layers


def layers_for(items: int) -> list[tuple[int, int]]:
    """How often the year is repeated, oldest first; whole weeks, so that weekdays stay."""
    last = max(_FEWEST_LAYERS, -(-items // _OF_ONE_YEAR)) - 1
    weeks = [round(_YEARS * 52 * (place / last) ** _BEND) for place in range(last, -1, -1)]
    return [(k, 7 * week) for k, week in enumerate(weeks)]


def _share(cursor: Any, items: int, newest: int) -> tuple[float, bool]:
    """Which part of each layer is wanted, and whether the newest stays whole."""
    cursor.execute("SELECT count(*), count(*) FILTER (WHERE k = %s) FROM bench_plan", [newest])
    total, base = cursor.fetchone()
    if items < 2 * base:
        return min(1, _SPARE * items / total), False
    return min(1, (_SPARE * items - base) / (total - base)), True


def _write_names(cursor: Any) -> int:
    cursor.execute(
        "CREATE TEMP TABLE bench_names (id int PRIMARY KEY, name text, words tsvector) "
        "ON COMMIT DROP"
    )
    names = list(place_names())
    with cursor.copy("COPY bench_names (id, name, words) FROM STDIN") as copy:
        for number, (name, words) in enumerate(names, start=1):
            copy.write_row((number, name, words))
    cursor.execute("ANALYZE bench_names")
    return len(names)
