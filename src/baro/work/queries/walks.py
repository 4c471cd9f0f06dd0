"""Walking through a list page by page: by a place in it, or by the number of a page.

Only keys are fetched, by indexes where there are any; whoever shows the rows fetches those few.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce
from operator import xor
from typing import Any

from django.contrib.postgres.aggregates import BitXor
from django.core.exceptions import EmptyResultSet
from django.db.models import (
    BigIntegerField,
    BooleanField,
    CharField,
    Count,
    DateTimeField,
    F,
    Field,
    Func,
    QuerySet,
    Value,
)

from baro.kernel.editions import Edition, held
from baro.kernel.prepared import prepared
from baro.work.models import WorkItem
from baro.work.models.items import WorkItemQuerySet
from baro.work.queries.known import Known
from baro.work.queries.orders import Run, runs_of
from baro.work.queries.places import Place, read_place, written

# The rows of a list, all or only the open or the closed ones, as at a moment or its mark.
RowsOf = Callable[[bool | None, datetime], WorkItemQuerySet]


@dataclass(frozen=True)
class Stretch:
    """Rows of a list that stand one after the other, by their keys.

    `before` others stand before them. `next_place` and `previous_place` are how the address of
    the pages on either side names its beginning; empty where nothing stands there. `is_moved`
    says that other rows stand before them than when the place was named.
    """

    keys: tuple[int, ...]
    before: int
    next_place: str = ""
    previous_place: str = ""
    is_moved: bool = False


@dataclass(frozen=True)
class Walk:
    """One list in one order.

    `rows` is given what stands in the question for the moment `as_at`. `key` says all else that
    they depend on, but for the body of units, people and posts: so the question is built once.
    """

    rows: RowsOf
    order: str
    known: Known
    as_at: datetime
    # Whether the list is short beside the ledger: then it is found first and put in order after.
    is_narrow: bool = False
    key: Hashable = None

    @property
    def runs(self) -> list[tuple[int, Run]]:
        """The runs that can have rows, with their numbers."""
        return [
            (place, run)
            for place, run in enumerate(runs_of(self.order))
            if self.known.bears(is_open=run.is_open, is_dated=run.is_dated)
        ]

    def at(self, offset: int, size: int) -> Stretch:
        """The rows after as many others; beyond the end none, with all that there are before."""
        found, skip = list[Place](), offset
        for number, run in self.runs:
            rows = self._places(number, run, most=size + 1, skip=skip)
            found += rows[: size + 1 - len(found)]
            if len(found) > size:
                break
            skip = 0 if rows or not skip else max(0, skip - self._of(run).count())
        if not found:
            return Stretch((), offset - skip)
        return _stretch(found, size, offset, None if offset else 0, self.order)

    def after(self, text: str, size: int) -> Stretch:
        """The rows after the one that the text names."""
        place = read_place(text, self.order, field="sau")
        found = list[Place]()
        for number, run in self.runs:
            if number >= place.run and len(found) <= size:
                rows = self._places(number, run, most=size + 1, beyond=place)
                found += rows[: size + 1 - len(found)]
        before, mark = self._ahead(place, with_itself=True)
        stretch = _stretch(found, size, before, mark, self.order)
        return replace(stretch, is_moved=place.is_moved(before, mark))

    def before(self, text: str, size: int) -> Stretch:
        """The rows before the one that the text names; at the beginning, the first of all."""
        place = read_place(text, self.order, field="truoc")
        found = list[Place]()
        for number, run in reversed(self.runs):
            if number <= place.run and len(found) < size:
                rows = self._places(number, run, most=size, beyond=place, is_backward=True)
                found += rows[: size - len(found)]
        if len(found) < size:
            return self.at(0, size)
        before, mark = self._ahead(place, with_itself=False)
        is_moved = place.is_moved(before, mark)
        mark = reduce(xor, (one.key for one in found), mark)
        stretch = _stretch([*reversed(found), place], size, before - size, mark, self.order)
        return replace(stretch, is_moved=is_moved)

    def _of(self, run: Run, at: datetime | None = None) -> WorkItemQuerySet:
        is_open = run.is_open if self.known.is_open is None else self.known.is_open
        return run.of(self.rows(is_open, at or self.as_at).order_by())

    def _places(
        self,
        number: int,
        run: Run,
        *,
        most: int,
        skip: int = 0,
        beyond: Place | None = None,
        is_backward: bool = False,
    ) -> list[Place]:
        """Rows of one run in its order, or from its end."""
        values = beyond.values if beyond and beyond.run == number else ()
        named = {f"value{place}": value for place, value in enumerate(values)}

        def build(at: datetime, **named: Any) -> "QuerySet[WorkItem, Any]":
            rows = self._of(run, at)
            if named:
                beside = [named[f"value{place}"] for place in range(len(values))]
                rows = rows.filter(Beside(run, beside, is_before=is_backward))
            order = run.order(is_backward=is_backward, is_found_first=self.is_narrow)
            return rows.order_by(*order).values_list(*run.columns)[skip : skip + most]

        if self.key is None:
            found: Iterable[Any] = build(self.as_at, **named)
        else:
            questions = _questions(self.key, self.order, self.is_narrow, skip)
            shape = (number, most, is_backward, len(values))
            if shape not in questions:
                kinds = {name: type(value) for name, value in named.items()}
                questions[shape] = prepared("at", at=datetime, **kinds)(build)
            try:
                found = questions[shape](at=self.as_at, **named)
            except EmptyResultSet:  # units that there are not, or no longer: known without asking
                found = ()
        return [Place(number, tuple(values)) for values in found]

    def _ahead(self, place: Place, *, with_itself: bool) -> tuple[int, int]:
        """How many rows stand before the place, and the mark of their keys."""
        before, mark = 0, 0
        for number, run in self.runs:
            rows = self._of(run)
            if number > place.run:
                break
            if number == place.run:
                rows = rows.filter(
                    Beside(run, place.values, is_before=True, with_itself=with_itself)
                )
            told = rows.aggregate(count=Count("*"), mark=BitXor("pk"))
            before, mark = before + told["count"], mark ^ (told["mark"] or 0)
        return before, mark


@held(Edition.Group.ORG, most=2_000)  # of some 10 kB each
def _questions(*of: Hashable) -> dict[Hashable, Callable[..., list[Any]]]:
    """The questions that one list was asked before, by their shape."""
    return {}


def _stretch(
    found: Sequence[Place], size: int, before: int, mark: int | None, order: str
) -> Stretch:
    """One more than the size was looked for: it tells whether anything follows."""
    shown = found[:size]
    if not shown:
        return Stretch((), before)
    keys = tuple(place.key for place in shown)
    after = None if mark is None else reduce(xor, keys, mark)
    following = replace(shown[-1], before=before + len(keys), mark=after)
    leading = replace(shown[0], before=before, mark=mark)
    return Stretch(
        keys,
        before,
        written(following, order) if len(found) > size else "",
        written(leading, order) if before else "",
    )


class Beside(Func):
    """The rows on one side of a place in their run: one comparison of rows."""

    output_field = BooleanField()
    conditional = True

    def __init__(
        self, run: Run, values: Sequence[Any], *, is_before: bool, with_itself: bool = False
    ) -> None:
        fields = [_FIELDS[type(value)]() for value in values]
        told = [Value(value, field) for value, field in zip(values, fields, strict=True)]
        super().__init__(*(F(name) for name in run.columns), *told)
        self.sign = ("<" if is_before is not run.is_descending else ">") + "=" * with_itself

    def as_sql(
        self, compiler: Any, connection: Any, *_: Any, **extra: Any
    ) -> tuple[str, tuple[Any, ...]]:
        """`(column, key) > (value, key)`, which an index answers from its place on."""
        parts = [compiler.compile(each) for each in self.get_source_expressions()]
        columns, values = parts[: len(parts) // 2], parts[len(parts) // 2 :]
        sides = [", ".join(sql for sql, _ in side) for side in (columns, values)]
        sql = f"({sides[0]}) {self.sign} ({sides[1]})"
        return sql, tuple(given for _, params in parts for given in params)


_FIELDS: Mapping[type, "type[Field[Any, Any]]"] = {
    datetime: DateTimeField,
    int: BigIntegerField,
    str: CharField,
}
