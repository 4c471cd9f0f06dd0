"""What reading gives back: facts about the head, clauses, and drafts of tasks."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

ClauseKind = Literal["task", "information", "none"]
Shared = Literal["each", "together"]
Every = Literal["day", "week", "two-weeks", "month", "quarter", "half-year", "year"]


@dataclass(frozen=True)
class Head:
    """What stands above and below the body; None where the text does not say."""

    type: str | None = None
    number: str | None = None
    issued_on: date | None = None
    issuer: str | None = None
    subject: str | None = None
    signer_title: str | None = None
    signer_name: str | None = None
    secrecy: str | None = None
    urgency: str | None = None


@dataclass(frozen=True)
class Clause:
    """One paragraph of the text: a task, information or nothing, and the reason in Vietnamese."""

    id: str
    kind: ClauseKind
    start: int
    end: int
    reason: str


@dataclass(frozen=True)
class Addressee:
    """A unit or a group of units; `count` is how many bodies the name stands for."""

    code: str
    name: str
    count: int = 1


@dataclass(frozen=True)
class Recurrence:
    """Comes back every week, month...; `by` keeps the day in the words of the text."""

    every: Every
    by: str | None = None


@dataclass(frozen=True)
class DraftTask:
    """One task as a specialist would write it down, with the words it rests on.

    `quote == text[start:end]`. What the text leaves open is empty here and named in `doubts`.
    `excluded` are bodies that a named group stands without ("trừ phường A"). `shared` says whether
    several leads have one task together or one each. `via` is the body through which they report.
    `reasons` say in Vietnamese what the lead and the day rest on.
    """

    clause: str
    title: str
    lead: tuple[Addressee, ...]
    cooperating: tuple[Addressee, ...]
    in_charge: str | None
    due: date | None
    due_text: str | None
    recurrence: Recurrence | None
    product: str | None
    quote: str
    start: int
    end: int
    doubts: tuple[str, ...] = ()
    excluded: tuple[Addressee, ...] = ()
    shared: Shared | None = None
    via: Addressee | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """Everything read from one text. All offsets count characters of `text`, which is NFC."""

    head: Head
    clauses: tuple[Clause, ...]
    tasks: tuple[DraftTask, ...]
    text: str = field(repr=False, default="")
