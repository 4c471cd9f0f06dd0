"""What a user may see and do on a day: worked out from live appointments and grants."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from baro.org.models import Appointment, Post, RoleGrant, Unit, User
from baro.org.roles import PERMISSIONS, Permission, Role


@dataclass(frozen=True)
class Powers:
    """Each permission with the tree paths under which it holds; one answer for one day."""

    on: date
    paths: Mapping[Permission, frozenset[str]]
    posts: tuple[Post, ...]

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
            for post in self.posts
            for end, sign in enumerate(post.unit.path, start=1)
            if sign == "/" and (path := post.unit.path[:end])
        )

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
    """Worked out once per user object and day (two queries), then remembered on the object."""
    known: Powers | None = user.remembered_powers
    if known is None or known.on != on:
        known = user.remembered_powers = _work_out(user, on)
    return known


def _work_out(user: User, on: date) -> Powers:
    paths: dict[Permission, set[str]] = defaultdict(set)
    held = (
        Appointment.objects.live(on=on)
        .filter(person_id=user.person_id)
        .select_related("post__unit__commune", "post__scope__commune", "post__oversees")
    )
    order = {"main": 0, "acting": 1, "concurrent": 2}
    posts = [a.post for a in sorted(held, key=lambda a: (order[a.nature], a.pk))]
    for post in posts:
        paths[Permission.SEE].add(post.unit.path)
        if post.oversees:
            paths[Permission.SEE].add(post.oversees.path)
        for permission in PERMISSIONS[Role(post.role)]:
            paths[permission].add(post.scope.path)
    grants = RoleGrant.objects.live(on=on).filter(person_id=user.person_id).select_related("unit")
    for grant in grants:
        for permission in PERMISSIONS[Role(grant.role)]:
            paths[permission].add(grant.unit.path)
    return Powers(
        on=on, paths={key: frozenset(found) for key, found in paths.items()}, posts=tuple(posts)
    )
