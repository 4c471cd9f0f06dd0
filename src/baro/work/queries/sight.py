"""What a user may see, for few items known by their keys and in marks for the search (ADR 25).

Both say the same as `visible_to`, which begins with all that the user may see.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from baro.org import api as org
from baro.work.models import WorkItem, WorkParty
from baro.work.models.items import sees_whole_ledger, units_seen

# Each mark is asked of each drawer; who sees more than this finds enough without them.
_MOST_MARKS = 40


def marks_of(item: WorkItem, parties: Iterable[int]) -> frozenset[str]:
    """The units with a part in the item, by their keys, or with it in hand, and who has it."""
    units = {*parties, item.assigned_unit_id}
    people = {item.assignee_id}
    return frozenset([f"u{key}" for key in units - {None}] + [f"p{key}" for key in people - {None}])


@dataclass(frozen=True)
class Sight:
    """The units that a user oversees and the people as whom they see, or the whole city."""

    units: frozenset[int] = frozenset()
    people: frozenset[int] = frozenset()
    is_of_city: bool = False

    @property
    def marks(self) -> frozenset[str] | None:
        """The marks by which the user finds items; None for who sees all or nearly all of them."""
        if self.is_of_city or len(self.units) > _MOST_MARKS:
            return None
        return frozenset([f"u{key}" for key in self.units] + [f"p{key}" for key in self.people])

    @property
    def condition(self) -> Q:
        """That the user may see the item at hand."""
        if self.is_of_city:
            return Q()
        part = WorkParty.objects.filter(item=OuterRef("pk"), unit__in=self.units)
        held = Q(assigned_unit__in=self.units) | Q(assignee_id__in=self.people)
        return Q(Exists(part)) | held


def sight_of(user: org.User, *, on: date | None = None) -> Sight:
    powers = org.powers_of(user, on=on or timezone.localdate())
    if sees_whole_ledger(powers):
        return Sight(is_of_city=True)
    return Sight(frozenset(units_seen(user, powers)), frozenset({user.person_id, *powers.people}))
