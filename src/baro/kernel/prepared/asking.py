"""Questions in the words of QuerySets, built once.

    @prepared(sha256=str, at=datetime)
    def _live_tokens(*, sha256: str, at: datetime) -> QuerySet[ApiToken]:
        return ApiToken.objects.live(at=at).filter(sha256=sha256)

    [token] = _live_tokens(sha256=..., at=...)

The function runs once, with marks in the place of the values; later only the values are filled in.
So it may do nothing with a value but hand it to a lookup as it is. Whatever else it does with one
is found out by building twice with different marks, and refused.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from threading import Lock
from typing import Any, TypeVar

from django.db import connection
from django.db.models import QuerySet
from django.db.transaction import TransactionManagementError
from psycopg.sql import Literal

from baro.kernel.prepared.cursors import executed
from baro.kernel.prepared.errors import CannotBePrepared
from baro.kernel.prepared.reading import Reader, reader_of

Row = TypeVar("Row")
_HOLES = re.compile(r"%s|%%")


def prepared(
    *perhaps: str,
    **kinds: Any,
) -> Callable[[Callable[..., "QuerySet[Any, Row]"]], Callable[..., list[Row]]]:
    """Build the question once; `kinds` says of what type each value is.

    Types are `int`, `str`, `date`, `datetime`, and `list[int]` or `list[str]` for `__in`. Each
    value must be asked for, but those named in `perhaps` need not.
    """

    def prepare(build: Callable[..., "QuerySet[Any, Row]"]) -> Callable[..., list[Row]]:
        question = _Question(build, kinds, frozenset(perhaps))
        return question.answer

    return prepare


@dataclass(frozen=True)
class _Built:
    sql: str
    names: tuple[tuple[str, Callable[[Any], Any]], ...]
    read: Reader
    is_locking: bool


class _Question:
    def __init__(
        self,
        build: Callable[..., "QuerySet[Any, Any]"],
        kinds: Mapping[str, Any],
        perhaps: frozenset[str],
    ):
        self._build, self._kinds, self._perhaps = build, kinds, perhaps
        self._built: _Built | None = None
        self._lock = Lock()

    def answer(self, **given: Any) -> list[Any]:
        built = self._built or self._build_once()
        if built.is_locking and not connection.in_atomic_block:
            raise TransactionManagementError("Rows are locked inside a transaction only.")
        values = [cast(given[name]) for name, cast in built.names]
        return built.read(executed(built.sql, values).fetchall())

    def _build_once(self) -> _Built:
        with self._lock:
            if self._built is None:
                self._built = self._worked_out()
            return self._built

    def _worked_out(self) -> _Built:
        marks, others = (
            {name: _mark(kind, number, index) for index, (name, kind) in enumerate(self._ordered())}
            for number in (1, 2)
        )
        asked = self._build(**marks)
        compiler = asked.query.get_compiler(asked.db)
        sql, parameters = compiler.as_sql()
        other_sql, other_parameters = self._build(**others).query.sql_with_params()
        if sql != other_sql:
            raise CannotBePrepared(self._build.__qualname__)
        held = {_key(_inner(mark)): name for name, mark in marks.items()}
        known = {_key(_inner(mark)): name for name, mark in others.items()}
        names = [held.get(_key(value)) for value in parameters]
        if names != [known.get(_key(value)) for value in other_parameters] or any(
            name is None and value != other
            for name, value, other in zip(names, parameters, other_parameters, strict=True)
        ):
            raise CannotBePrepared(self._build.__qualname__)
        if set(marks) - set(names) - self._perhaps:
            raise CannotBePrepared(f"{self._build.__qualname__}: a value is not asked for")
        lists = {name for name, mark in marks.items() if isinstance(mark, list)}
        return _Built(
            _with_constants(sql, parameters, names, lists),
            tuple(
                (name, _cast(value, in_list=name in lists))
                for name, value in zip(names, parameters, strict=True)
                if name is not None
            ),
            reader_of(asked, compiler),
            bool(asked.query.select_for_update),
        )

    def _ordered(self) -> list[tuple[str, Any]]:
        return sorted(self._kinds.items())


def _mark(kind: Any, number: int, index: int) -> Any:
    """A value that no question holds by itself."""
    if kind is int:
        return 1_900_000_000 + 1000 * number + index
    if kind is str:
        return f"\ue000{number}:{index}"
    if kind is date:
        return date(number, 1, 1 + index)
    if kind is datetime:
        return datetime(number, 1, 2, 3, 4, index, tzinfo=UTC)
    if kind in (list[int], list[str]):
        return [_mark(kind.__args__[0], number, index)]
    raise CannotBePrepared(f"{kind} is no kind of value that can be filled in")


def _inner(mark: Any) -> Any:
    return mark[0] if isinstance(mark, list) else mark


def _key(value: Any) -> Any:
    """Equal for a mark and what a field made of it; whole numbers may have become another class."""
    return int(value) if isinstance(value, int) else (type(value), repr(value))


def _cast(found: Any, *, in_list: bool) -> Callable[[Any], Any]:
    """Numbers keep the width that Django gave them, so that one statement serves them all."""
    width = type(found) if isinstance(found, int) and type(found) is not int else None
    if in_list:
        return lambda values: [width(value) for value in values] if width else list(values)
    return width or (lambda value: value)


def _with_constants(
    sql: str, parameters: Sequence[Any], names: Sequence[str | None], lists: set[str]
) -> str:
    """Write into the text what never changes: the planner then knows it."""
    pairs = iter(zip(parameters, names, strict=True))
    connection.ensure_connection()

    def fill(hole: re.Match[str]) -> str:
        if hole.group() == "%%":
            return "%%"
        value, name = next(pairs)
        if name is not None:
            return f"%s/*{name}*/" if name in lists else "%s"
        return Literal(value).as_string(connection.connection).replace("%", "%%")

    filled = _HOLES.sub(fill, sql)
    for name in lists:
        filled, count = re.subn(rf"IN \(%s/\*{name}\*/\)", "= ANY(%s)", filled)
        if not count or f"/*{name}*/" in filled:
            raise CannotBePrepared(f"{name}: a list is asked for by __in and in no other way")
    return filled
