"""Rows laid down and changed by statements that are the same every time."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from django.db import DatabaseError, connection
from django.db.models import AutoField, Field, JSONField, Model

from baro.kernel.prepared.cursors import run

Row = TypeVar("Row", bound=Model)


def insert(rows: Iterable[Row]) -> list[Row]:
    """Lay down new rows of one model in one statement, each with its key; no signals are sent."""
    wanted = list(rows)
    if not wanted:
        return wanted
    how, alias = _insertion(type(wanted[0])), connection.alias
    keys = how.lay_down([how.facts_of(row) for row in wanted])
    for row, key in zip(wanted, keys, strict=True):
        if how.is_keyed:
            row.pk = key
        row._state.adding, row._state.db = False, alias
    return wanted


def insert_facts(model: type[Model], rows: Iterable[Mapping[str, Any]]) -> list[Any]:
    """The same for rows that nobody will hold, by the names of their columns; only their keys.

    What a row does not say is as its field has it by default.
    """
    how = _insertion(model)
    facts = [how.completed(row) for row in rows]
    return how.lay_down(facts) if facts else []


def change(row: Model, *fields: str) -> None:
    """Write these fields of a row as they now are; the row must be there."""
    sql, changed = _change(type(row), fields)
    values = [field.get_db_prep_save(getattr(row, field.attname), connection) for field in changed]
    if not run(sql, [*values, row.pk]):
        raise DatabaseError(f"{type(row).__name__} {row.pk} is gone.")


@dataclass(frozen=True)
class _Insertion:
    """How rows of one model are laid down: they travel as one text, so one statement serves all."""

    sql: str
    names: tuple[str, ...]
    values_of: Callable[[Model], tuple[Any, ...]]
    documents: tuple[tuple[str, type[json.JSONEncoder] | None], ...]
    defaults: Mapping[str, Any]
    is_keyed: bool

    def lay_down(self, facts: Sequence[Mapping[str, Any]]) -> list[Any]:
        keys = run(self.sql, [json.dumps(facts, default=_as_text, ensure_ascii=False)])
        return [key for (key,) in keys]

    def facts_of(self, row: Model) -> dict[str, Any]:
        return self._written(dict(zip(self.names, self.values_of(row), strict=False)))

    def completed(self, row: Mapping[str, Any]) -> dict[str, Any]:
        facts = {**self.defaults, **row}
        if len(facts) > len(self.names):
            raise TypeError(f"No such columns: {facts.keys() - set(self.names)}")
        return self._written(facts)

    def _written(self, facts: dict[str, Any]) -> dict[str, Any]:
        for name, encoder in self.documents:
            if facts[name] is not None:
                facts[name] = json.dumps(facts[name], cls=encoder, ensure_ascii=False)
        return facts


@cache
def _insertion(model: type[Model]) -> _Insertion:
    key = model._meta.pk
    is_keyed = isinstance(key, AutoField)
    fields = [field for field in model._meta.concrete_fields if not (is_keyed and field is key)]
    columns = ", ".join(_quoted(field.column) for field in fields)
    kinds = ", ".join(f"{_quoted(field.attname)} {_kind(field)}" for field in fields)
    values = ", ".join(_value(field) for field in fields)
    table = _quoted(model._meta.db_table)
    sql = (
        f"INSERT INTO {table} ({columns}) SELECT {values} "  # noqa: S608 names of our own models
        f"FROM json_to_recordset(%s::json) AS given({kinds}) RETURNING {_quoted(key.column)}"
    )
    documents = tuple((f.attname, f.encoder) for f in fields if isinstance(f, JSONField))
    names = tuple(field.attname for field in fields)
    defaults = {field.attname: field.get_default() for field in fields}
    # The key as well, so that there are always several: of one alone no tuple would be made.
    values_of = attrgetter(*names, "pk")
    return _Insertion(sql, names, values_of, documents, defaults, is_keyed)


@cache
def _change(model: type[Model], fields: Sequence[str]) -> tuple[str, list["Field[Any, Any]"]]:
    known = {field.name: field for field in model._meta.concrete_fields}
    changed = [known[name] for name in fields]
    settings = ", ".join(f"{_quoted(field.column)} = %s" for field in changed)
    table, key = _quoted(model._meta.db_table), _quoted(model._meta.pk.column)
    return f"UPDATE {table} SET {settings} WHERE {key} = %s RETURNING 1", changed  # noqa: S608


def _kind(field: "Field[Any, Any]") -> str:
    """A document inside the document travels as text: its own encoder has written it."""
    if isinstance(field, JSONField):
        return "text"
    return str(field.rel_db_type(connection) if field.is_relation else field.db_type(connection))


def _value(field: "Field[Any, Any]") -> str:
    name = _quoted(field.attname)
    return f"{name}::jsonb" if isinstance(field, JSONField) else name


def _quoted(name: str | None) -> str:
    return str(connection.ops.quote_name(name or ""))


def _as_text(value: object) -> str:
    """Days and moments to the last digit."""
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot travel to the database this way.")
