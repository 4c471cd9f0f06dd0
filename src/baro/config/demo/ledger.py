"""Tasks issued by the operation, then brought to where their lives have led them, in bulk."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from baro.config.demo import traces, words
from baro.config.demo.actors import Actors
from baro.config.demo.biographies import Biographer
from baro.config.demo.chance import Days, stream
from baro.config.demo.lines import Line
from baro.config.demo.lives import Life
from baro.config.demo.loading import count_afresh, rewrite
from baro.config.demo.papers import Assigned, Paper
from baro.config.demo.written import Written
from baro.documents import api as documents
from baro.tasks import api as tasks
from baro.work import api as work

_MOVED = (
    "state", "assigned_unit", "assignee", "due_at", "is_paused", "is_extension_asked",
    "delivered_at", "closed_at", "last_update_at",
)  # fmt: skip
_CONTRIBUTED = "Đã gửi ý kiến và số liệu phối hợp cho đơn vị chủ trì."
Key = tuple[int, str, int]


def issue_papers(
    papers: list[Paper],
    registered: dict[int, documents.Document],
    actors: Actors,
    say: Callable[[str], None],
) -> None:
    """Give what each paper says, on its day, by the specialist who follows its sector."""
    for paper in papers:
        document = registered[paper.place]
        _take_clauses(paper, document)
        tasks.issue_tasks(
            specs=[_spec(paper, item, document, actors) for item in paper.assigned],
            by=actors.issuer(paper),
            at=paper.issued_at or document.registered_at,
        )
        if (paper.place + 1) % 50 in {2, 0}:
            count_afresh()
        if (paper.place + 1) % 50 == 0:
            say(f"Đã giao việc theo {paper.place + 1}/{len(papers)} văn bản.")


def live_through(
    lines: list[Line], registered: dict[int, documents.Document], actors: Actors, days: Days
) -> list[Life]:
    """Let everything happen to the issued tasks that happened by the end of yesterday."""
    chance = stream("lives")
    biographer = Biographer(days, chance)
    items, parents = _issued()
    written = Written()
    lives, moved = [], []
    for line in lines:
        life = biographer.life_of(line)
        document = registered[line.paper.place]
        item = items[document.pk, line.assigned.clause, line.unit.pk]
        for made in life.hand_ins:
            made.text = words.delivered_text(chance, line.assigned.product, line.unit.short_name)
            made.note = words.acceptance(chance) if made.is_accepted else ""
        _move(item, life, actors)
        written.write(life, item, actors)
        lives.append(life)
        moved.append(item)
    moved += _follow(moved, parents, written)
    rewrite(moved, _MOVED)
    written.load()
    _finish_parts(actors)
    return lives


def _finish_parts(actors: Actors) -> None:
    """Whoever cooperated in what is done has finished their own part by then."""
    found = work.WorkParty.objects.filter(
        part=work.WorkParty.Part.COOPERATING,
        item__state=work.State.DONE,
        item__delivered_at__isnull=False,
    )
    parts = list(found.select_related("item", "unit").order_by("pk"))
    for part in parts:
        part.done_at, part.done_note = part.item.delivered_at, _CONTRIBUTED
    if parts:
        rewrite(parts, ("done_at", "done_note"))
    traces.load_traces(
        traces.event(
            "tasks.part_finished",
            part.item,
            actors.receiver(part.unit),
            part.done_at,
            unit=part.unit.name,
            note=traces.clause(_CONTRIBUTED),
        )
        for part in parts
        if part.done_at
    )


def _take_clauses(paper: Paper, document: documents.Document) -> None:
    """Name each duty's clause as the reader named it."""
    found = sorted(document.clauses.values_list("start", "end", "key"))
    for item in paper.assigned:
        inside = [key for start, end, key in found if start <= item.start < end]
        item.clause = inside[-1] if inside else item.clause


def _spec(
    paper: Paper, item: Assigned, document: documents.Document, actors: Actors
) -> tasks.TaskSpec:
    quote = paper.text[item.start : item.end]
    return tasks.TaskSpec(
        title=item.title,
        issuer_unit=paper.issuer,
        lead_codes=item.lead_codes,
        expected_product=item.product,
        due_on=item.due_on,
        recurrence=item.recurrence,
        no_deadline_reason=item.no_deadline_reason,
        cooperating=tuple(tasks.CooperatingPart(unit.code) for unit in item.cooperating),
        inspector_post=actors.specialist_post(paper),
        source_document=document,
        source_clause=item.clause,
        quote=quote,
        quote_start=item.start,
        quote_end=item.end,
    )


def _issued() -> tuple[dict[Key, work.WorkItem], dict[int, work.WorkItem]]:
    """The counted items by document, clause and unit; the collective ones by key."""
    items, parents = {}, {}
    for item in work.WorkItem.objects.order_by("pk"):
        if item.is_collective:
            parents[item.pk] = item
        else:
            items[item.source_document_id or 0, item.source_clause, item.lead_unit_id] = item
    return items, parents


def _move(item: work.WorkItem, life: Life, actors: Actors) -> None:
    item.state, item.due_at = life.state, life.due_at
    item.is_paused, item.is_extension_asked = life.is_paused, life.is_extension_asked
    item.delivered_at = life.delivered_at
    item.closed_at, item.last_update_at = life.closed_at, life.last_update_at
    if life.assigned_at:
        hands = actors.hands(life.line)
        item.assigned_unit, item.assignee = hands.unit, hands.person


def _follow(
    moved: Iterable[work.WorkItem], parents: dict[int, work.WorkItem], written: Written
) -> list[work.WorkItem]:
    """Collective items stand where their children stand (the rule of `work`)."""
    children: dict[int, list[work.WorkItem]] = defaultdict(list)
    for item in moved:
        if item.parent_id:
            children[item.parent_id].append(item)
    for key, below in children.items():
        parent = parents[key]
        closed = [child.closed_at for child in below if child.closed_at]
        news = [child.last_update_at for child in below if child.state != work.State.ISSUED]
        if news:
            parent.state, parent.last_update_at = work.State.RECEIVED, max(news)
        if len(closed) == len(below):
            parent.state, parent.closed_at = work.State.DONE, max(closed)
            parent.delivered_at = max(c.delivered_at for c in below if c.delivered_at)
            written.events.append(
                traces.event("tasks.task_followed", parent, None, parent.closed_at)
            )
    return [parents[key] for key in children]
