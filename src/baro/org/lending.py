"""What those who are away lend, and to whom: two sources of the answer that `powers` gives."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, F, Func, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from baro.kernel.prepared import prepared
from baro.org.models import Appointment, Person, Post, RoleGrant, Substitution, Unit
from baro.org.roles import PERMISSIONS, Permission, Role

Paths = Mapping[Permission, frozenset[str]]
# Who is away does not lend the keys of the house: those change hands by an appointment.
_NOT_LENT = frozenset({Permission.MANAGE_ORG, Permission.MANAGE_SYSTEM})


@dataclass(frozen=True)
class Standing:
    """Somebody whose place the user takes on the day, with what that lends."""

    person: Person
    posts: tuple[Post, ...]
    paths: Paths
    until: date
    order_number: str

    @property
    def last_day(self) -> date:
        return self.until - timedelta(days=1)

    @property
    def place(self) -> tuple[int, int, str]:
        """Whoever sits higher first, in one unit by rank, then in the order of names."""
        seats = [(post.unit.path.count("/"), post.rank) for post in self.posts]
        return (*min(seats), self.person.sort_key)

    def nearness(self, unit: Unit, *permissions: Permission) -> int:
        """How narrow the ground around the unit is for which this lends any of it; 0 for none."""
        paths = (path for permission in permissions for path in self.paths.get(permission, ()))
        return max((path.count("/") for path in paths if unit.path.startswith(path)), default=0)


@dataclass(frozen=True)
class Away:
    """The user is away: who stands for them, until which day (excluded), by which paper."""

    substitute: str
    until: date
    order_number: str

    @property
    def last_day(self) -> date:
        return self.until - timedelta(days=1)


@prepared(person=int, on=date)
def appointments_with_lent(*, person: int, on: date) -> QuerySet[Appointment]:
    """The person's own and those of the people for whom they stand, each with its absence."""
    live = Substitution.objects.live(on=on)
    away = live.filter(giver=OuterRef("person")).annotate(
        told=JSONObject(
            substitute=F("substitute__full_name"), until=F("valid_to"), order=F("order_number")
        )
    )
    oneself = Person.objects.filter(pk=person).order_by().values("pk")
    lent = live.filter(substitute=person).order_by().values("giver")
    # An array is found before all else and known to be short; a condition with OR, or a set to
    # join with, has every table read whole.
    is_one_of_them = Func(
        F("person"),
        ArraySubquery(oneself.union(lent, all=True)),
        arg_joiner=" = ANY(",
        template="%(expressions)s)",
        output_field=BooleanField(),
    )
    return (
        Appointment.objects.live(on=on)
        .filter(is_one_of_them)
        .annotate(absence=Subquery(away.values("told")[:1]))
        .select_related("person", "post__unit__commune", "post__scope__commune", "post__oversees")
    )


def standing_in(lent: list[Appointment]) -> tuple[Standing, ...]:
    """In the order in which the frame of every page names them."""
    people: dict[int, list[Appointment]] = defaultdict(list)
    for appointment in lent:
        people[appointment.person_id].append(appointment)
    found = (
        Standing(
            person=held[0].person,
            posts=tuple(a.post for a in held),
            paths=_lent(paths_of((a.post for a in held), ())),
            until=date.fromisoformat(held[0].absence["until"]),  # type: ignore[attr-defined]
            order_number=held[0].absence["order"],  # type: ignore[attr-defined]
        )
        for held in people.values()
    )
    return tuple(sorted(found, key=lambda each: each.place))


def absence_in(own: list[Appointment]) -> Away | None:
    absence = own[0].absence if own else None  # type: ignore[attr-defined]
    if absence is None:
        return None
    until = date.fromisoformat(absence["until"])
    return Away(absence["substitute"], until, absence["order"])


def paths_of(posts: Iterable[Post], grants: Iterable[RoleGrant]) -> Paths:
    paths: dict[Permission, set[str]] = defaultdict(set)
    for post in posts:
        paths[Permission.SEE].add(post.unit.path)
        if post.oversees:
            paths[Permission.SEE].add(post.oversees.path)
        for permission in PERMISSIONS[Role(post.role)]:
            paths[permission].add(post.scope.path)
    for grant in grants:
        for permission in PERMISSIONS[Role(grant.role)]:
            paths[permission].add(grant.unit.path)
    return {key: frozenset(found) for key, found in paths.items()}


def _lent(paths: Paths) -> Paths:
    return {permission: found for permission, found in paths.items() if permission not in _NOT_LENT}


def united(many: list[Paths]) -> Paths:
    found: dict[Permission, frozenset[str]] = defaultdict(frozenset)
    for paths in many:
        for permission, places in paths.items():
            found[permission] |= places
    return dict(found)


def within(paths: Paths, permission: Permission, unit: Unit) -> bool:
    return any(unit.path.startswith(path) for path in paths.get(permission, ()))
