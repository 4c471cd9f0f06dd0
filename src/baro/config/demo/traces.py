"""The history of each line, as the operations of tasks would have left it."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from operator import itemgetter
from typing import Any, NamedTuple

from django.apps import apps
from django.utils import timezone
from psycopg.types.json import Jsonb

from baro.config.demo.actors import Actors
from baro.config.demo.lives import HandIn, Life, Note, Question, Request
from baro.config.demo.loading import load_tuples
from baro.kernel.calendar import api as calendars
from baro.org import api as org
from baro.tasks.api import Task
from baro.work import api as work

_TASK = Task._meta.label_lower
_NOTHING = Jsonb({})


class Trace(NamedTuple):
    """One row of the trail."""

    at: datetime
    name: str
    target_type: str
    target_id: int
    target_label: str
    actor_id: int | None
    actor_label: str
    facts: Jsonb
    cause: Jsonb


def events_of(life: Life, item: work.WorkItem, actors: Actors) -> Iterator[Trace]:
    """Every act after the issue, in no particular order; the issue leaves its own event."""
    chronicle = _Chronicle(life, item, actors)
    yield from chronicle.of_taking_in()
    for note in life.notes:
        yield chronicle.of_note(note)
    for asked in life.questions:
        yield from chronicle.of_question(asked)
    for request in life.requests:
        yield from chronicle.of_request(request)
    for hand_in in life.hand_ins:
        yield from chronicle.of_hand_in(hand_in)
    if life.withdrawn_at:
        reason = {"reason": clause(life.withdrawn_for)}
        at = life.withdrawn_at
        yield chronicle.event("tasks.task_withdrawn", chronicle.issuer, at, **reason)


def event(name: str, item: work.WorkItem, by: org.User | None, at: datetime, **facts: Any) -> Trace:
    """One row of the trail about a task."""
    return Trace(
        at=at,
        name=name,
        target_type=_TASK,
        target_id=item.pk,
        target_label=f"{item.number} {item.title}"[:300],
        actor_id=by.pk if by else None,
        actor_label=by.person.full_name if by else "Hệ thống",
        facts=Jsonb(facts),
        cause=_NOTHING,
    )


def load_traces(rows: Iterable[Trace]) -> None:
    """Write the events in the order in which things happened."""
    trail = apps.get_model("kernel", "AuditEvent")
    load_tuples(trail, Trace._fields, sorted(rows, key=itemgetter(0)))


class _Chronicle:
    def __init__(self, life: Life, item: work.WorkItem, actors: Actors) -> None:
        self.life, self.item = life, item
        self.issuer = actors.issuer(life.line.paper)
        self.receiver = actors.receiver(life.line.unit)
        self.assigner = actors.assigner(life.line)
        self.hands = actors.hands(life.line)
        self.doer = self.hands.user if life.assigned_at else self.receiver

    def event(self, name: str, by: org.User, at: datetime, **facts: Any) -> Trace:
        return event(name, self.item, by, at, **facts)

    def of_taking_in(self) -> Iterator[Trace]:
        life, unit = self.life, self.life.line.unit
        if life.received_at:
            yield self.event("tasks.task_received", self.receiver, life.received_at, lead=unit.name)
        if life.assigned_at:
            hands = f"{self.hands.person}, {self.hands.unit or unit}" if self.hands.person else ""
            yield self.event(
                "tasks.task_assigned",
                self.assigner,
                life.assigned_at,
                assignee=hands or str(self.hands.unit or unit),
            )

    def of_note(self, note: Note) -> Trace:
        return self.event(
            "tasks.progress_noted",
            self.doer,
            note.at,
            progress=f"{clause(note.done)} ({note.percent}%)"
            f"{also(note.blocked_by, '; vướng mắc: ')}",
        )

    def of_question(self, asked: Question) -> Iterator[Trace]:
        by = self.receiver
        yield self.event("tasks.task_queried", by, asked.at, question=asked.text)
        if asked.answered_at:
            yield self.event(
                "tasks.task_answered",
                self.issuer,
                asked.answered_at,
                answer=asked.answer,
                old_due=_due(self.life.original_due_at),
                new_due=_due(self.life.due_at),
            )

    def of_request(self, request: Request) -> Iterator[Trace]:
        dates = {"old_due": _day(request.old_due_at), "new_due": _day(request.proposed_due_at)}
        grounds = clause(request.grounds)
        by = self.receiver
        yield self.event("tasks.extension_asked", by, request.at, **dates, grounds=grounds)
        if request.decided_at:
            verdict = "granted" if request.is_granted else "refused"
            standing = dates["new_due"] if request.is_granted else dates["old_due"]
            yield self.event(
                f"tasks.extension_{verdict}",
                self.issuer,
                request.decided_at,
                old_due=dates["old_due"],
                new_due=standing,
                verdict=f"{standing}{also(request.note)}",
            )

    def of_hand_in(self, made: HandIn) -> Iterator[Trace]:
        yield self.event(
            "tasks.task_delivered",
            self.doer,
            made.at,
            product=clause(made.text)[:200],
            timeliness=self._timeliness(made.at),
        )
        if made.decided_at is None:
            return
        if made.reason:
            reason = clause(made.reason)
            yield self.event("tasks.task_returned", self.issuer, made.decided_at, reason=reason)
            return
        yield self.event(
            "tasks.task_accepted",
            self.issuer,
            made.decided_at,
            verdict=f"{self._timeliness(made.at)}{also(made.note)}",
        )

    def _timeliness(self, at: datetime) -> str:
        due = self.life.due_at
        if due is None:
            return "việc không đặt hạn"
        if at <= due:
            return "đúng hạn"
        late = calendars.days_late(timezone.localdate(due), timezone.localdate(at))
        return calendars.overdue_words(late)


def clause(words: str) -> str:
    return words.strip().rstrip(".")


def also(words: str, before: str = ": ") -> str:
    return f"{before}{clause(words)}" if words else ""


def _day(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%d/%m/%Y}"


def _due(moment: datetime | None) -> str:
    return f"hạn {_day(moment)}" if moment else "không đặt hạn"
