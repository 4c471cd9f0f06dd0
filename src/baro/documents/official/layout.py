"""The layout rules of official papers: dated data with their legal basis, never numbers in code."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files

MM = 72 / 25.4  # points in a millimetre
_VERIFIED = "V"


class Branch(StrEnum):
    """Whose rules a paper follows: Decree 30/2020/NĐ-CP or Party Guide 36-HD/VPTW."""

    STATE = "state"
    PARTY = "party"


@dataclass(frozen=True)
class Span:
    """What a rule allows; an open end is no limit, both ends open mean that nothing is said."""

    low: float | None
    high: float | None

    def holds(self, found: float, *, tolerance: float = 0.0) -> bool:
        above = self.low is None or found >= self.low - tolerance
        return above and (self.high is None or found <= self.high + tolerance)


@dataclass(frozen=True)
class Measure:
    """A length or a factor: what our papers use, and what is allowed."""

    value: float
    allowed: Span
    unit: str
    legal_basis: str
    is_verified: bool


@dataclass(frozen=True)
class Look:
    """Size and style of one part of a paper; `capitals` prints it in capital letters."""

    name: str
    label: str
    size: float
    allowed: Span
    bold: bool
    italic: bool
    capitals: bool
    legal_basis: str
    is_verified: bool


@dataclass(frozen=True)
class Word:
    """Something that is printed as it stands, such as the motto."""

    text: str
    legal_basis: str


@dataclass(frozen=True)
class Layout:
    """All rules of one branch that hold on one day."""

    branch: Branch
    measures: Mapping[str, Measure]
    looks: Mapping[str, Look]
    words: Mapping[str, Word]

    def points(self, name: str) -> float:
        """A measure as our papers use it, in points."""
        measure = self.measures[name]
        return measure.value * MM if measure.unit == "mm" else measure.value

    def text(self, name: str) -> str:
        return self.words[name].text

    @property
    def text_width(self) -> float:
        return self.points("page_width") - self._sides

    @property
    def wide_text_width(self) -> float:
        """The same on a page that lies on its side."""
        return self.points("page_height") - self._sides

    @property
    def _sides(self) -> float:
        return self.points("margin_left") + self.points("margin_right")


@cache
def layout_of(branch: Branch, *, on: date | None = None) -> Layout:
    """The rules as at a day; without a day those without an end."""
    return Layout(
        branch=branch,
        measures={row["name"]: _measure(row) for row in _rows("measures", branch, on)},
        looks={row["name"]: _look(row) for row in _rows("looks", branch, on)},
        words={
            row["name"]: Word(row["value"], row["legal_basis"])
            for row in _rows("words", branch, on)
        },
    )


def _rows(table: str, branch: Branch, on: date | None) -> Iterator[dict[str, str]]:
    """The rows in force; for a day before the first rule its first rows stand in."""
    source = files("baro.documents.official").joinpath(f"data/{table}.csv")
    rows = [
        row
        for row in csv.DictReader(source.read_text(encoding="utf-8").splitlines())
        if row["branch"] == branch
    ]
    as_at = max(on or date.max, min(_day(row["valid_from"]) for row in rows))
    for row in rows:
        if _day(row["valid_from"]) <= as_at and (
            not row["valid_to"] or as_at < _day(row["valid_to"])
        ):
            yield row


def _day(written: str) -> date:
    return date.fromisoformat(written)


def _measure(row: dict[str, str]) -> Measure:
    return Measure(
        value=float(row["value"]),
        allowed=_span(row),
        unit=row["unit"],
        legal_basis=row["legal_basis"],
        is_verified=row["mark"] == _VERIFIED,
    )


def _look(row: dict[str, str]) -> Look:
    return Look(
        name=row["name"],
        label=row["label"],
        size=float(row["size"]),
        allowed=_span(row),
        bold=bool(row["bold"]),
        italic=bool(row["italic"]),
        capitals=bool(row["capitals"]),
        legal_basis=row["legal_basis"],
        is_verified=row["mark"] == _VERIFIED,
    )


def _span(row: dict[str, str]) -> Span:
    return Span(
        float(row["low"]) if row["low"] else None, float(row["high"]) if row["high"] else None
    )
