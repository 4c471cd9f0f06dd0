"""A document's text as a page shows it: its pages and its clauses, each with what it is."""

from collections import Counter
from dataclasses import dataclass

from baro.documents.marked_text import Quote, Segment, marked_text
from baro.documents.models import Clause, Document


@dataclass(frozen=True)
class Stretch:
    """A piece of the text; `page` is set where a page of a file with several pages begins."""

    segment: Segment
    page: int | None


@dataclass(frozen=True)
class ReadText:
    """The whole text in order, and how many clauses of each kind it has."""

    stretches: list[Stretch]
    kinds: dict[str, int]
    page_count: int


def read_text(document: Document) -> ReadText:
    clauses = list(document.clauses.all())
    pages = _pages(document)
    stretches, page = [], ""
    for segment in marked_text(document.text, clauses, pages):
        label = segment.labels[0] if segment.labels else page
        stretches.append(Stretch(segment, int(label) if label != page else None))
        page = label
    kinds = Counter(clause.kind for clause in clauses)
    return ReadText(
        stretches, {kind: kinds[kind] for kind in Clause.Kind.values}, max(1, len(pages))
    )


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
