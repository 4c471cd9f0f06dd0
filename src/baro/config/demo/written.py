"""The rows that lives leave beside the ledger, gathered and written together."""

from collections import defaultdict
from datetime import datetime

from django.db import models

from baro.config.demo import traces
from baro.config.demo.actors import Actors
from baro.config.demo.lives import Life
from baro.config.demo.loading import load
from baro.org import api as org
from baro.tasks import api as tasks
from baro.work import api as work


class Written:
    """The rows that the lives leave beside the ledger, and their events."""

    def __init__(self) -> None:
        self.rows: dict[type[models.Model], list[models.Model]] = defaultdict(list)
        self.events: list[traces.Trace] = []

    def add(self, row: models.Model) -> None:
        self.rows[type(row)].append(row)

    def write(self, life: Life, item: work.WorkItem, actors: Actors) -> None:
        issuer, receiver = actors.issuer(life.line.paper), actors.receiver(life.line.unit)
        doer = actors.hands(life.line).user if life.assigned_at else receiver
        self._write_work(life, item, issuer, doer)
        self._write_questions(life, item, issuer, receiver)
        self._write_requests(life, item, issuer, receiver)
        self.events.extend(traces.events_of(life, item, actors))

    def _write_work(
        self, life: Life, item: work.WorkItem, issuer: org.User, doer: org.User
    ) -> None:
        for note in life.notes:
            self.add(
                tasks.ProgressNote(
                    task_id=item.pk,
                    done=note.done,
                    blocked_by=note.blocked_by,
                    percent=note.percent,
                    noted_at=note.at,
                    noted_by=doer,
                )
            )
        for made in life.hand_ins:
            self.add(
                tasks.Delivery(
                    task_id=item.pk,
                    status=_verdict(made.decided_at, made.reason),
                    text=made.text,
                    handed_in_at=made.at,
                    handed_in_by=doer,
                    decided_at=made.decided_at,
                    decided_by=issuer if made.decided_at else None,
                    reason=made.reason or made.note,
                )
            )

    def _write_questions(
        self, life: Life, item: work.WorkItem, issuer: org.User, receiver: org.User
    ) -> None:
        for asked in life.questions:
            self.add(
                tasks.Clarification(
                    task_id=item.pk,
                    question=asked.text,
                    asked_at=asked.at,
                    asked_by=receiver,
                    answer=asked.answer,
                    answered_at=asked.answered_at,
                    answered_by=issuer if asked.answered_at else None,
                )
            )
            self.add(
                work.WorkPause(
                    item=item,
                    from_at=asked.at,
                    to_at=asked.answered_at,
                    reason=asked.text,
                    paused_by=receiver,
                )
            )

    def _write_requests(
        self, life: Life, item: work.WorkItem, issuer: org.User, receiver: org.User
    ) -> None:
        for request in life.requests:
            self.add(
                work.WorkExtension(
                    item=item,
                    status=_decision(request.decided_at, is_granted=request.is_granted),
                    old_due_at=request.old_due_at,
                    proposed_due_at=request.proposed_due_at,
                    grounds=request.grounds,
                    asked_at=request.at,
                    asked_by=receiver,
                    new_due_at=request.proposed_due_at if request.is_granted else None,
                    decided_at=request.decided_at,
                    decided_by=issuer if request.decided_at else None,
                    decision_note=request.note,
                )
            )

    def load(self) -> None:
        for rows in self.rows.values():
            load(rows)
        traces.load_traces(self.events)


def _verdict(decided_at: datetime | None, reason: str) -> str:
    status = tasks.Delivery.Status
    if decided_at is None:
        return status.HANDED_IN
    return status.RETURNED if reason else status.ACCEPTED


def _decision(decided_at: datetime | None, *, is_granted: bool) -> str:
    status = work.WorkExtension.Status
    if decided_at is None:
        return status.ASKED
    return status.GRANTED if is_granted else status.REFUSED
