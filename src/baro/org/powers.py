"""What a user may see and do on a day: worked out from live appointments and grants."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from baro.kernel.editions import Edition, held
from baro.kernel.prepared import prepared
from baro.org.lending import (
    Away,
    Paths,
    Standing,
    absence_in,
    appointments_with_lent,
    paths_of,
    standing_in,
    united,
    within,
)
from baro.org.models import Person, Post, RoleGrant, Unit, User
from baro.org.roles import Permission


@dataclass(frozen=True)
class Powers:
    """Each permission with the tree paths under which it holds; one answer for one day.

    `paths` has also what others lend; `posts` are the user's own.
    """

    on: date
    paths: Paths
    posts: tuple[Post, ...]
    own_paths: Paths
    standing: tuple[Standing, ...] = ()
    away: Away | None = None

    def own_may(self, unit: Unit, *permissions: Permission) -> bool:
        """Whether the user's own posts and grants allow any of this."""
        return any(within(self.own_paths, permission, unit) for permission in permissions)

    def behalf(self, unit: Unit, *permissions: Permission) -> Person | None:
        """On whose behalf the user does any of this; nobody's when their own posts allow it.

        Of several who lend it whoever answers for the narrowest ground around the unit, of equals
        the one who stands first.
        """
        if self.own_may(unit, *permissions):
            return None
        near = [(each.nearness(unit, *permissions), each.person) for each in self.standing]
        nearest = max(near, key=lambda pair: pair[0], default=(0, None))
        return nearest[1] if nearest[0] else None

    def may(self, permission: Permission, unit: Unit) -> bool:
        return any(unit.path.startswith(path) for path in self.reach(permission))

    def may_somewhere(self, permission: Permission) -> bool:
        return bool(self.reach(permission))

    def may_for_the_whole_city(self, permission: Permission) -> bool:
        """From the root of the tree down, not for one body of it."""
        return any(path.count("/") == 1 for path in self.reach(permission))

    def reach(self, permission: Permission) -> frozenset[str]:
        return self.paths.get(permission, frozenset())

    def bodies_above(self) -> frozenset[str]:
        """The paths of every unit in which the user sits, from the seat up to the root."""
        return frozenset(
            path
            for post in self.acting_posts
            for end, sign in enumerate(post.unit.path, start=1)
            if sign == "/" and (path := post.unit.path[:end])
        )

    @property
    def acting_posts(self) -> tuple[Post, ...]:
        """The user's own posts, then those of the people for whom the user stands."""
        return (*self.posts, *(post for each in self.standing for post in each.posts))

    @property
    def people(self) -> frozenset[int]:
        """The keys of those for whom the user stands; without the user."""
        return frozenset(each.person.pk for each in self.standing)

    @property
    def main_post(self) -> Post | None:
        """The first live appointment: as whom the user acts unless they say otherwise."""
        return self.posts[0] if self.posts else None

    @property
    def main_unit(self) -> Unit | None:
        """The unit of the first live appointment: where the user sits."""
        return self.main_post.unit if self.main_post else None

    @property
    def main_scope(self) -> Unit | None:
        """The body that the user works for: an office's specialist works for its committee."""
        return self.main_post.scope if self.main_post else None


def powers_of(user: User, *, on: date) -> Powers:
    """Held while posts, people and substitutions stay what they are; remembered on the object."""
    known: Powers | None = user.remembered_powers
    if known is None or known.on != on:
        known = user.remembered_powers = _work_out(user.person_id, on)
    return known


def acts_as(user: User, *, on: date) -> frozenset[int]:
    """The keys of the user's own person and of those for whom the user stands on the day."""
    return powers_of(user, on=on).people | {user.person_id}


@held(Edition.Group.ORG)
def _work_out(person: int, on: date) -> Powers:
    live = appointments_with_lent(person=person, on=on)
    order = {"main": 0, "acting": 1, "concurrent": 2}
    live.sort(key=lambda a: (order[a.nature], a.pk))
    own = [a for a in live if a.person_id == person]
    grants = _grants(person=person, on=on)
    own_paths = paths_of((a.post for a in own), grants)
    standing = standing_in([a for a in live if a.person_id != person])
    return Powers(
        on=on,
        paths=united([own_paths, *(each.paths for each in standing)]),
        posts=tuple(a.post for a in own),
        own_paths=own_paths,
        standing=standing,
        away=absence_in(own),
    )


@prepared(person=int, on=date)
def _grants(*, person: int, on: date) -> QuerySet[RoleGrant]:
    return RoleGrant.objects.live(on=on).filter(person=person).select_related("unit")
