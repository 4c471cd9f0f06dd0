"""Whom the search shows an item to, in marks: the same as `visible_to`, said in words (ADR 25)."""

from collections.abc import Iterable
from datetime import date

from baro.org import api as org
from baro.work.models import WorkItem, WorkParty
from baro.work.models.items import _oversees_city

# Each mark is asked of each drawer; who sees more than this finds enough without them.
_MOST_MARKS = 40


def marks_of(item: WorkItem, parties: Iterable[WorkParty]) -> frozenset[str]:
    """The units with a part in the item or with the item in their hands, and the one who has it."""
    units = {party.unit_id for party in parties} | {item.assigned_unit_id}
    people = {item.assignee_id}
    return frozenset([f"u{key}" for key in units - {None}] + [f"p{key}" for key in people - {None}])


def marks_read_by(user: org.User, *, on: date) -> frozenset[str] | None:
    """The marks by which the user finds items; None for who sees all or nearly all of them."""
    powers = org.powers_of(user, on=on)
    if _oversees_city(powers):
        return None
    reach = powers.reach(org.Permission.SEE)
    units = org.Unit.objects.within(reach).values_list("pk", flat=True) if reach else ()
    marks = frozenset(
        [f"u{key}" for key in units] + [f"p{key}" for key in {user.person_id, *powers.people}]
    )
    return marks if len(marks) <= _MOST_MARKS else None
