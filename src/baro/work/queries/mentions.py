"""Whom a comment calls by name, and who can be called at all: people who may see the item."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from baro.org import api as org
from baro.work.models import WorkItem
from baro.work.models.comments import WorkComment, WorkWatch

# A name after the sign: words that begin with a capital letter, at most six.
CALL = re.compile(r"(?<![\w@.])@((?:[^\W\d_]+)(?: [^\W\d_]+){0,5})")
_MOST_LOOKED_AT = 10


@dataclass(frozen=True)
class Called:
    """A name that was called, with everybody who bears it."""

    name: str
    people: tuple[org.Person, ...]


def names_called(text: str) -> tuple[Called, ...]:
    """The longest name at each sign that somebody bears; words that name nobody are just words."""
    calls = [_beginnings(match.group(1)) for match in CALL.finditer(text)]
    wanted = {name for names in calls for name in names}
    bearers: dict[str, list[org.Person]] = {}
    for person in org.Person.objects.filter(full_name__in=wanted).order_by("pk"):
        bearers.setdefault(person.full_name, []).append(person)
    found = (next((name for name in names if name in bearers), None) for names in calls)
    return tuple(Called(name, tuple(bearers[name])) for name in dict.fromkeys(found) if name)


def seeing(item: WorkItem, people: Iterable[org.Person]) -> list[org.Person]:
    """Those of the people who have an account and may see the item today."""
    accounts = org.User.objects.filter(person__in=list(people), is_active=True)
    return [
        user.person
        for user in accounts.select_related("person").order_by("person__sort_key")
        if WorkItem.objects.visible_to(user).filter(pk=item.pk).exists()
    ]


def callable_people(
    item: WorkItem, words: str, *, caller: org.User, on: date, most: int
) -> list[tuple[org.Person, str]]:
    """Others with such a name who may see the item, each with their post.

    Without words: those who have to do with the item already.
    """
    people = _named(item, words, on=on) if words else _at_hand(item, on=on)
    others = [person for person in people if person.pk != caller.person_id]
    seen = seeing(item, others)[:most]
    posts: dict[int, str] = {}
    held = org.Appointment.objects.live(on=on).filter(person__in=seen).exclude(nature="acting")
    for appointment in held.select_related("post__unit").order_by("-nature", "pk"):
        posts.setdefault(appointment.person_id, str(appointment.post))
    return [(person, posts.get(person.pk, "")) for person in seen]


def _named(item: WorkItem, words: str, *, on: date) -> list[org.Person]:
    """Who acts for a unit with a part in it, who sits where it is done, then whoever else."""
    units = [party.unit for party in item.parties.select_related("unit")]
    live = org.Appointment.objects.live(on=on)
    inside = org.Unit.objects.within([item.lead_unit.path])
    near = (live.filter(post__scope__in=units), live.filter(post__unit__in=inside))
    named = org.Person.objects.named(words)
    found = [
        person
        for held in near
        for person in named.filter(pk__in=held.values("person"))[:_MOST_LOOKED_AT]
    ]
    return list(dict.fromkeys([*found, *named[:_MOST_LOOKED_AT]]))[:_MOST_LOOKED_AT]


def _at_hand(item: WorkItem, *, on: date) -> list[org.Person]:
    """Who gave it, answers for it, looks after it, does it, follows it, or spoke about it."""
    posts = [post for post in (item.accountable_post, item.inspector_post) if post]
    spoke = WorkComment.objects.filter(item=item).values("written_by__person")
    follows = WorkWatch.objects.filter(item=item).values("person")
    others = org.Person.objects.filter(Q(pk__in=spoke) | Q(pk__in=follows))
    known = [item.issued_by.person, *org.holders_of(posts, on=on).values()]
    known += [item.assignee] if item.assignee else []
    return list(dict.fromkeys([*known, *others[:_MOST_LOOKED_AT]]))


def _beginnings(words: str) -> list[str]:
    """`Nguyễn Văn An xem giúp` may begin with the name `Nguyễn Văn An`; the longest first."""
    parts = words.split(" ")
    return [" ".join(parts[:count]) for count in range(len(parts), 0, -1)]
