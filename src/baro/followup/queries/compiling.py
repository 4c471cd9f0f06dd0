"""Compiling what became of earlier conclusions, in a fixed number of queries."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from baro.documents import api as documents
from baro.followup.compilation import (
    LATE,
    ClausePart,
    Compilation,
    ConclusionPart,
    TaskLine,
)
from baro.followup.models import CommitteeSession
from baro.followup.policies import can_see_whole_compilation
from baro.followup.queries.committees import sessions_before
from baro.followup.queries.compiled_lines import LineBook, counted
from baro.followup.queries.evidence import backing_of
from baro.org import api as org
from baro.work import api as work

_SIGN = re.compile(r"(?:Điều \d+\.|[IVXL]+\.|\d+(?:\.\d+)*[.)]|[a-zđ]\)|[-–+])\s+")
_ENDED = (work.State.WITHDRAWN, work.State.REPLACED)


def compiled(session: CommitteeSession, user: org.User, *, at: datetime) -> Compilation:
    """How every clause of the session before stands now, and what is still open of older ones."""
    before = list(sessions_before(session))
    items = _items(before, _reach(session, user, at), at)
    backing = backing_of(
        [item.pk for item in items if not item.is_collective], [i.pk for i in items if _is_late(i)]
    )
    posts = {item.accountable_post for item in items if item.accountable_post}
    book = LineBook(backing, org.holders_of(posts, on=timezone.localdate(at)), at)
    last = before[0] if before else None
    own = [i for i in items if last and i.source_document_id == last.conclusion_id]
    parts = [_part(one, items, book, is_last=one == last) for one in before]
    return Compilation(
        committee=session.committee.name,
        number=session.number,
        at=f"{timezone.localtime(at):%H:%M ngày %d/%m/%Y}",
        counts=counted(item for item in own if not item.is_collective),
        parts=tuple(part for part in parts if part.is_last or part.clauses),
    )


def _reach(session: CommitteeSession, user: org.User, at: datetime) -> work.WorkItemQuerySet:
    on = timezone.localdate(at)
    if can_see_whole_compilation(user, session.committee, on=on):
        return work.WorkItem.objects.all()
    return work.WorkItem.objects.visible_to(user)


def _items(
    before: Sequence[CommitteeSession], reach: work.WorkItemQuerySet, at: datetime
) -> list[work.WorkItem]:
    papers = [session.conclusion_id for session in before]
    rows = reach.filter(source_document__in=papers, is_internal=False).exclude(state__in=_ENDED)
    with_names = rows.select_related("lead_unit", "accountable_post")
    return list(with_names.with_cell(at=at).order_by("due_at", "pk"))


def _part(
    session: CommitteeSession, items: Iterable[work.WorkItem], book: LineBook, *, is_last: bool
) -> ConclusionPart:
    paper = session.conclusion
    assert paper is not None  # noqa: S101 - sessions_before asks for it
    mine = [item for item in items if item.source_document_id == paper.pk]
    lines = _lines(mine, book, only_open=not is_last)
    day = f" ngày {paper.issued_on:%d/%m/%Y}" if paper.issued_on else ""
    return ConclusionPart(
        session=session.number,
        document_id=paper.pk,
        label=f"{paper.get_type_display()} số {paper.symbol}{day}",
        subject=paper.subject,
        is_last=is_last,
        clauses=tuple(_clauses(paper, lines, with_bare=is_last)),
    )


def _lines(
    items: Sequence[work.WorkItem], book: LineBook, *, only_open: bool
) -> Mapping[str, list[TaskLine]]:
    """The lines of each clause; a child is told with the collective item above it."""
    below: dict[int | None, list[work.WorkItem]] = defaultdict(list)
    for item in items:
        below[item.parent_id].append(item)
    gathering = {item.pk for item in items if item.is_collective and below[item.pk]}
    found: dict[str, list[TaskLine]] = defaultdict(list)
    for item in items:
        if _is_told(item, gathering) and (item.is_open or not only_open):
            told = book.gathered(item, below[item.pk]) if item.is_collective else book.line(item)
            found[item.source_clause].append(told)
    return found


def _is_told(item: work.WorkItem, gathering: set[int]) -> bool:
    """A line of its own: a task of one unit, or a collective one with something below it."""
    return item.pk in gathering if item.is_collective else item.parent_id not in gathering


def _clauses(
    paper: documents.Document, lines: Mapping[str, list[TaskLine]], *, with_bare: bool
) -> Iterable[ClausePart]:
    """In the order of the text; a clause that gave a task but has none is shown bare."""
    known = set()
    for clause in paper.clauses.all():
        known.add(clause.key)
        is_bare = with_bare and clause.kind == documents.Clause.Kind.TASK
        if lines.get(clause.key) or is_bare:
            text = " ".join(paper.text[clause.start : clause.end].split())
            yield ClausePart(clause.key, _unsigned(text), tuple(lines.get(clause.key, ())))
    for key in sorted(set(lines) - known):
        yield ClausePart(key, "", tuple(lines[key]))


def _unsigned(text: str) -> str:
    """The words of a clause without its number, which stands beside it."""
    found = _SIGN.match(text)
    return text[found.end() :] if found else text


def _is_late(item: work.WorkItem) -> bool:
    return item.cell in LATE


def task_address(line: TaskLine) -> str:
    """Where a task, or the board of a collective one, is looked at."""
    name = f"{line.kind}s:{line.kind}{'-board' if line.is_collective else ''}"
    return reverse(name, args=[line.item_id])
