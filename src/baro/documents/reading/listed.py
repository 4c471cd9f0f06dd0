"""One task in the form of a list: what it is, and for each label the words that answer it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from baro.documents.reading.sentences import Span

Role = Literal["number", "matter", "lead", "along", "time", "product", "charge", "via", "note"]


@dataclass(frozen=True)
class Listed:
    """The whole stretch, the matter in it, and the stretches under each label.

    `source` says in Vietnamese where the lead was named: a label or the head of a column.
    """

    start: int
    end: int
    matter: Span
    parts: Mapping[Role, tuple[Span, ...]] = field(default_factory=dict)
    source: str = ""

    def under(self, role: Role) -> tuple[Span, ...]:
        return self.parts.get(role, ())
