"""One table of one layer: the statement that writes the demo city's rows again."""

# Statements are put together from names that Django gives; what is typed by anybody is not in them.
# ruff: noqa: S608

from dataclasses import dataclass

from baro.config.bench.ledger.tables import DOCUMENT, ITEM, Table

_EVENT, _FOUND, _NOTICE = "kernel.AuditEvent", "kernel.SearchEntry", "notices.Notice"
_ITEM_TYPES = "('work.workitem', 'tasks.task')"
_NUMBER_WORDS = (
    "setweight(format('nv:1 %s:2 %s:3', split_part(i.number, '-', 2),"
    " split_part(i.number, '-', 3))::tsvector, 'A')"
)

# What is neither the same nor shifted. `b` is the row that is repeated, `i` its item in the plan.
_OWN = {
    (ITEM, "number"): "i.number",
    (ITEM, "title"): "i.title",
    (DOCUMENT, "symbol"): r"regexp_replace(b.symbol, '^\d+', (b.number + 1000 * {back})::text)",
    (DOCUMENT, "number"): "b.number + 1000 * {back}",
    (DOCUMENT, "arrival_number"): "b.arrival_number + 1000 * {back}",
    (_EVENT, "target_label"): "coalesce(left(i.number || ' ' || i.title, 300), b.target_label)",
    (_EVENT, "cause"): (
        "CASE WHEN b.cause ? 'document' THEN jsonb_set(b.cause, '{{document}}', coalesce("
        "(SELECT to_jsonb(d.new) FROM bench_map_documents_document d"
        " WHERE d.base = (b.cause ->> 'document')::bigint), 'null')) ELSE b.cause END"
    ),
    (_FOUND, "title"): "coalesce(left(i.number || ' ' || i.title, 500), b.title)",
    (_FOUND, "words"): (
        "CASE WHEN i.base IS NULL THEN b.words ELSE "
        + _NUMBER_WORDS
        + " || ts_delete(b.words, ARRAY['nv', split_part(split_part(b.title, ' ', 1), '-', 3)])"
        " || coalesce(i.group_words, '') || coalesce(i.own_words, '') END"
    ),
    (_NOTICE, "done_at"): (
        "CASE WHEN b.told_at - l.shift < now() - interval '90 days' THEN "
        "coalesce(b.done_at, b.told_at + interval '3 days') - l.shift "
        "ELSE b.done_at - l.shift END"
    ),
}


@dataclass(frozen=True)
class Layer:
    k: int
    back: int  # how many layers are newer

    @property
    def is_newest(self) -> bool:
        return self.back == 0


def map_statement(table: Table, layer: Layer, stride: int) -> str:
    """Remember which rows this layer repeats, and under which keys."""
    return (
        f"CREATE TEMP TABLE bench_map_{table.name} ON COMMIT DROP AS "
        f"SELECT b.{table.key} AS base, {_new_key(table, layer, stride)} AS new "
        f"{_source(table, layer)}"
    )


def insert_statement(table: Table, layer: Layer, stride: int) -> str:
    columns = ", ".join(f'"{column}"' for column in table.columns)
    values = ", ".join(_value(table, column, layer, stride) for column in table.columns)
    own = "".join(
        f" LEFT JOIN bench_map_{table.name} own_{column} ON own_{column}.base = b.{column}"
        for column in sorted(table.own_links)
    )
    return (
        f"INSERT INTO {table.name} ({columns}) SELECT {values} "
        f"{_source(table, layer, more=own)} ORDER BY b.{table.key}"
    )


def spoken_statement(tables: list[Table]) -> str:
    """All that can be spoken of by name and key, old and new."""
    parts = " UNION ALL ".join(
        f"SELECT '{table.model._meta.label_lower}' AS type, base, new FROM bench_map_{table.name}"
        for table in tables
    )
    return f"CREATE TEMP TABLE bench_spoken ON COMMIT DROP AS {parts}"


def _source(table: Table, layer: Layer, more: str = "") -> str:
    joins = [f"FROM base_{table.name} b JOIN bench_layer l ON l.k = {layer.k}"]
    wheres = ["true"]
    for column, label in sorted(table.links.items()):
        alias = f"m_{column}"
        joins.append(f"LEFT JOIN bench_map_{_table_of(label)} {alias} ON {alias}.base = b.{column}")
        wheres.append(f"(b.{column} IS NULL OR {alias}.base IS NOT NULL)")
    if table.label == ITEM:
        joins.append(f"JOIN bench_items i ON i.k = {layer.k} AND i.base = b.id")
    if table.label == DOCUMENT:
        joins.append(f"JOIN bench_papers p ON p.k = {layer.k} AND p.base = b.id")
    if table.speaks:
        kind, key = table.speaks
        joins.append(f"LEFT JOIN bench_spoken s ON s.type = b.{kind} AND s.base = b.{key}")
        joins.append(
            f"LEFT JOIN bench_items i ON i.k = {layer.k} AND i.base = b.{key} "
            f"AND b.{kind} IN {_ITEM_TYPES}"
        )
        gone = f"b.{kind} NOT IN (SELECT type FROM bench_types)"
        wheres.append(
            f"(s.base IS NOT NULL OR {gone})" if layer.is_newest else "s.base IS NOT NULL"
        )
    return f"{' '.join(joins)}{more} WHERE {' AND '.join(wheres)}"


def _table_of(label: str) -> str:
    return label.replace(".", "_").lower()


def _new_key(table: Table, layer: Layer, stride: int) -> str:
    if table.key in table.links:
        return f"m_{table.key}.new"
    if table.label == ITEM:
        return "i.new"
    return f"b.{table.key}" if table.is_once else f"b.{table.key} + {layer.k}::bigint * {stride}"


def _value(table: Table, column: str, layer: Layer, stride: int) -> str:
    if column == table.key:
        return _new_key(table, layer, stride)
    if own := _OWN.get((table.label, column)):
        return own.format(back=layer.back)
    if table.speaks and column == table.speaks[1]:
        return f"coalesce(s.new, b.{column})"
    return _linked(table, column) or _shifted(table, column) or f'b."{column}"'


def _linked(table: Table, column: str) -> str:
    if column in table.links:
        return f"m_{column}.new"
    return f"own_{column}.new" if column in table.own_links else ""


def _shifted(table: Table, column: str) -> str:
    if column not in table.moments:
        return ""
    return f"(b.{column} - l.shift){'::date' if table.moments[column] else ''}"
