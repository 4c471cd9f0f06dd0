"""The city as the later steps need it: units, posts, holders and accounts at hand."""

from dataclasses import dataclass, field
from functools import cached_property

from baro.org import api as org


@dataclass
class City:
    """What has been built so far, by the codes of units and posts."""

    units: dict[str, org.Unit]
    posts: dict[tuple[str, str], org.Post]
    holders: dict[int, org.Person] = field(default_factory=dict)
    users: dict[int, org.User] = field(default_factory=dict)

    @classmethod
    def standing(cls) -> "City":
        """Read the units and posts that `org.load_city` made."""
        units = {unit.code: unit for unit in org.Unit.objects.select_related("commune")}
        by_key = {unit.pk: unit for unit in units.values()}
        posts = {}
        for post in org.Post.objects.order_by("pk"):
            post.unit = by_key[post.unit_id]
            post.scope = by_key[post.scope_id]
            posts[post.unit.code, post.code] = post
        return cls(units, posts)

    @cached_property
    def communes(self) -> list[org.Unit]:
        found = [unit for unit in self.units.values() if unit.kind == org.Unit.Kind.COMMUNE]
        return sorted(found, key=lambda unit: unit.code)

    @cached_property
    def departments(self) -> list[org.Unit]:
        """The members of the group "các sở, ban, ngành"."""
        group = org.GROUPS["G.SBN"]
        found = [
            unit
            for unit in self.units.values()
            if unit.kind == group.kind and (unit.commune_id is not None) == group.in_communes
        ]
        return sorted(found, key=lambda unit: unit.code)

    @cached_property
    def heads(self) -> dict[int, org.Post]:
        return {post.unit_id: post for post in self.posts.values() if post.is_head}

    @cached_property
    def posts_by_key(self) -> dict[int, org.Post]:
        return {post.pk: post for post in self.posts.values()}

    def user(self, unit: str, post: str) -> org.User:
        return self.users[self.posts[unit, post].pk]

    def person(self, unit: str, post: str) -> org.Person:
        return self.holders[self.posts[unit, post].pk]
