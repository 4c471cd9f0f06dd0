"""What has to be said of a task before it exists; screens, API and drafts all bring this."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from baro.documents import api as documents
from baro.org import api as org


@dataclass(frozen=True)
class CooperatingPart:
    """A unit or group that contributes, with its own words and day."""

    code: str
    duty: str = ""
    due_on: date | None = None


@dataclass(frozen=True)
class Origin:
    """Who said what, to whom, where and when; `confirmer` must confirm a spoken order."""

    kind: str
    said_on: date
    said_by: str
    words: str
    occasion: str = ""
    said_to: str = ""
    confirmer: org.Post | None = None


@dataclass(frozen=True)
class TaskSpec:
    """One task as somebody wants to give it; several lead codes or a group fan it out.

    Exactly one of `due_on`, `recurrence` and `no_deadline_reason` says until when, except that a
    recurring task may also have its first date; a rhythm that names no day says nothing, and
    stands beside a date or a reason. Minutes that nobody estimated follow the rule.
    Units in `except_codes` are left out of the groups that the task names.
    """

    title: str
    issuer_unit: org.Unit
    lead_codes: tuple[str, ...]
    expected_product: str
    due_on: date | None = None
    recurrence: Mapping[str, Any] | None = None
    no_deadline_reason: str = ""
    content: str = ""
    cooperating: tuple[CooperatingPart, ...] = ()
    except_codes: tuple[str, ...] = ()
    inspector_post: org.Post | None = None
    minutes_per_unit: int | None = None
    source_document: documents.Document | None = None
    source_clause: str = ""
    quote: str = ""
    quote_start: int | None = None
    quote_end: int | None = None
    origin: Origin | None = None

    @property
    def label(self) -> str:
        """How a refusal names it."""
        title = self.title.strip() or "Việc chưa có tên"
        return (
            f"{documents.clause_title(self.source_clause)}, “{title}”"
            if self.source_clause
            else f"“{title}”"
        )


@dataclass(frozen=True)
class SplitPart:
    """One child into which a unit splits its own task."""

    unit: org.Unit
    title: str
    expected_product: str
    due_on: date | None
    person: org.Person | None = None
    minutes: int = 0
