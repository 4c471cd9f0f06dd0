"""What happened to a line between its issue and the day of the build."""

from dataclasses import dataclass, field
from datetime import datetime

from baro.config.demo.lines import Line
from baro.work.api import State


@dataclass
class Note:
    """A progress note."""

    at: datetime
    done: str
    percent: int
    blocked_by: str = ""


@dataclass
class HandIn:
    """A product handed in, and what the issuer said."""

    at: datetime
    decided_at: datetime | None = None
    reason: str = ""
    text: str = ""
    note: str = ""

    @property
    def is_accepted(self) -> bool:
        return self.decided_at is not None and not self.reason


@dataclass
class Question:
    """The receiver asked what is meant; the clock stood still until the answer."""

    at: datetime
    text: str
    answered_at: datetime | None = None
    answer: str = ""


@dataclass
class Request:
    """The receiver asked for a later deadline."""

    at: datetime
    old_due_at: datetime
    proposed_due_at: datetime
    grounds: str
    decided_at: datetime | None = None
    is_granted: bool = False
    note: str = ""


@dataclass
class Life:
    """Everything that happened to one line."""

    line: Line
    state: State
    original_due_at: datetime | None
    due_at: datetime | None
    received_at: datetime | None = None
    assigned_at: datetime | None = None
    notes: list[Note] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    hand_ins: list[HandIn] = field(default_factory=list)
    withdrawn_at: datetime | None = None
    withdrawn_for: str = ""

    @property
    def is_paused(self) -> bool:
        return self.state == State.UNCLEAR

    @property
    def is_extension_asked(self) -> bool:
        return any(request.decided_at is None for request in self.requests)

    @property
    def delivered_at(self) -> datetime | None:
        """The delivery that counts: handed in and not given back."""
        standing = [hand_in.at for hand_in in self.hand_ins if not hand_in.reason]
        return standing[-1] if standing else None

    @property
    def closed_at(self) -> datetime | None:
        if self.withdrawn_at:
            return self.withdrawn_at
        return self.hand_ins[-1].decided_at if self.state == State.DONE else None

    @property
    def last_update_at(self) -> datetime:
        moments = [self.line.issued_at, self.received_at, self.withdrawn_at]
        moments += [note.at for note in self.notes]
        moments += [moment for asked in self.questions for moment in (asked.at, asked.answered_at)]
        moments += [request.at for request in self.requests]
        moments += [moment for made in self.hand_ins for moment in (made.at, made.decided_at)]
        return max(moment for moment in moments if moment)
