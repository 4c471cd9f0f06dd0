"""A place in a list: where a page begins or ends, as an address carries it on."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from baro.work.queries.asking import FilterNotUnderstood
from baro.work.queries.orders import Run, order_named, runs_of

LONGEST = 400
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_TEXTS = frozenset({"number", "state", "lead_unit__sort_key", "issuer_unit__sort_key"})


class PlaceNotUnderstood(FilterNotUnderstood):
    pass


@dataclass(frozen=True)
class Place:
    """The values of one row in its run.

    `before` rows stood before it when the place was named, `mark` is made of their keys: another
    mark says that other rows do now. Who came by the number of a page knows no mark.
    """

    run: int
    values: tuple[Any, ...]
    before: int = 0
    mark: int | None = 0

    def is_moved(self, before: int, mark: int) -> bool:
        """Whether other rows stand before it than when it was named, as far as that is known."""
        return before != self.before or self.mark not in {None, mark}

    @property
    def key(self) -> int:
        """The key of the row, which ends every order."""
        return int(self.values[-1])


def written(place: Place, order: str) -> str:
    """The place as text without signs that an address would have to hide."""
    values = [_plain(value) for value in place.values]
    facts = [order_named(order), place.run, place.before, place.mark, *values]
    text = json.dumps(facts, separators=(",", ":"), ensure_ascii=False)
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read_place(text: str, order: str, *, field: str) -> Place:
    """What `written` wrote, for the same order; anything else is refused."""
    try:
        place = _read(text[:LONGEST], order_named(order))
    except (ValueError, TypeError, IndexError, OverflowError):
        place = None
    if place is None:
        raise PlaceNotUnderstood(
            "Địa chỉ không nói đúng chỗ nối giữa hai trang. Hãy mở lại danh sách từ trang 1.",
            field=field,
        )
    return place


def _read(text: str, order: str) -> Place | None:
    facts = json.loads(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    named, run, before, mark, *values = facts
    counts = run, before, mark or 0
    if named != order or not all(type(count) is int and 0 <= count < 2**63 for count in counts):
        return None
    return Place(run, _values(runs_of(order)[run], values), before, mark)


def _plain(value: Any) -> int | str:
    return (value - _EPOCH) // _MICROSECOND if isinstance(value, datetime) else value


def _values(run: Run, values: Sequence[Any]) -> tuple[Any, ...]:
    return tuple(_value(name, value) for name, value in zip(run.columns, values, strict=True))


def _value(column: str, value: Any) -> Any:
    if column in _TEXTS:
        if type(value) is not str or "\0" in value:
            raise TypeError(column)
        return value
    if type(value) is not int:
        raise TypeError(column)
    if column == "pk" and not 0 <= value < 2**63:
        raise ValueError(column)
    return _EPOCH + value * _MICROSECOND if column.endswith("_at") else value
