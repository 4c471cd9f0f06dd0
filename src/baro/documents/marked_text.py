"""A document's text cut where its clauses and the quotes of its tasks begin and end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from baro.documents.models import Clause


@dataclass(frozen=True)
class Quote:
    """A stretch of the text that a task rests on; `label` pairs it with the task on screen."""

    label: str
    start: int
    end: int


@dataclass(frozen=True)
class Segment:
    """Characters that share one clause and the same quotes."""

    text: str
    clause: Clause | None
    labels: tuple[str, ...]
    begins_clause: bool


def marked_text(
    text: str, clauses: Iterable[Clause], quotes: Sequence[Quote] = ()
) -> list[Segment]:
    """The whole text in order, in as few pieces as its marks allow."""
    clauses = sorted(clauses, key=lambda clause: (clause.start, -clause.end))
    cuts = {0, len(text)}
    marks: tuple[Clause | Quote, ...] = (*clauses, *quotes)
    for mark in marks:
        cuts.update((min(mark.start, len(text)), min(mark.end, len(text))))
    places = sorted(cuts)
    starts = {clause.start for clause in clauses}
    return [
        Segment(
            text=text[start:end],
            clause=_innermost(clauses, start),
            labels=tuple(q.label for q in quotes if q.start <= start < q.end),
            begins_clause=start in starts,
        )
        for start, end in pairwise(places)
    ]


def _innermost(clauses: Sequence[Clause], place: int) -> Clause | None:
    found = None
    for clause in clauses:
        if clause.start <= place < clause.end:
            found = clause
    return found
