"""People whose names somebody looked for among the words of tasks, where no name ever stands."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from baro.org import api as org
from baro.work import api as work

_MOST = 3


@dataclass(frozen=True)
class PersonMeant:
    """Somebody so called, the list of what they have in hand, and their page."""

    name: str
    post: str
    href: str
    page: str


@dataclass(frozen=True)
class PeopleMeant:
    """The first few with such a name; `more` leads to all of them where there are others."""

    people: tuple[PersonMeant, ...] = ()
    more: str = ""


def people_meant(query: work.ListQuery, *, on: date, is_empty: bool) -> PeopleMeant:
    """Who holds which post is open to all who signed in.

    Where nothing was found any words may be a name, else only those that look like one.
    """
    words = query.one("q")
    is_name = org.could_be_name(words) or (is_empty and words.replace(" ", "").isalpha())
    found = org.namesakes(words, on=on, most=_MOST + 1) if is_name else ()
    more = f"{reverse('org:unit-list')}?{urlencode({'q': words})}" if len(found) > _MOST else ""
    people = tuple(
        PersonMeant(
            each.name,
            each.post,
            f"{reverse('tasks:task-list')}{query.but('q').href(nguoi=str(each.pk))}",
            reverse("org:person", args=[each.pk]),
        )
        for each in found[:_MOST]
    )
    return PeopleMeant(people, more)
