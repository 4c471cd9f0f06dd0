"""What upper rooms put into a person's list: things that wait for one word of that person.

Each room hands in its own source, as rooms hand their finds to the palette; the ledger only shows.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from baro.org import api as org


@dataclass(frozen=True)
class Ask:
    """One line: what it is about, where it is answered, by when, and the word on its button."""

    title: str
    href: str
    due_on: date | None
    due_words: str
    kind: str
    facts: tuple[str, ...]
    act: str


AskSource = Callable[[org.User, datetime], Sequence[Ask]]
_sources: list[AskSource] = []


def stand_in_inbox(source: AskSource) -> None:
    """Let what the source finds for a user at a moment stand in the inbox; once for each room."""
    if source not in _sources:
        _sources.append(source)


def asks_of(user: org.User, *, at: datetime) -> tuple[Ask, ...]:
    """What all rooms ask of the user, the nearest day first."""
    found = [ask for source in _sources for ask in source(user, at)]
    return tuple(sorted(found, key=lambda ask: ask.due_on or date.max))
