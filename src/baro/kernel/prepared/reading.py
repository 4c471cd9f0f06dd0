"""From rows of the database to what the QuerySet itself would have given."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from django.db import connection
from django.db.models.query import (
    FlatValuesListIterable,
    ModelIterable,
    ValuesListIterable,
    get_related_populators,
)

from baro.kernel.prepared.errors import CannotBePrepared

Reader = Callable[[Sequence[tuple[Any, ...]]], list[Any]]


def reader_of(asked: Any, compiler: Any) -> Reader:
    """How rows of this question are read; worked out once, like the question."""
    columns = [column[0] for column in compiler.select]
    converters = tuple(compiler.get_converters(columns).items())
    if asked._iterable_class is FlatValuesListIterable:
        return lambda rows: [row[0] for row in _converted(rows, converters)]
    if asked._iterable_class is ValuesListIterable:
        return lambda rows: [tuple(row) for row in _converted(rows, converters)]
    if asked._iterable_class is not ModelIterable or asked._prefetch_related_lookups:
        raise CannotBePrepared("only models without prefetching and lists of values are read")
    read = _model_reader(compiler, asked.db)
    return lambda rows: [read(row) for row in _converted(rows, converters)]


def _converted(
    rows: Iterable[Sequence[Any]], converters: Sequence[tuple[int, Any]]
) -> Iterator[Sequence[Any]]:
    if not converters:
        yield from rows
        return
    for row in map(list, rows):
        for place, (steps, expression) in converters:
            for step in steps:
                row[place] = step(row[place], expression, connection)
        yield row


def _model_reader(compiler: Any, db: str) -> Callable[[Sequence[Any]], Any]:
    """As Django's own reading of models, with all that is the same for every row done before."""
    select, info = compiler.select, compiler.klass_info
    start, end = info["select_fields"][0], info["select_fields"][-1] + 1
    names = [column[0].target.attname for column in select[start:end]]
    related = get_related_populators(info, select, db)  # type: ignore[call-arg]
    annotations = tuple(compiler.annotation_col_map.items())
    from_db = info["model"].from_db

    def read(row: Sequence[Any]) -> Any:
        model = from_db(db, names, row[start:end])
        for populator in related:
            populator.populate(row, model)
        for name, place in annotations:
            setattr(model, name, row[place])
        return model

    return read
