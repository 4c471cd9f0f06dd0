"""People whose names somebody looked for among the words of tasks, where no name ever stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from baro.org import api as org
from baro.work import api as work

_MOST = 3


@dataclass(frozen=True)
class PersonMeant:
    """Somebody so called, and the list of what they have in hand."""

    name: str
    post: str
    href: str


def people_meant(query: work.ListQuery, *, on: date) -> Sequence[PersonMeant]:
    """The first few with such a name; who holds which post is open to all who signed in."""
    words = query.one("q")
    if not words.replace(" ", "").isalpha():
        return ()
    return [
        PersonMeant(
            found.person.full_name,
            str(found.appointment.post) if found.appointment else "",
            query.but("q").href(nguoi=str(found.person.pk)),
        )
        for found in org.people_named(words, on=on, most=_MOST)
    ]
