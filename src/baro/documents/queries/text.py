"""A document's text as a page shows it: its pages and its clauses, each with what it is."""

from collections import Counter
from dataclasses import dataclass

from baro.documents.marked_text import Quote, Segment, marked_text
from baro.documents.models import Clause, Document


@dataclass(frozen=True)
class Stretch:
    """A piece of the text; `page` is set where a page of a file with several pages begins.

    `shown` leaves out the line breaks next to a clause, because a clause stands on its own line.
    """

    segment: Segment
    page: int | None
    shown: str
    ends_clause: bool


@dataclass(frozen=True)
class ReadText:
    """The whole text in order, and how many clauses of each kind it has."""

    stretches: list[Stretch]
    kinds: dict[str, int]
    page_count: int


def read_text(document: Document) -> ReadText:
    clauses = list(document.clauses.all())
    pages = _pages(document)
    segments = marked_text(document.text, clauses, pages)
    kinds = Counter(clause.kind for clause in clauses)
    return ReadText(
        _stretches(segments), {kind: kinds[kind] for kind in Clause.Kind.values}, max(1, len(pages))
    )


def _stretches(segments: list[Segment]) -> list[Stretch]:
    found, page = [], ""
    for place, segment in enumerate(segments):
        before = segments[place - 1].clause if place else None
        after = segments[place + 1].clause if place + 1 < len(segments) else None
        label = segment.labels[0] if segment.labels else page
        found.append(
            Stretch(
                segment,
                page=int(label) if label != page else None,
                shown=_shown(segment, before, after),
                ends_clause=segment.clause is not None and segment.clause != after,
            )
        )
        page = label
    return found


def _shown(segment: Segment, before: Clause | None, after: Clause | None) -> str:
    text = segment.text
    if segment.clause:
        return text.strip("\n")
    text = text.lstrip("\n") if before else text
    return text.rstrip("\n") if after else text


def _pages(document: Document) -> list[Quote]:
    """The pages as stretches of the text; none when the file has a single page."""
    starts = sorted({int(start) for start in document.pages})
    if len(starts) < 2:
        return []
    ends = [*starts[1:], len(document.text)]
    return [
        Quote(label=str(number), start=start, end=end)
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
    ]
