"""Lives made up line by line: moments in their order, each in office hours."""

import random
from datetime import datetime, timedelta

from baro.config.demo import words
from baro.config.demo.chance import Days
from baro.config.demo.lines import Line, Outcome
from baro.config.demo.lives import HandIn, Life, Note, Question, Request
from baro.work.api import State

_QUIET_DAYS = 12
_STATES = {
    Outcome.WITHDRAWN: State.WITHDRAWN,
    Outcome.UNTOUCHED: State.ISSUED,
    Outcome.RUNNING: State.RECEIVED,
    Outcome.OVERDUE: State.RECEIVED,
    Outcome.UNCLEAR: State.UNCLEAR,
    Outcome.WAITING: State.DELIVERED,
    Outcome.RETURNED: State.RETURNED,
    Outcome.DONE_EARLY: State.DONE,
    Outcome.DONE_ON_TIME: State.DONE,
    Outcome.DONE_LATE: State.DONE,
}


class Biographer:
    """Tells the life of each line with its own run of chance."""

    def __init__(self, days: Days, chance: random.Random) -> None:
        self.days, self.chance = days, chance

    def life_of(self, line: Line) -> Life:
        life = self._at_birth(line)
        if line.outcome is Outcome.UNTOUCHED:
            return life
        self._receive(life)
        if line.outcome is Outcome.WITHDRAWN:
            life.withdrawn_at = self._soon(life.received_at or line.issued_at, 8)
            life.withdrawn_for = words.withdrawal(self.chance)
            return life
        tell = {
            Outcome.RUNNING: self._run,
            Outcome.OVERDUE: self._fall_silent,
            Outcome.UNCLEAR: self._ask,
            Outcome.WAITING: self._hand_in,
            Outcome.RETURNED: self._be_returned,
        }.get(line.outcome, self._finish)
        tell(life)
        self._give_grounds(life)
        return life

    def _at_birth(self, line: Line) -> Life:
        calendar = self.days.calendar
        original = line.extended_from or line.due_on
        return Life(
            line=line,
            state=_STATES[line.outcome],
            original_due_at=calendar.end_of(original) if original else None,
            due_at=calendar.end_of(line.due_on) if line.due_on else None,
        )

    def _receive(self, life: Life) -> None:
        line = life.line
        patience = min(1.2 + line.weakness * 0.5, 6)
        life.received_at = self._soon(line.issued_at, patience)
        is_passed_on = self.chance.random() < 0.62
        if line.is_of_the_story:  # the chairman's desk and the civil servant's
            is_passed_on = line.paper.sector.division == "KT"
        if is_passed_on:
            life.assigned_at = self._soon(life.received_at, 1.5)

    def _run(self, life: Life) -> None:
        """Under way; units that are well led wrote within the last days."""
        start = life.assigned_at or life.received_at or life.line.issued_at
        news = self.chance.random() > min(0.1 + 0.06 * life.line.weakness, 0.8)
        end = self.days.end if news else self.days.end - timedelta(days=_QUIET_DAYS)
        latest = max(start, end - timedelta(days=6)) if news else start
        count = self.chance.choice((1, 1, 2, 3)) if news else self.chance.choice((0, 0, 1))
        if end > start:
            self._note(life, start, end, count, last_after=latest)
        self._ask_for_time(life, 0.05)

    def _fall_silent(self, life: Life) -> None:
        """Past its day, and nobody has written for a long time."""
        start = life.assigned_at or life.received_at or life.line.issued_at
        end = self.days.end - timedelta(days=_QUIET_DAYS)
        draw = self.chance.random()
        if draw < 0.08 and not life.line.extended_from:
            life.state, life.received_at, life.assigned_at = State.ISSUED, None, None
            return
        if draw > 0.5 and end > start:
            self._note(life, start, min(end, life.due_at or end), 1)
        if draw > 0.9:
            at = self.days.between(start, min(end, life.due_at or end), self.chance)
            life.state = State.RETURNED
            life.hand_ins.append(self._given_back(at, end))

    def _ask(self, life: Life) -> None:
        start = life.received_at or life.line.issued_at
        limit = min(self.days.end, life.due_at or self.days.end)
        life.assigned_at = None
        at = self.days.between(max(start, limit - timedelta(days=8)), limit, self.chance)
        life.questions.append(Question(at, words.question(self.chance)))

    def _hand_in(self, life: Life) -> None:
        """In time, and waiting for the issuer."""
        start = life.assigned_at or life.received_at or life.line.issued_at
        limit = min(self.days.end, life.due_at or self.days.end)
        at = self.days.between(max(start, limit - timedelta(days=4)), limit, self.chance)
        self._note(life, start, at, self.chance.choice((0, 1, 1)))
        life.hand_ins.append(HandIn(at))

    def _be_returned(self, life: Life) -> None:
        start = life.assigned_at or life.received_at or life.line.issued_at
        at = self.days.between(start, self.days.end - timedelta(days=3), self.chance)
        life.hand_ins.append(self._given_back(at, self.days.end))

    def _finish(self, life: Life) -> None:
        line = life.line
        start = life.assigned_at or life.received_at or line.issued_at
        opens, shuts = self._window(life, start)
        at = self.days.between(opens, shuts, self.chance)
        self._answered_question(life, start, at)
        self._note(life, start, at, self.chance.choice((0, 0, 0, 1, 1, 2)))
        if self.chance.random() < 0.06 and (at - start).days >= 6:
            first = self.days.between(start, at - timedelta(days=3), self.chance)
            life.hand_ins.append(self._given_back(first, at - timedelta(hours=20)))
        accepted = self._soon(at, 5)
        life.hand_ins.append(HandIn(at, accepted))
        self._ask_for_time(life, 0.012)

    def _window(self, life: Life, start: datetime) -> tuple[datetime, datetime]:
        """When the product that counts was handed in."""
        latest = self.days.end - timedelta(days=1, hours=2)
        due = life.due_at
        if due is None:
            return start, latest
        if life.line.outcome is Outcome.DONE_LATE:
            slack = timedelta(days=min(4 + 2 * life.line.weakness, 34))
            return due, max(min(due + slack, latest), due + timedelta(hours=1))
        share = start + (due - start) * (0.25 if life.line.outcome is Outcome.DONE_EARLY else 0.55)
        return min(share, latest), min(due, latest)

    def _answered_question(self, life: Life, start: datetime, end: datetime) -> None:
        """Asked and answered within an hour or two; the deadline moves as the clock says."""
        original = life.original_due_at
        if self.chance.random() > 0.012 or not original or life.line.extended_from:
            return
        at = self.days.between(start, min(start + timedelta(days=2), end, original), self.chance)
        answered = at + timedelta(minutes=self.chance.randrange(35, 150))
        if not start < at < answered < min(end, original):
            return
        life.questions.append(
            Question(at, words.question(self.chance), answered, words.answer(self.chance))
        )
        calendar = self.days.calendar
        lost = calendar.working_minutes_between(at, answered)
        if lost:
            moved = calendar.add_working_time(original, lost)
            life.due_at = calendar.end_of(moved.astimezone(original.tzinfo).date())

    def _give_grounds(self, life: Life) -> None:
        """A deadline that was extended has its request and the issuer's word."""
        line = life.line
        if line.extended_from is None or life.original_due_at is None or life.due_at is None:
            return
        limit = life.original_due_at - timedelta(hours=30)
        opens = max(life.received_at or line.issued_at, limit - timedelta(days=5))
        at = self.days.between(opens, limit, self.chance)
        decided = max(at + timedelta(minutes=20), self._soon(at, 1))
        request = Request(at, life.original_due_at, life.due_at, words.grounds(self.chance))
        request.decided_at, request.is_granted = decided, True
        life.requests.append(request)

    def _ask_for_time(self, life: Life, share: float) -> None:
        """Some ask and are refused; some still wait for an answer."""
        due = life.due_at
        if due is None or life.line.extended_from or life.questions:
            return
        if self.chance.random() > share:
            return
        opens = life.received_at or life.line.issued_at
        closes = life.closed_at or self.days.end
        at = self.days.between(max(opens, due - timedelta(days=12)), min(due, closes), self.chance)
        if not opens < at < min(due, closes) - timedelta(hours=30):
            return
        proposed = self.days.calendar.end_of(self.days.due(due.date(), 10))
        request = Request(at, due, proposed, words.grounds(self.chance))
        is_open = life.state == State.RECEIVED and self.days.today - at.date() < timedelta(days=9)
        if not is_open:
            request.decided_at = min(self._soon(at, 2), closes - timedelta(minutes=5))
            request.note = words.refusal(self.chance)
        life.requests.append(request)

    def _note(
        self,
        life: Life,
        start: datetime,
        end: datetime,
        count: int,
        last_after: datetime | None = None,
    ) -> None:
        moments = self.days.steps(start, end, count, self.chance) if end > start else []
        if moments and last_after and moments[-1] < last_after:
            moments[-1] = self.days.between(last_after, end, self.chance)
        for place, at in enumerate(moments):
            done, percent = words.progress(self.chance, place, max(count, 2))
            life.notes.append(Note(at, done, percent, words.block(self.chance)))

    def _given_back(self, at: datetime, limit: datetime) -> HandIn:
        decided = min(self._soon(at, 2.5), max(limit, at + timedelta(minutes=30)))
        return HandIn(
            at, max(decided, at + timedelta(minutes=15)), words.return_reason(self.chance)
        )

    def _soon(self, moment: datetime, days: float) -> datetime:
        """A moment in office hours within so many days."""
        return self.days.between(moment, moment + timedelta(days=days), self.chance)
