"""The accounts of the writers beside the books of the city: what was said to be done is there."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from tests.soak.city import SoakCity
from tests.soak.writers import Desk, Fact, Writer

# What each event does to the state; the others leave it as it is.
_MOVES = {
    "tasks.task_received": ({"issued"}, "received"),
    "tasks.task_delivered": ({"received", "returned"}, "delivered"),
    "tasks.task_recalled": ({"delivered"}, "received"),
    "tasks.task_accepted": ({"delivered"}, "done"),
    "tasks.task_returned": ({"delivered"}, "returned"),
    "tasks.task_withdrawn": ({"issued", "received", "delivered", "returned"}, "withdrawn"),
}
_TAKEN_BY_ASSIGNING = ("tasks.task_assigned", "issued")
_ACTS = (*_MOVES, "tasks.task_assigned", "tasks.progress_noted", "tasks.extension_asked",
         "tasks.extension_granted")  # fmt: skip
_EVENTS = """
    SELECT target_id, name FROM kernel_auditevent
    WHERE target_type = 'tasks.task' AND name = ANY (%s) ORDER BY id
"""


def newest(city: SoakCity) -> int:
    """The last task before a run: what is older belongs to other accounts."""
    [(key,)] = city.rows("SELECT coalesce(max(id), 0) FROM work_workitem")
    return int(key)


def troubles(
    city: SoakCity, writers: Sequence[Writer], desks: Sequence[Desk] = (), *, since: int
) -> list[str]:
    """Everything in which the two differ; an empty list is what a run is for."""
    return [
        *_answers(writers, desks),
        *_facts(city, writers, desks, since),
        *_words(city, writers, desks),
        *_states(city),
        *_given(city, writers, since),
        *_doubles(city),
        *_notices(city),
    ]


def _answers(writers: Sequence[Writer], desks: Sequence[Desk]) -> Iterable[str]:
    for writer in writers:
        yield from (f"a write was answered by {text}" for text in writer.bodies)
    strange = Counter(s for d in desks for s in d.statuses if s not in {200, 302, 403, 422, 503})
    yield from (f"{count} forms were answered {status}" for status, count in strange.items())


def _facts(
    city: SoakCity, writers: Sequence[Writer], desks: Sequence[Desk], since: int
) -> Iterable[str]:
    said = Counter((f.task, f.event) for f in all_facts(writers, desks))
    unsure = Counter((f.task, f.event) for desk in desks for f in desk.unsure)
    kept = Counter(row for row in city.rows(_EVENTS, [list(_ACTS)]) if row[0] > since)
    for task, event in said.keys() | kept.keys():
        least, found = said[task, event], kept[task, event]
        if not least <= found <= least + unsure[task, event]:
            yield f"task {task}: {event} was acknowledged {least} times and is there {found} times"


def _words(city: SoakCity, writers: Sequence[Writer], desks: Sequence[Desk]) -> Iterable[str]:
    """Each report, product, recall and ground has words of its own, by which it is known again."""
    kept = Counter(city.rows("""
        SELECT task_id, done FROM tasks_progressnote UNION ALL
        SELECT task_id, text FROM tasks_delivery UNION ALL
        SELECT task_id, reason FROM tasks_delivery WHERE status = 'recalled' UNION ALL
        SELECT item_id, grounds FROM work_workextension
    """))  # fmt: skip
    facts = [fact for fact in all_facts(writers, desks) if fact.words]
    for fact in facts:
        if kept[fact.task, fact.words] != 1:
            yield f"{fact} is there {kept[fact.task, fact.words]} times"
    yield from (f"{key} is there {count} times" for key, count in kept.items() if count > 1)


def _states(city: SoakCity) -> Iterable[str]:
    """The history of each task, told again by the table of moves, ends in the state it has."""
    told: dict[int, list[str]] = defaultdict(list)
    for task, event in city.rows(_EVENTS, [list(_ACTS)]):
        told[task].append(event)
    for task, state in city.rows("SELECT id, state FROM work_workitem WHERE NOT is_collective"):
        at = "issued"
        for event in told[task]:
            before, after = _MOVES.get(event, (None, at))
            if before is not None and at not in before:
                yield f"task {task}: {event} was done to what was {at}"
            at = "received" if (event, at) == _TAKEN_BY_ASSIGNING else after
        if at != state:
            yield f"task {task} is {state}, its history says {at}: {told[task]}"


def _given(city: SoakCity, writers: Sequence[Writer], since: int) -> Iterable[str]:
    kept: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    for key, title, is_collective in city.rows(
        "SELECT id, title, is_collective FROM work_workitem WHERE id > %s", [since]
    ):
        kept[title].append((key, is_collective))
    acknowledged = {title: (key, count) for w in writers for key, title, count in w.given}
    for title, (key, count) in acknowledged.items():
        expected = count if count == 1 else count + 1
        if len(kept[title]) != expected or key not in {found for found, _ in kept[title]}:
            yield f"“{title}” was given to {count} and is there {len(kept[title])} times"
    yield from (f"“{title}” was never acknowledged" for title in kept if title not in acknowledged)


def _doubles(city: SoakCity) -> Iterable[str]:
    for number, count in city.rows(
        "SELECT number, count(*) FROM work_workitem GROUP BY 1 HAVING count(*) > 1"
    ):
        yield f"number {number} was given {count} times"
    for parent, unit, count in city.rows(
        "SELECT parent_id, lead_unit_id, count(*) FROM work_workitem "
        "WHERE parent_id IS NOT NULL GROUP BY 1, 2 HAVING count(*) > 1"
    ):
        yield f"unit {unit} has {count} parts of task {parent}"


def _notices(city: SoakCity) -> Iterable[str]:
    """Whoever is seated in a ward hears of each task given to it, once."""
    untold = city.rows("""
        SELECT w.id FROM work_workitem w JOIN org_unit u ON u.id = w.lead_unit_id
        WHERE NOT w.is_collective AND u.code = ANY (%s) AND NOT EXISTS (
            SELECT FROM notices_notice n WHERE n.subject_id = w.id AND n.kind = 'given')
    """, [["00004.UBND", "00008.UBND", "00070.UBND"]])  # fmt: skip
    yield from (f"nobody was told of task {key}" for (key,) in untold)
    twice = city.rows(
        "SELECT subject_id, person_id, count(*) FROM notices_notice "
        "WHERE kind = 'given' GROUP BY 1, 2 HAVING count(*) > 1"
    )
    yield from (f"person {who} was told {n} times of task {key}" for key, who, n in twice)


def all_facts(writers: Sequence[Writer], desks: Sequence[Desk] = ()) -> list[Fact]:
    by_writers = [fact for writer in writers for fact in writer.facts]
    return by_writers + [fact for desk in desks for fact in desk.facts]
