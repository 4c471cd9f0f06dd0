"""A paper, and the duties that it gives, before they become a document and tasks."""

from dataclasses import dataclass, field
from datetime import date, datetime

from baro.config.demo.sectors import Duty, Sector
from baro.org import api as org

GROUP_OF = {"communes": "G.UBND-XP", "committees": "G.DU-XP", "departments": "G.SBN"}


@dataclass
class Assigned:
    """One duty in one paper: who owes it, by when, and where it stands in the text."""

    duty: Duty
    title: str
    detail: str
    product: str
    leads: list[org.Unit]
    cooperating: list[org.Unit]
    due_on: date | None
    says_within: bool = False
    recurrence: dict[str, str] | None = None
    no_deadline_reason: str = ""
    clause: str = ""
    start: int = 0
    end: int = 0

    @property
    def is_for_a_group(self) -> bool:
        return self.duty.to in GROUP_OF

    @property
    def lead_codes(self) -> tuple[str, ...]:
        """As a text addresses them: a group by its name, others one by one."""
        if self.is_for_a_group:
            return (GROUP_OF[self.duty.to],)
        return tuple(unit.code for unit in self.leads)


@dataclass
class Paper:
    """One issued paper before it becomes a document with a number and a text."""

    place: int
    kind: str
    issuer: org.Unit
    sector: Sector
    issued_on: date
    assigned: list[Assigned] = field(default_factory=list)
    issued_at: datetime | None = None
    text: str = ""
    subject: str = ""
    type: str = ""
    number: int = 0
    symbol: str = ""
    signer: org.Post | None = None
    signer_title: str = ""
    leader: org.Post | None = None
