"""What an address asks of a list, in one form however it was written.

A parameter may be repeated or hold several values with commas between them; the canonical form
names each parameter once, in one order. What nobody knows is kept apart, so that it can be told.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, Self
from urllib.parse import parse_qsl, urlencode

# Conditions, in the order in which an address names them.
CONDITIONS = (
    *("q", "o", "trangthai", "donvi", "chutri", "xa", "giao", "phoihop", "nguoi", "laanhdao"),
    *("nguon", "loai", "cha", "cap", "capnhat"),
    *("han", "han_tu", "han_den", "ngaygiao", "tu", "den"),
)
# How the rows are shown; none of these changes which rows they are.
SHOWN = ("xem", "sapxep", "cot", "nhom", "hang", "ky")
# Of one page only: never part of what is kept or handed on.
PASSING = ("trang", "sau", "truoc", "ds")
# The list without conditions, asked for expressly.
EVERYTHING = "tat-ca"
_ORDER = (*CONDITIONS, *SHOWN)
_WHOLE = frozenset({"q"})
_SEVERAL = frozenset(
    {"o", "trangthai", "donvi", "chutri", "xa", "giao", "phoihop", "nguoi", "nguon", "loai", "cot"}
)


@dataclass(frozen=True)
class ListQuery:
    """One question to the ledger with the way in which its answer is shown."""

    conditions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    shown: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    # The saved list that was opened, while its conditions are changed.
    saved: str = ""
    # Asked for expressly, so that no opening list comes in its place.
    is_everything: bool = False

    @property
    def canonical(self) -> str:
        """The query string by which the same question is always written."""
        return _written({**self.conditions, **self.shown})

    @property
    def asked(self) -> str:
        """The conditions alone: two lists with the same rows have the same words here."""
        return _written(self.conditions)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Name and value of each parameter, as hidden fields and links carry them on."""
        saved = (("ds", self.saved),) if self.saved else ()
        return _pairs({**self.conditions, **self.shown}) + saved

    def one(self, name: str) -> str:
        """The single value of a parameter, the last where several were given; else empty."""
        return (self.conditions.get(name) or self.shown.get(name) or ("",))[-1]

    def but(self, *names: str) -> Self:
        """The same without some parameters."""
        return replace(
            self, conditions=_left(self.conditions, names), shown=_left(self.shown, names)
        )

    def with_(self, **values: str | Iterable[str]) -> Self:
        """The same with other values for some parameters; an empty one takes it away."""
        changed = self.but(*values)
        found = {
            name: _values(name, [value] if isinstance(value, str) else value)
            for name, value in values.items()
        }
        return replace(
            changed,
            conditions={**changed.conditions, **_known(found, CONDITIONS)},
            shown={**changed.shown, **_known(found, SHOWN)},
        )

    def without(self, name: str, value: str) -> Self:
        """The same without one of the values of a parameter."""
        return self.with_(**{name: [v for v in self.conditions.get(name, ()) if v != value]})

    def href(self, **values: str | Iterable[str]) -> str:
        """The canonical address of the same page with other values."""
        canonical = (self.with_(**values) if values else self).canonical
        if not canonical:
            return f"?ds={EVERYTHING}"
        return f"?{canonical}{f'&ds={self.saved}' if self.saved else ''}"


def read_query(params: Mapping[str, Any]) -> ListQuery:
    """The question that a query string asks, from a QueryDict or a plain mapping."""
    found = {name: _values(name, _given(params, name)) for name in params}
    return ListQuery(
        _known(found, CONDITIONS),
        _known(found, SHOWN),
        tuple(
            name
            for name in found
            if name not in CONDITIONS and name not in SHOWN and name not in PASSING
        ),
        saved=next((value for value in found.get("ds", ()) if value != EVERYTHING), ""),
        is_everything=EVERYTHING in found.get("ds", ()),
    )


def query_of(text: str) -> ListQuery:
    """The question of a query string that was kept as text."""
    return read_query(dict(parse_qsl(text.removeprefix("?"))))


def _given(params: Mapping[str, Any], name: str) -> Iterable[str]:
    several = getattr(params, "getlist", None)
    return several(name) if several else [str(params[name])]


def _values(name: str, given: Iterable[str]) -> tuple[str, ...]:
    if name in _WHOLE:
        parts = [" ".join(value.split()) for value in given]
    elif name in _SEVERAL:
        parts = [part.strip() for value in given for part in value.split(",")]
    else:
        parts = [value.strip() for value in given]
    values = tuple(dict.fromkeys(part for part in parts if part))
    return values if name in _SEVERAL else values[-1:]


def _known(
    found: Mapping[str, tuple[str, ...]], names: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    return {name: found[name] for name in names if found.get(name)}


def _left(
    values: Mapping[str, tuple[str, ...]], names: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    return {name: value for name, value in values.items() if name not in names}


def _written(values: Mapping[str, tuple[str, ...]]) -> str:
    return "&".join(_pair(name, values[name]) for name in _ORDER if name in values)


@lru_cache(4096)
def _pair(name: str, values: tuple[str, ...]) -> str:
    return urlencode([(name, ",".join(values))], safe=",")


def _pairs(values: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, ",".join(values[name])) for name in _ORDER if name in values)
