"""What became of the conclusions of earlier sessions: the compiled report, before any page.

Everything in it is ready to be shown and to be kept: a snapshot says the same years later, when
units and posts have other names.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Self

from baro.documents import api as documents
from baro.work import api as work

LATE = frozenset({work.Cell.DONE_LATE, work.Cell.RUNNING_OVERDUE})


@dataclass(frozen=True)
class Evidence:
    """A product that the issuer accepted; `link` leads to it, as a page of ours or outside."""

    text: str
    on: str
    link: str = ""


@dataclass(frozen=True)
class Reason:
    """Why it is late, in the unit's own words: what blocks, an extension asked, a question."""

    kind: str
    text: str
    on: str


@dataclass(frozen=True)
class TaskLine:
    """One task of a clause; for a collective one, its units in numbers and those behind by name."""

    item_id: int
    kind: str
    number: str
    title: str
    unit: str
    head: str
    due: str
    cell: str
    cell_label: str
    state: str
    days_late: int = 0
    is_collective: bool = False
    counts: Mapping[str, int] | None = None
    behind: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def cells(self) -> frozenset[str]:
        """The cells in which it counts."""
        if self.counts is None:
            return frozenset({self.cell})
        return frozenset(cell for cell, count in self.counts.items() if count)


@dataclass(frozen=True)
class ClausePart:
    """One clause of a conclusion with what was given out of it."""

    key: str
    text: str
    lines: tuple[TaskLine, ...]

    @property
    def title(self) -> str:
        return documents.clause_title(self.key)


@dataclass(frozen=True)
class ConclusionPart:
    """The conclusion of one session. `is_last`: of the session right before."""

    session: int
    document_id: int
    label: str
    subject: str
    is_last: bool
    clauses: tuple[ClausePart, ...]


@dataclass(frozen=True)
class Compilation:
    """All that a session asks about; `counts` are the six cells over the last conclusion."""

    committee: str
    number: int
    at: str
    counts: Mapping[str, int]
    parts: tuple[ConclusionPart, ...]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def last(self) -> ConclusionPart | None:
        return next((part for part in self.parts if part.is_last), None)

    @property
    def older(self) -> tuple[ConclusionPart, ...]:
        return tuple(part for part in self.parts if not part.is_last)

    @property
    def item_ids(self) -> frozenset[int]:
        return frozenset(line.item_id for line in self.lines())

    def lines(self) -> Iterator[TaskLine]:
        for part in self.parts:
            for clause in part.clauses:
                yield from clause.lines

    def only(self, cell: str) -> "Compilation":
        """The same with those lines alone that count in a cell; empty means all."""
        if not cell:
            return self
        parts = (_narrowed(part, cell) for part in self.parts)
        return replace(self, parts=tuple(part for part in parts if part.clauses or part.is_last))

    def kept(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of_kept(cls, kept: Mapping[str, Any]) -> Self:
        """As it was kept in a snapshot."""
        return cls(**{**kept, "parts": tuple(_part(part) for part in kept["parts"])})


def _narrowed(part: ConclusionPart, cell: str) -> ConclusionPart:
    clauses = (
        replace(clause, lines=tuple(line for line in clause.lines if cell in line.cells))
        for clause in part.clauses
    )
    return replace(part, clauses=tuple(clause for clause in clauses if clause.lines))


def _part(kept: Mapping[str, Any]) -> ConclusionPart:
    return ConclusionPart(**{**kept, "clauses": tuple(_clause(one) for one in kept["clauses"])})


def _clause(kept: Mapping[str, Any]) -> ClausePart:
    return ClausePart(**{**kept, "lines": tuple(_line(one) for one in kept["lines"])})


def _line(kept: Mapping[str, Any]) -> TaskLine:
    return TaskLine(
        **{
            **kept,
            "behind": tuple(kept["behind"]),
            "evidence": tuple(Evidence(**one) for one in kept["evidence"]),
            "reasons": tuple(Reason(**one) for one in kept["reasons"]),
        }
    )
