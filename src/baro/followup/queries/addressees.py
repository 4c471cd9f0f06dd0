"""Whom a rung reminds of an item, by name, as posts are held on the day."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from baro.followup.models.rungs import Addressee
from baro.org import api as org
from baro.work import api as work

_WITH = (
    *("lead_unit", "assigned_unit", "issuer_unit", "assignee"),
    *("inspector_post", "issued_by__person"),
)


def items_with_people(keys: Iterable[int]) -> dict[int, work.WorkItem]:
    """The items by key, with the units and people from which their addressees follow."""
    return work.WorkItem.objects.select_related(*_WITH).in_bulk(list(keys))


@dataclass(frozen=True)
class Addressees:
    """Everything about a batch of items that says who is reminded; answers without a query."""

    heads: Mapping[int, org.Person]
    inspectors: Mapping[int, org.Person]
    cooperating: Mapping[int, Sequence[int]]
    in_office: frozenset[int]

    def of(self, item: work.WorkItem, to: Iterable[str]) -> tuple[org.Person, ...]:
        """Each person once, in the order of the rung."""
        found = (person for one in to for person in _WHO[Addressee(one)](self, item))
        return tuple({person.pk: person for person in found}.values())

    def assignee(self, item: work.WorkItem) -> list[org.Person]:
        """Who does it; its head, where nobody was named or who was named has left."""
        if item.assignee and item.assignee.pk in self.in_office:
            return [item.assignee]
        return self.head(item)

    def head(self, item: work.WorkItem) -> list[org.Person]:
        """Who answers for the unit that holds it, or for the lead unit above a vacant seat."""
        found = self.heads.get(item.holder_unit.pk) or self.heads.get(item.lead_unit_id)
        return [found] if found else []

    def cooperators(self, item: work.WorkItem) -> list[org.Person]:
        units = self.cooperating.get(item.pk, ())
        return [self.heads[unit] for unit in units if unit in self.heads]

    def issuer(self, item: work.WorkItem) -> list[org.Person]:
        """Who follows it up, else who gave it, else the issuer's leader."""
        inspector = self.inspectors.get(item.inspector_post_id or 0)
        giver = item.issued_by.person
        found = inspector or (giver if giver.pk in self.in_office else None)
        return [found] if found else self.issuers_leader(item)

    def issuers_leader(self, item: work.WorkItem) -> list[org.Person]:
        found = self.heads.get(item.issuer_unit_id)
        return [found] if found else []


_WHO: Mapping[Addressee, Callable[[Addressees, work.WorkItem], list[org.Person]]] = {
    Addressee.ASSIGNEE: Addressees.assignee,
    Addressee.HEAD: Addressees.head,
    Addressee.COOPERATING: Addressees.cooperators,
    Addressee.ISSUER: Addressees.issuer,
    Addressee.ISSUERS_LEADER: Addressees.issuers_leader,
}


def addressees_of(items: Sequence[work.WorkItem], *, on: date) -> Addressees:
    """Asked once for a whole batch, in five queries."""
    parties = work.WorkParty.objects.filter(
        item__in=items, part=work.WorkParty.Part.COOPERATING, done_at__isnull=True
    )
    cooperating: dict[int, list[org.Unit]] = defaultdict(list)
    for party in parties.select_related("unit").order_by("pk"):
        cooperating[party.item_id].append(party.unit)
    units = {
        unit.pk: unit
        for item in items
        for unit in (item.lead_unit, item.holder_unit, item.issuer_unit, *cooperating[item.pk])
    }
    inspectors = {item.inspector_post for item in items if item.inspector_post}
    givers = {item.issued_by.person_id for item in items}
    doers = {item.assignee_id for item in items if item.assignee_id}
    live = org.Appointment.objects.live(on=on).filter(person__in=givers | doers)
    return Addressees(
        heads=heads_of(units.values(), on=on),
        inspectors=org.holders_of(inspectors, on=on),
        cooperating={key: [unit.pk for unit in found] for key, found in cooperating.items()},
        in_office=frozenset(live.values_list("person", flat=True)),
    )


def heads_of(units: Iterable[org.Unit], *, on: date) -> dict[int, org.Person]:
    """Who is in the post that answers for each unit, by the unit's key; a vacant one has nobody."""
    posts = org.head_posts_of(units)
    holders = org.holders_of(posts.values(), on=on)
    return {unit: holders[post.pk] for unit, post in posts.items() if post.pk in holders}
